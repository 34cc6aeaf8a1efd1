#include "ui/teach/teach_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "detect/detector.h"
#include "flight/flight.h"
#include "teach/marks.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/session/session.h"
#include "ui/session/shown_frame.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/session_opening.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "ui/teach/frame_teacher.h"
#include "ui/teach/mark_strokes.h"

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

    /** Marks of the middle frame: its dark ellipse is no oil, what lies left of it is. */
    LessonRequest lesson() const
    {
        MarkStrokes strokes;
        strokes.add({5, 1, 11, {{200, 180}, {280, 180}}});
        strokes.add({5, 1, 11, {{210, 190}, {270, 190}}});
        strokes.add({5, anyOilMarked, 11, {{20, 20}, {100, 60}}});
        strokes.add({5, anyOilMarked, 11, {{20, 300}, {100, 330}}});
        LessonRequest request;
        request.flight = Flight::open(m_flight.frames);
        request.modelPath = m_model;
        request.device = QStringLiteral("cpu");
        request.marked = {{5, 5.0, strokes.marksOf(5, {480, 360})}};
        request.shownFrame = 5;
        request.shownTimeSeconds = 5;
        return request;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_flight = writeSmallFlight(m_folder.path(), 10);
        m_model = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_model);
    }

    void laterStrokesLieOverEarlierOnes()
    {
        MarkStrokes strokes;
        strokes.add({1, 255, 5, {{10, 10}, {30, 10}}});
        strokes.add({2, 1, 5, {{10, 10}}});
        strokes.add({1, 0, 5, {{30, 10}}});
        cv::Mat marks = strokes.marksOf(1, {40, 20});
        QCOMPARE(int(marks.at<uchar>(10, 12)), 255);
        QCOMPARE(int(marks.at<uchar>(10, 30)), 0);
        QCOMPARE(strokes.frames(), (std::set<int>{1, 2}));
        QVERIFY(strokes.undo());
        marks = strokes.marksOf(1, {40, 20});
        QCOMPARE(int(marks.at<uchar>(10, 30)), 255);
        strokes.remove(0);
        QCOMPARE(strokes.frames(), (std::set<int>{2}));
        QVERIFY(strokes.undo());
        QVERIFY(!strokes.undo());
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
        view.setBrush(std::nullopt);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {100, 100});
        QCOMPARE(clicked.count(), 1);
    }

    void theMaskFollowsTheStrokes()
    {
        FrameTeacher teacher;
        QImage mask;
        connect(&teacher, &FrameTeacher::learned, this,
                [&mask](int, const QImage& learned, double) { mask = learned; });
        QSignalSpy failed(&teacher, &FrameTeacher::failed);
        teacher.learn(lesson());
        QTRY_VERIFY_WITH_TIMEOUT(!mask.isNull() || failed.count() > 0, patienceMilliseconds);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().toString()));
        // The model itself takes the dark ellipse for oil and the rest for water.
        QCOMPARE(qAlpha(mask.pixel(240, 180)), 0);
        QVERIFY(qAlpha(mask.pixel(60, 200)) > 0);
    }

    void whatWasLearnedIsKeptAsAModel()
    {
        FrameTeacher teacher;
        QString name;
        connect(&teacher, &FrameTeacher::saved, this,
                [&name](const ModelCard& card, const QStringList&) { name = card.name; });
        const QString path = m_folder.filePath(QStringLiteral("taught.pt"));
        teacher.save(lesson(), path, QStringLiteral("bay"), {});
        QTRY_COMPARE_WITH_TIMEOUT(name, QStringLiteral("Taught on bay"), patienceMilliseconds);
        QCOMPARE(Detector::load(path)->card().name, QStringLiteral("Taught on bay"));
    }

    void whatIsWrongIsSaid()
    {
        FrameTeacher teacher;
        QSignalSpy failed(&teacher, &FrameTeacher::failed);
        LessonRequest request = lesson();
        request.modelPath = m_folder.filePath(QStringLiteral("none.pt"));
        teacher.learn(request);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMilliseconds);
    }

    void drawingTeachesAndApplyRunsTheFlight()
    {
        Session session;
        FramePanel frames(&session);
        TeachPanel panel(&session, &frames);
        frames.resize(480, 600);
        frames.setVisible(true);
        panel.show();
        QSignalSpy loaded(&session, &Session::modelLoaded);
        session.loadModel(m_model);
        QVERIFY(loaded.wait(patienceMilliseconds));
        openIn(session, m_flight.frames);
        auto* brush = panel.findChild<QComboBox*>(QStringLiteral("teachBrush"));
        QVERIFY(!brush->isEnabled());
        RunSettings settings = session.settings();
        settings.telemetry = m_flight.poses;
        session.setSettings(settings);
        QSignalSpy finished(&session, &Session::runFinished);
        session.run(m_folder.filePath(QStringLiteral("run/sheen.gpkg")));
        QVERIFY(finished.wait(patienceMilliseconds));
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
        QCOMPARE(int(panel.strokes().all().size()), 1);
        drag(*frames.view(), middle - QPoint(150, 60), middle - QPoint(120, 60));

        QSignalSpy wanted(&panel, &TeachPanel::runWanted);
        panel.findChild<QPushButton*>(QStringLiteral("teachApply"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, patienceMilliseconds);
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("run/taught-1.pt"))));
        QTRY_VERIFY_WITH_TIMEOUT(session.model()->path.endsWith(QStringLiteral("taught-1.pt")),
                                 patienceMilliseconds);
        // The strokes stay, and are learned by the same model again when there are more of them.
        QCOMPARE(int(panel.strokes().all().size()), 2);
    }
};

SHEEN_QGIS_TEST_MAIN(TeachPanelTest)
#include "teach_panel_test.moc"
