#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "core/telemetry/overlay/unknown_overlays.h"
#include "field_list.h"
#include "layout_canvas.h"
#include "overlay/overlay_reader.h"
#include "overlay_pictures.h"
#include "run_settings_form.h"
#include "save_layout_dialog.h"
#include "ui/overlay/layout_editor.h"
#include "ui/session/session.h"
#include "ui/support/qgis_test_main.h"

using namespace sheen;
using namespace sheen::test;
using F = OverlayField;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy
constexpr int frameCount = 4;

/** A drag with the left button, from one place on the picture to another (shares). */
void drag(LayoutCanvas& canvas, const QPointF& from, const QPointF& to)
{
    const QPoint start = canvas.positionOf(from);
    const QPoint end = canvas.positionOf(to);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, start);
    for (const double part : {0.3, 0.7, 1.0}) {
        const QPointF at = start + part * QPointF(end - start);
        QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at.toPoint()), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas, &move);
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, end);
}

void press(QWidget& dialog, const char* name)
{
    auto* button = dialog.findChild<QAbstractButton*>(QLatin1String(name));
    QVERIFY2(button && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

/** One editor on a folder of frames, and what a test does with it. */
class Desk
{
public:
    explicit Desk(const QString& folder)
        : flight(Flight::open(folder)), editor(flight, 1.0), list(*editor.findChild<FieldList*>())
    {
        editor.resize(1280, 800);
        editor.show();
    }

    bool waitForPicture()
    {
        return QTest::qWaitFor(
            [this] {
                return editor.canvas().positionOf({1, 1}) != editor.canvas().positionOf({0, 0});
            },
            patience);
    }

    void chooseField(F field)
    {
        QTreeWidgetItem* row = list.topLevelItem(int(field));
        list.scrollToItem(row);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(row).center());
    }

    void draw(const QRectF& box) { drag(editor.canvas(), box.topLeft(), box.bottomRight()); }

    void setCombo(const char* name, const QVariant& data)
    {
        auto* combo = editor.findChild<QComboBox*>(QLatin1String(name));
        const int index = combo->findData(data);
        QVERIFY2(index >= 0, qPrintable(data.toString()));
        combo->setCurrentIndex(index);
    }

    void setText(const char* name, const QString& text)
    {
        auto* edit = editor.findChild<QLineEdit*>(QLatin1String(name));
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    QString reads(F field) const { return list.topLevelItem(int(field))->text(1); }

    void drawAll(const OverlayPicture& overlay)
    {
        for (const Writing& writing : overlay.writings) {
            if (writing.field)
                chooseField(*writing.field);
            draw(boxAround(overlay, writing));
            if (!writing.format.form.isEmpty())
                setCombo("boxFormat", writing.format.form);
            if (!writing.format.before.isEmpty())
                setText("boxBefore", writing.format.before);
        }
    }

    void saveAs(const QString& name)
    {
        press(editor, "saveLayout");
        auto* dialog = editor.findChild<SaveLayoutDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("layoutName"))->setText(name);
        dialog->accept();
        QTest::qWait(1);
    }

    std::shared_ptr<const Flight> flight;
    LayoutEditor editor;
    FieldList& list;
};

}  // namespace

class OverlayLayoutEditorTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_yellow, m_green;

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QDir(ownOverlayLayoutFolder()).removeRecursively(); }
    void drawnReadSavedAndRecognised_data();
    void drawnReadSavedAndRecognised();
    void boxesAreMovedResizedAndRemoved();
    void refusedReadingsSayWhy();
    void theWindowReadsWithASavedLayout();
    void filesAreSharedAndRefused();
    void unsavedChangesAreAskedFor();
    void whatThePicturesShowIsTakenWithOneClick();
};

void OverlayLayoutEditorTest::initTestCase()
{
    m_yellow = m_folder.filePath(QStringLiteral("yellow"));
    m_green = m_folder.filePath(QStringLiteral("green"));
    writeFrames(m_yellow, yellowOverlay, frameCount);
    writeFrames(m_green, greenOverlay, frameCount);
}

