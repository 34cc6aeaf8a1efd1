#include <unistd.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QSysInfo>
#include <QtTest>

#include "archive/catalogue.h"
#include "dark_flight.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

QString programOf(const QString& name)
{
    return QStandardPaths::findExecutable(
        name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/sbin")});
}

/** A cluster of this machine alone, with its own files, ports and keys; ended with the test. */
class OwnCluster
{
public:
    /** Empty where it stands; else why it does not. */
    QString start()
    {
        for (const char* name : {"munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"}) {
            if (programOf(QString::fromLatin1(name)).isEmpty())
                return QStringLiteral("%1 is not installed (Debian: slurm-wlm).").arg(QLatin1String(name));
        }
        writeKey();
        writeConfiguration();
        const QString socket = m_folder.filePath(QStringLiteral("munge.socket"));
        begin(m_munge, QStringLiteral("munged"),
              {QStringLiteral("--foreground"), QStringLiteral("--force"), QStringLiteral("--key-file"), key(),
               QStringLiteral("--socket"), socket, QStringLiteral("--pid-file"), file("munge.pid"),
               QStringLiteral("--seed-file"), file("munge.seed"), QStringLiteral("--log-file"),
               file("munge.log"), QStringLiteral("--num-threads"), QStringLiteral("2")});
        if (!waitFor([&] { return QFile::exists(socket); }))
            return QStringLiteral("munged did not start.");
        begin(m_controller, QStringLiteral("slurmctld"),
              {QStringLiteral("-D"), QStringLiteral("-f"), configuration()});
        begin(m_node, QStringLiteral("slurmd"),
              {QStringLiteral("-D"), QStringLiteral("-f"), configuration(), QStringLiteral("-N"),
               QStringLiteral("sheen1")});
        if (!waitFor([&] {
                return answerOf(QStringLiteral("sinfo"),
                                {QStringLiteral("-h"), QStringLiteral("-o"), QStringLiteral("%T")})
                    .contains("idle");
            }))
            return QStringLiteral("The node did not come up: %1")
                .arg(QString::fromLocal8Bit(m_node.readAllStandardError().right(400)));
        return {};
    }

    ~OwnCluster()
    {
        for (QProcess* process : {&m_node, &m_controller, &m_munge}) {
            process->terminate();
            if (!process->waitForFinished(10000))
                process->kill();
            process->waitForFinished();
        }
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
        result.insert(QStringLiteral("SLURM_CONF"), configuration());
        return result;
    }

    bool waitUntilAllHaveEnded() const
    {
        return waitFor([this] {
            return answerOf(QStringLiteral("squeue"), {QStringLiteral("-h")}).trimmed().isEmpty();
        });
    }

private:
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString key() const { return file("munge.key"); }
    QString configuration() const { return file("slurm.conf"); }

    void writeKey() const
    {
        QFile target(key());
        if (target.open(QIODevice::WriteOnly)) {
            for (int i = 0; i < 1024; ++i)
                target.putChar(char(QRandomGenerator::system()->bounded(256)));
            target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
    }

    void writeConfiguration() const
    {
        const int port = 20000 + int(QRandomGenerator::system()->bounded(20000));
        const QString user = QString::number(::getuid());
        QFile target(configuration());
        if (!target.open(QIODevice::WriteOnly))
            return;
        target.write(
            QStringLiteral("ClusterName=sheen\n"
                           "SlurmctldHost=%1(127.0.0.1)\n"
                           "SlurmctldPort=%2\nSlurmdPort=%3\n"
                           "AuthType=auth/munge\nAuthInfo=socket=%4/munge.socket\n"
                           "CryptoType=crypto/munge\n"
                           "SlurmUser=%5\nSlurmdUser=%5\n"
                           "StateSaveLocation=%4/state\nSlurmdSpoolDir=%4/spool\n"
                           "SlurmctldPidFile=%4/slurmctld.pid\nSlurmdPidFile=%4/slurmd.pid\n"
                           "SlurmctldLogFile=%4/slurmctld.log\nSlurmdLogFile=%4/slurmd.log\n"
                           "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\n"
                           "SelectType=select/cons_tres\nSelectTypeParameters=CR_CPU\n"
                           "SchedulerType=sched/backfill\nReturnToService=2\nMpiDefault=none\n"
                           "JobAcctGatherType=jobacct_gather/none\n"
                           "AccountingStorageType=accounting_storage/none\n"
                           "SlurmdTimeout=300\nInactiveLimit=0\n"
                           "NodeName=sheen1 NodeHostname=%1 NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN\n"
                           "PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP\n")
                .arg(QSysInfo::machineHostName(), QString::number(port), QString::number(port + 1),
                     m_folder.path(), user)
                .toUtf8());
        QDir(m_folder.path()).mkpath(QStringLiteral("state"));
        QDir(m_folder.path()).mkpath(QStringLiteral("spool"));
    }

    void begin(QProcess& process, const QString& program, const QStringList& arguments)
    {
        process.setProcessEnvironment(environment());
        process.start(programOf(program), arguments);
        process.waitForStarted();
    }

    QByteArray answerOf(const QString& program, const QStringList& arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(programOf(program), arguments);
        process.waitForFinished(20000);
        return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray("failed");
    }

    template <typename Condition>
    static bool waitFor(const Condition& condition)
    {
        constexpr int mostMilliseconds = 300000;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < mostMilliseconds) {
            if (condition())
                return true;
            QTest::qWait(500);
        }
        return false;
    }

    QTemporaryDir m_folder;
    QProcess m_munge;
    QProcess m_controller;
    QProcess m_node;
};

}  // namespace

