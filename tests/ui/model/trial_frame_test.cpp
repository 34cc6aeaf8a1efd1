#include "ui/model/trial_frame.h"

#include <QSignalSpy>

#include "support/source_folder.h"
#include "ui/session/session.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"

using namespace sheen;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy

void open(Session& session, const QString& path)
{
    QSignalSpy opened(&session, &Session::flightOpened);
    session.open(path);
    QTRY_VERIFY_WITH_TIMEOUT(opened.count() > 0, patience);
}

void setTelemetry(Session& session, const QString& telemetry)
{
    QSignalSpy changed(&session, &Session::previewChanged);
    RunSettings settings = session.settings();
    settings.telemetry = telemetry;
    session.setSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, patience);
}

}  // namespace

/** What a model is tried on: a frame with the marks that a run would take out of it. */
class TrialFrameTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void theOverlayIsKnownWhateverTheTelemetryComesFrom()
    {
        Session session;
        open(session, sourcePath(QStringLiteral("tests/flights/demo/flight.mp4")));
        for (const QString& telemetry : {QStringLiteral("overlay"), QStringLiteral("klv"),
                                         sourcePath(QStringLiteral("tests/flights/demo/truth.csv"))}) {
            setTelemetry(session, telemetry);
            const TrialFrame frame = trialFrameOf(session, 10)();
            QVERIFY(!frame.picture.empty());
            QVERIFY2(!frame.hints.overlay.empty(), qPrintable(telemetry));
        }
    }

    void aFlightWithoutOverlayHasNoMarks()
    {
        Session session;
        open(session, test::writeSmallFlight(m_folder.path(), 3).frames);
        const TrialFrame frame = trialFrameOf(session, 1)();
        QVERIFY(!frame.picture.empty());
        QVERIFY(frame.hints.overlay.empty());
    }

    void withoutAFlightThereIsNone()
    {
        const Session session;
        QVERIFY(!trialFrameOf(session, 0));
    }
};

SHEEN_QGIS_TEST_MAIN(TrialFrameTest)
#include "trial_frame_test.moc"