void OverlayLayoutEditorTest::drawnReadSavedAndRecognised_data()
{
    QTest::addColumn<bool>("yellow");
    QTest::newRow("yellow, 16:9") << true;
    QTest::newRow("green, 4:3") << false;
}

void OverlayLayoutEditorTest::drawnReadSavedAndRecognised()
{
    QFETCH(bool, yellow);
    const OverlayPicture overlay = yellow ? yellowOverlay(0) : greenOverlay(0);
    Desk desk(yellow ? m_yellow : m_green);
    QVERIFY(desk.waitForPicture());
    desk.drawAll(overlay);
    QCOMPARE(desk.editor.draft().boxes.size(), overlay.writings.size());

    for (const Writing& writing : overlay.writings) {
        if (writing.field) {
            const bool read = QTest::qWaitFor(
                [&] { return desk.reads(*writing.field).startsWith(writing.accepted); }, patience / 4);
            QVERIFY2(read, qPrintable(writing.text + " reads as " + desk.reads(*writing.field)));
        }
    }
    QCOMPARE(int(desk.editor.draft().textColour), int(yellow ? LetterColour::Yellow : LetterColour::Green));

    QSignalSpy tried(&desk.editor, &LayoutEditor::trialShown);
    press(desk.editor, "tryOnFrames");
    QVERIFY(tried.wait(patience));
    QVERIFY(desk.list.topLevelItem(int(F::Date))->text(3).contains(QString::number(frameCount)));

    desk.saveAs(QStringLiteral("coast"));
    const OverlayLayout saved = overlayLayoutNamed(QStringLiteral("coast"));
    QCOMPARE(saved.path, QFileInfo(ownLayoutPath(QStringLiteral("coast"))).absoluteFilePath());
    QVERIFY(std::abs(saved.aspectRatio - double(overlay.size.width()) / overlay.size.height()) < 0.02);
    QCOMPARE(saved.otherMarks.size(), std::size_t(yellow ? 1 : 0));

    // Recognised among all layouts, on the flight's other frames.
    std::vector<Frame> frames;
    for (int i = 1; i < frameCount; ++i)
        frames.push_back(desk.flight->frameAt(i, i));
    const LayoutMatch match = OverlayReader::recognise(frames);
    QCOMPARE(match.layout.name, QStringLiteral("coast"));
    QVERIFY2(match.score > 0.8, qPrintable(QString::number(match.score)));
}

void OverlayLayoutEditorTest::boxesAreMovedResizedAndRemoved()
{
    Desk desk(m_yellow);
    QVERIFY(desk.waitForPicture());
    const auto box = [&] { return desk.editor.draft().boxes.at(0).place; };
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.005; };
    desk.chooseField(F::Time);
    desk.draw({0.3, 0.3, 0.2, 0.1});
    QCOMPARE(desk.editor.draft().boxes.size(), std::size_t(1));
    QVERIFY(desk.editor.draft().boxes[0].field == F::Time);
    QVERIFY(near(box().left(), 0.3) && near(box().bottom(), 0.4));

    drag(desk.editor.canvas(), {0.4, 0.35}, {0.5, 0.45});
    QVERIFY(near(box().left(), 0.4) && near(box().top(), 0.4) && near(box().width(), 0.2));
    drag(desk.editor.canvas(), {0.6, 0.5}, {0.7, 0.6});  // the handle at the lower right
    QVERIFY(near(box().left(), 0.4) && near(box().right(), 0.7) && near(box().bottom(), 0.6));
    drag(desk.editor.canvas(), {0.5, 0.5}, {1.0, 0.5});  // stays within the picture
    QVERIFY(near(box().right(), 1.0) && near(box().width(), 0.3));
    QTest::keyClick(&desk.editor.canvas(), Qt::Key_Left);
    QVERIFY(std::abs(box().right() - (1 - 1 / 1280.0)) < 1e-4);

    desk.draw({0.1, 0.7, 0.1, 0.1});  // Time has its box: this one is another mark
    QCOMPARE(desk.editor.draft().boxes.size(), std::size_t(2));
    QVERIFY(!desk.editor.draft().boxes[1].field);
    desk.setCombo("boxField", int(F::Date));
    QVERIFY(desk.editor.draft().boxes[1].field == F::Date);
    QTest::keyClick(&desk.editor.canvas(), Qt::Key_Delete);
    QCOMPARE(desk.editor.draft().boxes.size(), std::size_t(1));
    press(desk.editor, "undoLayout");
    QCOMPARE(desk.editor.draft().boxes.size(), std::size_t(2));
}

