#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>

#include "ui/layers/map_source.h"
#include "ui/session/reviewer.h"
#include "ui/settings/settings_dialog.h"
#include "ui/support/qgis_test_main.h"
#include "ui/widgets/measure_text.h"
#include "ui/widgets/position_text.h"
#include "ui/widgets/sheen_settings.h"

// The window of settings, driven as somebody uses it: what is chosen is kept, and holds everywhere.

using namespace sheen;

namespace {

/** Two menus with a few actions. */
class Menus
{
public:
    Menus()
    {
        add(m_file, "openVideo", QStringLiteral("Open &Video…"), QStringLiteral("Ctrl+O"));
        add(m_file, "run", QStringLiteral("&Run"), QStringLiteral("Ctrl+R"));
        add(m_review, "reviewAccept", QStringLiteral("&Accept"), QStringLiteral("A"));
    }

    QList<NamedAction> actions() { return actionsOf({&m_file, &m_review}); }
    QAction& action(const char* name)
    {
        QAction* found = m_file.findChild<QAction*>(QLatin1String(name));
        return found ? *found : *m_review.findChild<QAction*>(QLatin1String(name));
    }

private:
    static void add(QMenu& menu, const char* name, const QString& text, const QString& key)
    {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(key));
        action->setStatusTip(QStringLiteral("Does it"));
    }

    QMenu m_file{QStringLiteral("&File")};
    QMenu m_review{QStringLiteral("&Review")};
};

template <typename Widget>
Widget& part(SettingsDialog& dialog, const char* name)
{
    auto* found = dialog.findChild<Widget*>(QLatin1String(name));
    Q_ASSERT(found);
    return *found;
}

void choose(SettingsDialog& dialog, const char* box, int value)
{
    auto& choice = part<QComboBox>(dialog, box);
    choice.setCurrentIndex(choice.findData(value));
}

/** Chooses an action's row and types a key into the field, as a hand does. */
void typeKey(SettingsDialog& dialog, const QString& action, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto& table = part<QTableWidget>(dialog, "keyTable");
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.item(row, 1)->text() == action)
            table.selectRow(row);
    }
    auto& edit = part<QKeySequenceEdit>(dialog, "keyEdit");
    edit.clear();
    QTest::keyClick(&edit, key, modifiers);
    Q_EMIT edit.editingFinished();
}

