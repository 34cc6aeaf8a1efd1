#include "ui/teach/teach_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "detect/detector.h"
#include "detect/taught_models.h"
#include "flight/flight.h"
#include "teach/marks.h"
#include "teach/taught_card.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/session/session.h"
#include "ui/session/shown_frame.h"
#include "ui/session/slick_store.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/session_opening.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "ui/teach/apply_dialog.h"
#include "ui/teach/frame_teacher.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patienceMilliseconds = 120000;

/** Draws with the left button, from one pixel of a view of the picture's own size to another. */
void drag(QWidget& view, const QPoint& from, const QPoint& to)
{
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    // QTest::mouseMove presses no button.
    QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &move);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
}

}  // namespace

class TeachPanelTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    SmallFlight m_flight;
    QString m_model;

    static TeachingMark stroke(int value, std::vector<cv::Point> points)
    {
        TeachingMark mark;
        mark.frame = 5;
        mark.value = value;
        mark.widthPixels = 11;
        mark.points = std::move(points);
        return mark;
    }

    /** Marks of the middle frame: its dark ellipse is no oil, what lies left of it is. */
    LessonRequest lesson() const
    {
        auto frames = std::make_shared<std::vector<FrameRecord>>(1);
        frames->front().frame = 5;
        frames->front().timeSeconds = 5;
        frames->front().pictureSize = {480, 360};
        frames->front().telemetry.sensor = QStringLiteral("EOW");
        LessonRequest request;
        request.flight = Flight::open(m_flight.frames);
        request.base.path = m_model;
        request.device = QStringLiteral("cpu");
        request.marks = drawnFrameMarks(
            {stroke(1, {{200, 165}, {280, 165}}), stroke(1, {{210, 195}, {270, 195}}),
             stroke(anyOilMarked, {{20, 20}, {100, 60}}), stroke(anyOilMarked, {{20, 300}, {100, 330}})},
            *frames);
        request.frames = frames;
        request.shownFrame = 5;
        return request;
    }

    /** Opens the flight and runs it with the small model. */
    void run(Session& session, const QString& workspace)
    {
        QSignalSpy loaded(&session, &Session::modelLoaded);
        session.loadModel(m_model);
        QVERIFY(loaded.wait(patienceMilliseconds));
        openIn(session, m_flight.frames);
        RunSettings settings = session.settings();
        settings.telemetry = m_flight.poses;
        session.setSettings(settings);
        QSignalSpy finished(&session, &Session::runFinished);
        session.run(workspace);
        QVERIFY(finished.wait(patienceMilliseconds));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_flight = writeSmallFlight(m_folder.path(), 10);
        m_model = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_model);
    }

    void theBrushDrawsAndTheMiddleButtonMoves()
    {
        FrameView view;
        view.resize(480, 360);
        view.show();
        ShownFrame frame;
        frame.record.pictureSize = {480, 360};
        frame.picture = QImage(480, 360, QImage::Format_RGB32);
        view.showFrame(frame, {});
        QSignalSpy clicked(&view, &FrameView::clicked);
        std::vector<QPointF> drawn;
        connect(&view, &FrameView::drawn, [&drawn](const std::vector<QPointF>& points) { drawn = points; });
        drag(view, {100, 100}, {200, 150});
        QVERIFY(drawn.empty());
        view.setBrush(FrameView::Brush{Qt::red, 9});
        drag(view, {100, 100}, {200, 150});
        QCOMPARE(int(drawn.size()), 2);
        QVERIFY(std::abs(drawn.back().x() - drawn.front().x() - 100) < 2);
        QCOMPARE(clicked.count(), 0);
        QSignalSpy wider(&view, &FrameView::brushWidthWanted);
        QWheelEvent wheel(QPointF(100, 100), view.mapToGlobal(QPoint(100, 100)), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &wheel);
        QCOMPARE(wider.count(), 1);
        QCOMPARE(wider.first().first().toInt(), 1);
        view.setBrush(std::nullopt);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {100, 100});
        QCOMPARE(clicked.count(), 1);
    }

    void theMaskFollowsTheStrokes()
    {
        FrameTeacher teacher;
        QImage mask;
        std::optional<double> overlap;
        connect(&teacher, &FrameTeacher::learned, this,
                [&mask](const LearnedFrame& learned) { mask = learned.mask; });
        connect(&teacher, &FrameTeacher::judged, this,
                [&overlap](const std::optional<double>& held, const QStringList&) { overlap = held; });
        QSignalSpy failed(&teacher, &FrameTeacher::failed);
        teacher.learn(lesson());
        QTRY_VERIFY_WITH_TIMEOUT(!mask.isNull() || failed.count() > 0, patienceMilliseconds);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().toString()));
        // The model itself takes the dark ellipse for oil and the rest for water.
        QCOMPARE(qAlpha(mask.pixel(240, 180)), 0);
        QVERIFY(qAlpha(mask.pixel(60, 200)) > 0);
        // And says how sure it is.
        QTRY_VERIFY_WITH_TIMEOUT(overlap.has_value(), patienceMilliseconds);
        QVERIFY(*overlap > 0.9);
    }

    void whatWasLearnedIsKeptAsAModel()
    {
        FrameTeacher teacher;
        ModelCard kept;
        connect(&teacher, &FrameTeacher::saved, this,
                [&kept](const ModelCard& card, const QStringList&) { kept = card; });
        const QString path = m_folder.filePath(QStringLiteral("taught.pt"));
        teacher.save(lesson(), path, QStringLiteral("My bay"), QStringLiteral("bay"), QStringLiteral("김"));
        QTRY_COMPARE_WITH_TIMEOUT(kept.name, QStringLiteral("My bay"), patienceMilliseconds);
        QCOMPARE(Detector::load(path)->card().name, QStringLiteral("My bay"));
        QCOMPARE(taughtSensors(kept), QStringList{QStringLiteral("EOW")});
        QCOMPARE(kept.json.value(QLatin1String("taught"))[QLatin1String("person")].toString(),
                 QStringLiteral("김"));

        // What is inside of it is taught as its base itself is.
        LessonRequest further = lesson();
        further.base = {path, kept.sha256, true};
        QString base;
        connect(&teacher, &FrameTeacher::saved, this, [&base](const ModelCard& card, const QStringList&) {
            base =
                card.json[QLatin1String("taught")][QLatin1String("base")][QLatin1String("name")].toString();
        });
        teacher.save(further, m_folder.filePath(QStringLiteral("further.pt")), {}, {}, {});
        QTRY_COMPARE_WITH_TIMEOUT(base, readModelCard(m_model).name, patienceMilliseconds);
    }

    void whatIsWrongIsSaid()
    {
        FrameTeacher teacher;
        QSignalSpy failed(&teacher, &FrameTeacher::failed);
        LessonRequest request = lesson();
        request.base.path = m_folder.filePath(QStringLiteral("none.pt"));
        teacher.learn(request);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMilliseconds);
    }

    /** One after the other: what is marked on results, and the flight run with it. */
    void drawingTeachesAndApplyRunsTheFlight()
    {
        const QString path = m_folder.filePath(QStringLiteral("run/sheen.gpkg"));
        Session session;
        FramePanel frames(&session);
        TeachPanel panel(&session, &frames);
        frames.resize(480, 600);
        frames.setVisible(true);
        panel.show();
        auto* brush = panel.findChild<QComboBox*>(QStringLiteral("teachBrush"));
        QVERIFY(!brush->isEnabled());
        run(session, path);
        frames.goToFrame(5);
        QTRY_COMPARE_WITH_TIMEOUT(frames.currentFrame(), 5, patienceMilliseconds);

        QTRY_VERIFY(brush->isEnabled());
        brush->setCurrentIndex(brush->findData(1));
        const QPoint middle = frames.view()->rect().center();
        drag(*frames.view(), middle - QPoint(20, 0), middle + QPoint(20, 0));
        brush->setCurrentIndex(brush->findData(anyOilMarked));
        drag(*frames.view(), middle - QPoint(150, 60), middle - QPoint(120, 60));
        QCOMPARE(panel.findChild<QListWidget*>(QStringLiteral("teachStrokes"))->count(), 2);
        auto* status = panel.findChild<QLabel*>(QStringLiteral("teachStatus"));
        QTRY_VERIFY_WITH_TIMEOUT(status->text().startsWith(QStringLiteral("Learned in")),
                                 patienceMilliseconds);
        panel.findChild<QPushButton*>(QStringLiteral("teachUndo"))->click();
        QCOMPARE(int(panel.marks().all().size()), 1);
        QTest::keySequence(frames.view(), QKeySequence(QKeySequence::Redo));
        QCOMPARE(int(panel.marks().all().size()), 2);
        QTest::keySequence(frames.view(), QKeySequence(QKeySequence::Undo));
        QCOMPARE(int(panel.marks().all().size()), 1);
        drag(*frames.view(), middle - QPoint(150, 60), middle - QPoint(120, 60));
        QCOMPARE(int(session.workspace()->marks().size()), 2);
        QVERIFY(!session.workspace()->marks()[0].ground.empty());

        const std::vector<Slick> found = session.slicks()->slicks();
        QVERIFY(!found.empty());
        session.slicks()->setNote(found[0].id, QStringLiteral("a shadow"));
        connect(&panel, &TeachPanel::runWanted, this, [&] { session.run(path, Session::Review::Kept); });
        QSignalSpy finished(&session, &Session::runFinished);
        panel.findChild<QPushButton*>(QStringLiteral("teachApply"))->click();
        auto* dialog = panel.findChild<ApplyDialog*>();
        QVERIFY(dialog);
        // Three other frames are shown, each before and after.
        for (const int line : {1, 2, 3}) {
            const auto* after = dialog->findChild<QLabel*>(QStringLiteral("applyAfter%1").arg(line));
            QTRY_VERIFY_WITH_TIMEOUT(after->pixmap(Qt::ReturnByValue).width() > 0, patienceMilliseconds);
            const QString caption =
                dialog->findChild<QLabel*>(QStringLiteral("applyCaption%1").arg(line))->text();
            QVERIFY(!caption.startsWith(QStringLiteral("Frame 5\n")));
        }
        dialog->findChild<QLineEdit*>(QStringLiteral("applyName"))->setText(QStringLiteral("My bay"));
        dialog->findChild<QPushButton*>(QStringLiteral("applyRun"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMilliseconds);
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("run/taught-1.pt"))));
        QVERIFY(session.model()->path.endsWith(QStringLiteral("taught-1.pt")));
        QCOMPARE(session.model()->name, QStringLiteral("My bay"));
        QCOMPARE(session.facts().model.name, QStringLiteral("My bay"));
        QCOMPARE(taughtModels().front().name, QStringLiteral("My bay"));
        // What was reviewed is still there, and so are the marks, by the model that they began with.
        const std::vector<Slick>& slicks = session.slicks()->slicks();
        QVERIFY(std::any_of(slicks.begin(), slicks.end(), [&](const Slick& slick) {
            return slick.id == found[0].id && slick.note == QStringLiteral("a shadow");
        }));
        QCOMPARE(int(panel.marks().all().size()), 2);
        QCOMPARE(panel.marks().base().name, readModelCard(m_model).name);
    }

    void marksAreThereWhenTheFlightIsOpenedAgain()
    {
        Session session;
        FramePanel frames(&session);
        TeachPanel panel(&session, &frames);
        openIn(session, m_folder.filePath(QStringLiteral("run/sheen.gpkg")));
        QCOMPARE(int(panel.marks().all().size()), 2);
        auto* list = panel.findChild<QListWidget*>(QStringLiteral("teachStrokes"));
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Frame 5")));
        QTRY_VERIFY_WITH_TIMEOUT(session.model() && !session.isLoadingModel(), patienceMilliseconds);
        QCOMPARE(session.model()->name, QStringLiteral("My bay"));
        QCOMPARE(panel.marks().base().name, readModelCard(m_model).name);

        frames.goToFrame(0);
        QTRY_COMPARE_WITH_TIMEOUT(frames.currentFrame(), 0, patienceMilliseconds);
        Q_EMIT list->itemDoubleClicked(list->item(0));
        QTRY_COMPARE_WITH_TIMEOUT(frames.currentFrame(), 5, patienceMilliseconds);
        list->setCurrentRow(0);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(int(session.workspace()->marks().size()), 1);
    }

    void clicksMarkPatches()
    {
        Session session;
        FramePanel frames(&session);
        TeachPanel panel(&session, &frames);
        frames.resize(480, 600);
        frames.setVisible(true);
        panel.show();
        run(session, m_folder.filePath(QStringLiteral("clicks/sheen.gpkg")));
        frames.goToFrame(5);
        QTRY_COMPARE_WITH_TIMEOUT(frames.currentFrame(), 5, patienceMilliseconds);
        auto* brush = panel.findChild<QComboBox*>(QStringLiteral("teachBrush"));
        QTRY_VERIFY(brush->isEnabled());
        // The dark ellipse is oil for the model: one click says that all of it is none.
        brush->setCurrentIndex(brush->findText(QStringLiteral("Click: this patch is not oil")));
        QTest::mouseClick(frames.view(), Qt::LeftButton, {}, frames.view()->rect().center());
        QCOMPARE(int(panel.marks().all().size()), 1);
        const TeachingMark& patch = panel.marks().all()[0];
        QCOMPARE(patch.value, 1);
        QCOMPARE(patch.widthPixels, TeachingMark::area + 0);
        const cv::Rect box = cv::boundingRect(patch.points);
        QVERIFY(box.contains({240, 180}));
        QVERIFY(box.width > 100 && box.width < 145);
    }

    /** Decided slicks teach when asked to, without a mark. */
    void decisionsTeach()
    {
        Session session;
        FramePanel frames(&session);
        TeachPanel panel(&session, &frames);
        frames.setVisible(true);
        panel.show();
        run(session, m_folder.filePath(QStringLiteral("decided/sheen.gpkg")));
        frames.goToFrame(5);
        QTRY_COMPARE_WITH_TIMEOUT(frames.currentFrame(), 5, patienceMilliseconds);
        auto* apply = panel.findChild<QPushButton*>(QStringLiteral("teachApply"));
        QVERIFY(!apply->isEnabled());
        session.slicks()->setDecision({session.slicks()->slicks().at(0).id}, Decision::Accepted);
        panel.findChild<QCheckBox*>(QStringLiteral("teachDecisions"))->setChecked(true);
        auto* status = panel.findChild<QLabel*>(QStringLiteral("teachStatus"));
        QTRY_VERIFY_WITH_TIMEOUT(status->text().startsWith(QStringLiteral("Learned in")),
                                 patienceMilliseconds);
        QVERIFY(apply->isEnabled());
        auto* judgement = panel.findChild<QLabel*>(QStringLiteral("teachJudgement"));
        QTRY_VERIFY_WITH_TIMEOUT(judgement->text().contains(QStringLiteral("Only oil is marked")),
                                 patienceMilliseconds);
    }
};

SHEEN_QGIS_TEST_MAIN(TeachPanelTest)
#include "teach_panel_test.moc"