void OverlayLayoutEditorTest::refusedReadingsSayWhy()
{
    const OverlayPicture overlay = yellowOverlay(0);
    Desk desk(m_yellow);
    QVERIFY(desk.waitForPicture());
    desk.chooseField(F::Date);
    desk.draw(boxAround(overlay, overlay.writings[0]));
    // 03/04/2025 is two days: Sheen does not guess in which order the figures stand.
    QTRY_VERIFY_WITH_TIMEOUT(!desk.reads(F::Date).isEmpty(), patience);
    QTreeWidgetItem* row = desk.list.topLevelItem(int(F::Date));
    QVERIFY2(row->toolTip(1).contains(QLatin1Char('.')), qPrintable(row->toolTip(1)));
    QVERIFY(row->text(2).isEmpty());
    desk.setCombo("boxFormat", QStringLiteral("MM/DD/YYYY"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.reads(F::Date), QStringLiteral("04MAR2025"), patience);
    // On another frame it is read anew.
    desk.chooseField(F::Time);
    desk.draw(boxAround(overlay, overlay.writings[1]));
    QTRY_COMPARE_WITH_TIMEOUT(desk.reads(F::Time), overlay.writings[1].text, patience);
    desk.editor.goToFrame(3);
    QTRY_COMPARE_WITH_TIMEOUT(desk.reads(F::Time), yellowOverlay(3).writings[1].text, patience);
}

void OverlayLayoutEditorTest::theWindowReadsWithASavedLayout()
{
    Session session;
    QSignalSpy opened(&session, &Session::flightOpened);
    session.open(m_yellow);
    QVERIFY(opened.wait(patience));
    QCOMPARE(session.preview()->reading.source, Quality::None);

    QAction drawLayout;
    RunSettingsForm form(&session, &drawLayout);
    auto* choice = form.findChild<QComboBox*>(QStringLiteral("overlayChoice"));
    QVERIFY(choice->findData(QStringLiteral("mx-hd")) >= 0);
    QSignalSpy wanted(&drawLayout, &QAction::triggered);
    choice->setCurrentIndex(choice->count() - 1);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(choice->currentData().toString(), QStringLiteral("auto"));

    const OverlayPicture overlay = yellowOverlay(0);
    OverlayLayout layout;
    layout.name = layout.title = QStringLiteral("coast");
    layout.textHeight = 16.0 / 720;
    layout.textColour = LetterColour::Yellow;
    for (const Writing& writing : overlay.writings) {
        if (writing.field)
            layout.fields.push_back({*writing.field, boxAround(overlay, writing), false, writing.format});
    }
    saveOverlayLayout(ownLayoutPath(layout.name), layout);
    form.readSettings();
    QSignalSpy changed(&session, &Session::previewChanged);
    choice->setCurrentIndex(choice->findData(layout.name));
    QCOMPARE(session.settings().overlay, layout.name);
    QVERIFY(changed.wait(patience));
    QCOMPARE(session.preview()->layoutTitle, layout.title);
    QCOMPARE(session.preview()->reading[F::Date].text, QStringLiteral("04MAR2025"));
    QVERIFY(session.preview()->reading[F::PlatformAltitude].value);

    // A flight that is opened from now on is recognised by itself.
    session.open(m_yellow);
    QVERIFY(opened.wait(patience));
    QCOMPARE(session.settings().overlay, QStringLiteral("auto"));
    QCOMPARE(session.preview()->layoutTitle, layout.title);
}

void OverlayLayoutEditorTest::filesAreSharedAndRefused()
{
    Desk desk(m_green);
    QVERIFY(desk.waitForPicture());
    desk.drawAll(greenOverlay(0));
    QTRY_VERIFY_WITH_TIMEOUT(desk.reads(F::Date) == QLatin1String("14MAY2025"), patience);
    const QString shared = m_folder.filePath(QStringLiteral("shared.json"));
    desk.editor.exportFile(shared);
    QCOMPARE(loadOverlayLayout(shared).fields.size(), std::size_t(5));

    QSignalSpy saved(&desk.editor, &LayoutEditor::layoutSaved);
    desk.editor.importFile(shared);
    QCOMPARE(saved.count(), 1);
    QVERIFY(QFileInfo::exists(ownLayoutPath(QStringLiteral("shared"))));
    // Once more: it is asked for before anything is replaced.
    desk.editor.importFile(shared);
    QCOMPARE(saved.count(), 1);
    auto* question = desk.editor.findChild<QMessageBox*>(QStringLiteral("replaceQuestion"));
    QVERIFY(question);
    question->button(QMessageBox::Yes)->click();
    QTRY_COMPARE(saved.count(), 2);

    const auto* problem = desk.editor.findChild<QLabel*>(QStringLiteral("layoutProblem"));
    QVERIFY(!problem->isVisible());
    QFile broken(m_folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{");
    broken.close();
    desk.editor.importFile(broken.fileName());
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QLatin1String("broken.json")));
    QCOMPARE(saved.count(), 2);

    QVERIFY(!layoutNameProblem(QStringLiteral("MX-HD")).isEmpty());
    QVERIFY(!layoutNameProblem(QString()).isEmpty());
    QVERIFY(!layoutNameProblem(QStringLiteral("../up")).isEmpty());
    QVERIFY(layoutNameProblem(QStringLiteral("해경 2호")).isEmpty());
}

void OverlayLayoutEditorTest::unsavedChangesAreAskedFor()
{
    Desk desk(m_yellow);
    QVERIFY(desk.waitForPicture());
    desk.draw({0.3, 0.3, 0.2, 0.1});
    QVERIFY(!desk.editor.close());
    auto* question = desk.editor.findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
    QVERIFY(question);
    question->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!desk.editor.isVisible());
}

