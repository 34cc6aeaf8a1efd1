#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTreeView>

#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include "actions.h"
#include "ui/frame/frame_panel.h"
#include "ui/layers/layer_panel.h"
#include "ui/layers/own_layers.h"
#include "ui/main_window/main_window.h"
#include "ui/map/map_view.h"
#include "ui/review/slick_panel.h"
#include "ui/review/slick_table.h"
#include "ui/session/reviewer.h"
#include "ui/session/slick_store.h"
#include "ui/settings/settings_dialog.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/window_steps.h"

// What is chosen in Edit → Settings holds in the whole window, at once and at the next start.

using namespace sheen;
using namespace sheen::test;

namespace {

SettingsDialog& openSettings(MainWindow& window)
{
    window.windowActions().settings->trigger();
    auto* dialog = window.findChild<SettingsDialog*>();
    Q_ASSERT(dialog);
    return *dialog;
}

void choose(SettingsDialog& dialog, const char* name, int value)
{
    auto* box = dialog.findChild<QComboBox*>(QLatin1String(name));
    box->setCurrentIndex(box->findData(value));
}

QStringList textsOf(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        texts << label->text();
    return texts;
}

}  // namespace

class PreferencesTest : public QObject
{
    Q_OBJECT

    FlightThatWasRun m_flight;

    void openResults(MainWindow& window)
    {
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(m_flight.path());
        QVERIFY(opened.wait(patience));
        SlickStore& store = *window.session().slicks();
        QVERIFY(!store.slicks().empty());
        store.select({store.slicks().front().id});
    }

private Q_SLOTS:
    void theSettingsAreInTheEditMenu()
    {
        MainWindow window;
        const QAction* settings = window.windowActions().settings;
        QCOMPARE(settings->shortcut(), QKeySequence(QStringLiteral("Ctrl+,")));
        QVERIFY(settings->menuRole() == QAction::PreferencesRole);
    }

    void everyPlaceAndColumnFollowsTheUnits()
    {
        MainWindow window;
        window.show();
        openResults(window);
        auto* panel = window.findChild<SlickPanel*>();
        auto* table = window.findChild<SlickTable*>()->view();
        const auto shows = [](const QWidget& widget, const char* text) {
            return textsOf(widget).join(QLatin1Char('\n')).contains(QString::fromUtf8(text));
        };
        QVERIFY(shows(*panel, "′N "));
        QTRY_VERIFY_WITH_TIMEOUT(shows(window.framePanel(), "′N "), patience);
        const auto columnEnds = [table](const QString& unit) {
            int cells = 0;
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                if (table->model()->headerData(column, Qt::Horizontal).toString() !=
                    QLatin1String("Oiled area"))
                    continue;
                for (int row = 0; row < table->model()->rowCount(); ++row)
                    cells += table->model()->index(row, column).data().toString().endsWith(unit);
            }
            return cells == table->model()->rowCount() && cells > 0;
        };
        QVERIFY(columnEnds(QStringLiteral(" m²")));

        SettingsDialog& dialog = openSettings(window);
        choose(dialog, "placeNotation", int(PlaceNotation::Degrees));
        choose(dialog, "areaUnit", int(AreaUnit::SquareKilometres));
        dialog.findChild<QLineEdit*>(QStringLiteral("person"))->setText(QStringLiteral("Park Jiho"));
        dialog.accept();
        QVERIFY(!shows(*panel, "′"));
        QVERIFY(shows(*panel, "°N "));
        QVERIFY(shows(*panel, " km²"));
        QVERIFY(!shows(window.framePanel(), "′"));
        QVERIFY(columnEnds(QStringLiteral(" km²")));
        QCOMPARE(reviewerName(), QStringLiteral("Park Jiho"));
        window.session().slicks()->setDecision(window.session().slicks()->selection(), Decision::Accepted);
        QCOMPARE(window.session().slicks()->slicks().front().reviewer, QStringLiteral("Park Jiho"));
        window.map().canvas()->waitWhileRendering();
    }

    void keysAndColoursHoldAtTheNextStart()
    {
        UserSettings settings = readUserSettings();
        settings.theme = Theme::Dark;
        settings.keys = {{QStringLiteral("run"), QStringLiteral("Ctrl+J")}};
        writeUserSettings(settings);
        {
            MainWindow window;
            QCOMPARE(window.windowActions().run->shortcut(), QKeySequence(QStringLiteral("Ctrl+J")));
            QTRY_VERIFY(window.palette().color(QPalette::Window).lightness() < 128);
            QVERIFY(window.styleSheet().contains(QStringLiteral("dark palette")));
            SettingsDialog& dialog = openSettings(window);
            choose(dialog, "theme", int(Theme::Light));
            dialog.accept();
            QVERIFY(window.styleSheet().contains(QStringLiteral("light and calm")));
            QTRY_VERIFY(window.palette().color(QPalette::Window).lightness() > 128);
        }
        settings.theme = Theme::System;
        settings.keys.clear();
        writeUserSettings(settings);
        const MainWindow window;
        QCOMPARE(window.windowActions().run->shortcut(), QKeySequence(QStringLiteral("Ctrl+R")));
    }

    void aMapThatIsDroppedLiesUnderTheFlight()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("coast.geojson"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"type\":\"LineString\",\"coordinates\":[[5,55],[6,56]]}");
        file.close();
        MainWindow window;
        window.show();
        QSignalSpy added(&window.layerPanel().ownLayers(), &OwnLayers::added);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // A drop goes to what it was dragged into before.
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent drop(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QVERIFY(added.wait(patience));
        QCOMPARE(window.map().project().mapLayersByName(QStringLiteral("coast")).size(), 1);
        QVERIFY(!window.session().isOpening());  // it was not taken for a flight
        window.map().canvas()->waitWhileRendering();
    }
};

SHEEN_QGIS_TEST_MAIN(PreferencesTest)
#include "preferences_test.moc"