/** Debian's slurm-wlm, started here for this test. */
class SlurmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlightInPartsIsThatInOnePiece()
    {
        OwnCluster cluster;
        if (const QString why = cluster.start(); !why.isEmpty())
            QSKIP(qPrintable(QStringLiteral("No cluster: ") + why));
        const DarkFlights flights;
        for (const char* folder : {"cluster", "here"}) {
            flights.add(QLatin1String(folder) + QStringLiteral("/long"), 52);
            flights.add(QLatin1String(folder) + QStringLiteral("/short"), 5, 9);
        }
        const auto archive = [&flights](const char* folder) {
            return QStringList{QStringLiteral("archive"), flights.path(QLatin1String(folder))} +
                   flights.options() + QStringList{QStringLiteral("--threads"), QStringLiteral("1")};
        };
        QProcess process;
        process.setProcessEnvironment(cluster.environment());
        process.start(
            QStringLiteral(SHEEN_PROGRAM),
            archive("cluster") + QStringList{QStringLiteral("--slurm"), QStringLiteral("--frames-per-task"),
                                             QStringLiteral("13")});
        const Outcome submitted = finished(process);
        QVERIFY2(submitted.status == 0, qPrintable(submitted.err));
        QVERIFY2(DarkFlights::contents(flights.path(QStringLiteral("cluster/slurm/array.sh")))
                     .contains("--array=1-5"),
                 "four parts and a short flight");
        QVERIFY(cluster.waitUntilAllHaveEnded());
        const QDir logs(flights.path(QStringLiteral("cluster/slurm")));
        QCOMPARE(logs.entryList({QStringLiteral("*_6.log")}).size(), 1);  // the task that joins the parts
        QCOMPARE(DarkFlights::sheen(archive("here")).status, 0);

        const auto found = Catalogue::read(flights.path(QStringLiteral("cluster/catalogue.gpkg")))->find();
        QCOMPARE(found.size(), std::size_t(2));
        for (const FlightEntry& entry : found)
            QVERIFY2(entry.state == FlightState::Done, qPrintable(entry.sentence));
        for (const char* flight : {"long", "short"}) {
            const auto results = [&](const char* folder) {
                return flights.path(
                    QStringLiteral("%1/%2.sheen/").arg(QLatin1String(folder), QLatin1String(flight)));
            };
            for (const char* name :
                 {"slicks.geojson", "appearances.geojson", "telemetry.csv", "masks/000004.tif"}) {
                const QByteArray one = DarkFlights::contents(results("cluster") + QLatin1String(name));
                QVERIFY2(!one.isEmpty(), name);
                QVERIFY2(one == DarkFlights::contents(results("here") + QLatin1String(name)), name);
            }
        }
    }
};

QTEST_GUILESS_MAIN(SlurmTest)
#include "slurm_test.moc"