/** Nothing is drawn: position, height and direction are found, and kept under the flight's name. */
void OverlayLayoutEditorTest::whatThePicturesShowIsTakenWithOneClick()
{
    constexpr int frames = 24;
    const UnknownOverlay overlay = unknownOverlays().front();
    const QDir folder(m_folder.filePath(QStringLiteral("North Sea 7")));
    folder.mkpath(QStringLiteral("."));
    for (int i = 0; i < frames; ++i)
        cv::imwrite(folder.filePath(QStringLiteral("%1.png").arg(i, 3, 10, QLatin1Char('0'))).toStdString(),
                    overlay.frame(10 + i).frame.picture);
    Desk desk(folder.path());
    auto* take = desk.editor.findChild<QPushButton*>(QStringLiteral("takeProposal"));
    QVERIFY(take && !take->isVisible());
    QSignalSpy shown(&desk.editor, &LayoutEditor::proposalShown);
    desk.editor.startFromPictures();
    QVERIFY(shown.wait(patience));
    for (const F field : {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude, F::PlatformHeading})
        QVERIFY2(desk.editor.draft().find(field), qPrintable(overlayFieldName(field)));
    QVERIFY(take->isVisible());
    QSignalSpy saved(&desk.editor, &LayoutEditor::layoutSaved);
    press(desk.editor, "takeProposal");
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.front().front().toString(), QStringLiteral("north-sea-7"));
    QVERIFY(!desk.editor.isVisible());
    QVERIFY(overlayLayoutNamed(QStringLiteral("north-sea-7")).fields.size() >= 4);
}

SHEEN_QGIS_TEST_MAIN(OverlayLayoutEditorTest)
#include "overlay_layout_editor_test.moc"