QString keyIn(SettingsDialog& dialog, const QString& action)
{
    auto& table = part<QTableWidget>(dialog, "keyTable");
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.item(row, 1)->text() == action)
            return table.item(row, 2)->text();
    }
    return QStringLiteral("no such action");
}

}  // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sheenSettings()->clear();
        QSettings().remove(QStringLiteral("review/person"));
        Notation::current().setUnits({});
    }

    void whatIsChosenIsKept()
    {
        Menus menus;
        SettingsDialog dialog(readUserSettings(), {}, menus.actions());
        dialog.show();
        auto& language = part<QComboBox>(dialog, "language");
        language.setCurrentIndex(language.findData(QStringLiteral("ko")));
        choose(dialog, "theme", int(Theme::Dark));
        choose(dialog, "placeNotation", int(PlaceNotation::DegreesMinutesSeconds));
        choose(dialog, "areaUnit", int(AreaUnit::SquareKilometres));
        choose(dialog, "volumeUnit", int(VolumeUnit::Litres));
        QTest::keyClicks(&part<QLineEdit>(dialog, "person"), QStringLiteral("Kim Minji"));
        QTest::keyClicks(&part<QLineEdit>(dialog, "organisation"), QStringLiteral("Coast Guard"));
        writeUserSettings(dialog.settings());

        const UserSettings kept = readUserSettings();
        QCOMPARE(kept.language, QStringLiteral("ko"));
        QCOMPARE(chosenLanguage(), QStringLiteral("ko"));
        QVERIFY(kept.theme == Theme::Dark);
        QVERIFY(kept.units == (Units{PlaceNotation::DegreesMinutesSeconds, AreaUnit::SquareKilometres,
                                     VolumeUnit::Litres}));
        QCOMPARE(kept.organisation, QStringLiteral("Coast Guard"));
        QCOMPARE(reviewerName(), QStringLiteral("Kim Minji"));  // in the history, and in the report
        QVERIFY(kept.keys.isEmpty());
        SettingsDialog again(kept, {}, menus.actions());
        QVERIFY(again.settings().units == kept.units);
        QCOMPARE(again.settings().person, QStringLiteral("Kim Minji"));
    }

    void aFileThatIsDamagedGivesTheUsual()
    {
        sheenSettings()->setValue(QStringLiteral("language"), QStringLiteral("xx"));
        sheenSettings()->setValue(QStringLiteral("theme"), QStringLiteral("purple"));
        sheenSettings()->setValue(QStringLiteral("units/place"), 17);
        const UserSettings settings = readUserSettings();
        QVERIFY(settings.language.isEmpty());
        QVERIFY(settings.theme == Theme::System);
        QVERIFY(settings.units == Units{});
    }

    void placesAreWrittenAsChosen()
    {
        QCOMPARE(positionText(41.098017, -104.839217), QStringLiteral("41°05.881′N 104°50.353′W"));
        Notation::current().setUnits({PlaceNotation::Degrees, {}, {}});
        QCOMPARE(positionText(41.098017, -104.839217), QStringLiteral("41.09802°N 104.83922°W"));
        Notation::current().setUnits({PlaceNotation::DegreesMinutesSeconds, {}, {}});
        QCOMPARE(positionText(41.098017, -104.839217), QStringLiteral("41°05′52.9″N 104°50′21.2″W"));
        QCOMPARE(positionText(9.9999999, 0), QStringLiteral("10°00′00.0″N 000°00′00.0″E"));
        QCOMPARE(latitudeText(-0.5), QStringLiteral("00°30′00.00″S"));
    }

    void aColumnHasOneUnit()
    {
        QSignalSpy changed(&Notation::current(), &Notation::changed);
        const auto cell = [](double squareMetres, double largest) {
            return areaText(squareMetres, unitsFor(0, largest, 0));
        };
        QCOMPARE(cell(480, 500), QStringLiteral("480 m²"));
        QCOMPARE(cell(480, 2e6), QStringLiteral("0.00048 km²"));
        Notation::current().setUnits({{}, AreaUnit::SquareMetres, VolumeUnit::CubicMetres});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(cell(480, 2e6), QStringLiteral("480 m²"));
        QCOMPARE(volumeText(0.0025, 0.012), QStringLiteral("0.0025 – 0.012 m³"));
        Notation::current().setUnits({{}, AreaUnit::SquareKilometres, VolumeUnit::Litres});
        QCOMPARE(areaText(480), QStringLiteral("0.00048 km²"));
        QCOMPARE(volumeText(2.5, std::nullopt), QStringLiteral("more than 2,500 L"));
    }

    void aKeyIsChanged()
    {
        Menus menus;
        SettingsDialog dialog({}, {}, menus.actions());
        dialog.show();
        typeKey(dialog, QStringLiteral("Run"), Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(keyIn(dialog, QStringLiteral("Run")), QStringLiteral("Ctrl+J"));
        writeUserSettings(dialog.settings());
        applyKeys(menus.actions(), readUserSettings().keys);
        QCOMPARE(menus.action("run").shortcut(), QKeySequence(QStringLiteral("Ctrl+J")));
        QCOMPARE(menus.action("run").toolTip(), QStringLiteral("Does it (Ctrl+J)"));

        SettingsDialog back(readUserSettings(), {}, menus.actions());
        back.show();
        typeKey(back, QStringLiteral("Run"), Qt::Key_J, Qt::ControlModifier);  // chooses the row
        part<QPushButton>(back, "usualKey").click();
        QVERIFY(back.settings().keys.isEmpty());
        applyKeys(menus.actions(), back.settings().keys);
        QCOMPARE(menus.action("run").shortcut(), QKeySequence(QStringLiteral("Ctrl+R")));
    }

    void aKeyThatIsTakenIsSaid()
    {
        Menus menus;
        SettingsDialog dialog({}, {}, menus.actions());
        dialog.show();
        typeKey(dialog, QStringLiteral("Run"), Qt::Key_A, Qt::NoModifier);
        QCOMPARE(keyIn(dialog, QStringLiteral("Run")), QStringLiteral("Ctrl+R"));
        const QString remark = part<QLabel>(dialog, "keyRemark").text();
        QVERIFY2(remark.contains(QStringLiteral("Accept")), qPrintable(remark));
        auto& takeIt = part<QPushButton>(dialog, "takeKey");
        QVERIFY(!takeIt.isHidden());
        takeIt.click();
        QCOMPARE(keyIn(dialog, QStringLiteral("Run")), QStringLiteral("A"));
        QCOMPARE(keyIn(dialog, QStringLiteral("Accept")), QString());
        applyKeys(menus.actions(), dialog.settings().keys);
        QVERIFY(menus.action("reviewAccept").shortcut().isEmpty());

        typeKey(dialog, QStringLiteral("Accept"), Qt::Key_M, Qt::NoModifier);  // held in the frame
        QCOMPARE(keyIn(dialog, QStringLiteral("Accept")), QString());
    }

    void keysAreFound()
    {
        Menus menus;
        SettingsDialog dialog({}, {}, menus.actions());
        auto& table = part<QTableWidget>(dialog, "keyTable");
        QTest::keyClicks(&part<QLineEdit>(dialog, "keySearch"), QStringLiteral("accept"));
        int shown = 0;
        for (int row = 0; row < table.rowCount(); ++row)
            shown += !table.isRowHidden(row);
        QCOMPARE(shown, 1);
    }

    void baseMapsAreForgotten()
    {
        MapSource tiles;
        tiles.id = QStringLiteral("1");
        tiles.kind = MapSource::Kind::Tiles;
        tiles.name = QStringLiteral("Chart");
        tiles.address = QStringLiteral("https://server/{z}/{x}/{y}.png");
        Menus menus;
        SettingsDialog dialog({}, {tiles}, menus.actions());
        auto& table = part<QTableWidget>(dialog, "mapSources");
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.item(0, 2)->text(), tiles.address);
        QVERIFY(!part<QPushButton>(dialog, "forgetMap").isEnabled());
        table.selectRow(0);
        part<QPushButton>(dialog, "forgetMap").click();
        QVERIFY(dialog.maps().empty());
    }

    void coloursAreThoseChosen()
    {
        const QPalette system = QApplication::palette();
        applyTheme(Theme::Dark);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        QVERIFY(QApplication::palette().color(QPalette::WindowText).lightness() > 128);
        applyTheme(Theme::Light);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
        applyTheme(Theme::System);
        QCOMPARE(QApplication::palette().color(QPalette::Window), system.color(QPalette::Window));
    }
};

SHEEN_QGIS_TEST_MAIN(SettingsTest)
#include "settings_test.moc"
