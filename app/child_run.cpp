#include "child_run.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "platform/parent.h"

namespace sheen {

namespace {

constexpr int lookMilliseconds = 200;  //!< between two looks at cancel

void tell(const QByteArray& line, const ChildListener& listener)
{
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    if (event.value(QStringLiteral("event")).toString() == QLatin1String("frame"))
        listener(event.value(QStringLiteral("frames_done")).toInt(),
                 event.value(QStringLiteral("frames_expected")).toInt());
}

QString lastLine(const QByteArray& text)
{
    return QString::fromLocal8Bit(text).trimmed().section(QLatin1Char('\n'), -1).trimmed();
}

}  // namespace

ChildOutcome runChild(const QStringList& arguments, const ChildListener& listener, const Cancel& cancel)
{
    QProcess process;
    process.setProcessEnvironment(environmentOfChild());
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForStarted())
        return {-1, process.errorString()};
    process.closeWriteChannel();
    bool asked = false;
    bool ended = false;
    while (!ended) {
        ended = process.waitForFinished(lookMilliseconds);
        while (process.canReadLine())
            tell(process.readLine(), listener);
        if (cancel.requested() && !asked) {
            process.terminate();
            asked = true;
        }
        ended = ended || process.state() == QProcess::NotRunning;
    }
    const bool crashed = process.exitStatus() != QProcess::NormalExit;
    return {crashed ? -1 : process.exitCode(), lastLine(process.readAllStandardError())};
}

}  // namespace sheen
