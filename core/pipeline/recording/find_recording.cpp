#include "recording/find_recording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "base/error.h"
#include "flight/identity.h"

namespace sheen {

namespace {

struct FindRecordingText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FindRecording)
};

/** Empty where none in the folder is the one. */
QString findIn(const QDir& folder, const RecordingIdentity& wanted)
{
    const QFileInfoList entries =
        folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& entry : entries) {
        if ((entry.isDir() || entry.size() == wanted.bytes) && identityOf(entry.absoluteFilePath()) == wanted)
            return entry.absoluteFilePath();
    }
    return {};
}

}  // namespace

bool isResultOf(const RunFacts& facts, const QString& recordingPath, const RecordingIdentity& recording)
{
    if (facts.recording.isKnown() && recording.isKnown())
        return facts.recording == recording;
    const QFileInfo then(facts.flightPath);
    const QFileInfo now(recordingPath);
    // QFileInfo takes any two files that do not exist for the same.
    return then.exists() && now.exists() ? then == now : then.absoluteFilePath() == now.absoluteFilePath();
}

QString findRecording(const RunFacts& facts, const QString& workspacePath)
{
    const bool isThere = QFileInfo::exists(facts.flightPath);
    if (isThere && (!facts.recording.isKnown() || identityOf(facts.flightPath) == facts.recording))
        return facts.flightPath;
    if (facts.recording.isKnown()) {
        QDir folder = QFileInfo(workspacePath).absoluteDir();
        QString found = findIn(folder, facts.recording);
        if (found.isEmpty() && folder.cdUp())
            found = findIn(folder, facts.recording);
        if (!found.isEmpty())
            return found;
    }
    throw Error(isThere ? FindRecordingText::tr(
                              "The recording \"%1\" is another one than that of the workspace \"%2\" now. "
                              "Name the one that was run.")
                              .arg(facts.flightPath, workspacePath)
                        : FindRecordingText::tr(
                              "The recording \"%1\" of the workspace \"%2\" is not there any more. Name "
                              "the recording itself.")
                              .arg(facts.flightPath, workspacePath),
                ErrorKind::Unreadable);
}

}  // namespace sheen
