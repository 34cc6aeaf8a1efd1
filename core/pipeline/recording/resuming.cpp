#include "recording/resuming.h"

#include <QCoreApplication>
#include <algorithm>

#include "placing/placing_again.h"
#include "placing/slicks_again.h"
#include "run/neighbours.h"
#include "workspace/workspace.h"

namespace sheen {

bool canBeFinished(const RunFacts& facts)
{
    return facts.cancelled || facts.brokenOff;
}

KeptRun::KeptRun(Workspace& workspace) : m_workspace(workspace), m_done(workspace.frames())
{
    const std::size_t kept = m_done.size() - std::min(m_done.size(), neighboursOnASide);
    if (kept < m_done.size())
        m_firstNew = m_done[kept].frame;
    m_done.resize(kept);
}

void KeptRun::begin(const RunFacts& facts)
{
    m_workspace.removeFramesFrom(m_firstNew);
    m_workspace.setFacts(facts);
}

bool KeptRun::finish(RunResult& result)
{
    if (result.frames.size() <= m_done.size())
        return false;
    const std::vector<Slick> earlier = m_workspace.slicks();
    const AbsentSlicks absent = m_workspace.absentSlicks();
    if (absent.deleted.empty() && absent.retired.empty() && earlier.empty()) {
        m_workspace.finish(result.facts, result.frames, result.slicks);
        return true;
    }
    const std::vector<FrameRecord> now(result.frames.begin(),
                                       result.frames.begin() + static_cast<std::ptrdiff_t>(m_done.size()));
    const SlickCarrier carrier(m_done, now);
    const std::vector<Slick> deleted = carrier.carried(absent.deleted);
    const SlicksAgain again =
        slicksAgain(carrier.carried(earlier), deleted, carrier.carried(absent.retired), result.slicks,
                    mergeSettingsOf(result.facts).smallestAreaSquareMetres);
    Edit edit;
    edit.time = QDateTime::currentDateTimeUtc();
    edit.action = QStringLiteral("telemetry");  // as whenever a flight is placed and merged anew
    edit.description = QCoreApplication::translate("sheen::KeptRun", "The run was finished");
    result.slicks =
        m_workspace.replaceAll(result.facts, result.frames, again.slicks, {deleted, again.retired}, edit);
    return true;
}

}  // namespace sheen
