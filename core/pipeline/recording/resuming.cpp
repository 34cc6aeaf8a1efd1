#include "recording/resuming.h"

#include <QCoreApplication>
#include <algorithm>

#include "kept_review.h"
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
    finishReviewed(m_workspace, m_done, result,
                   QCoreApplication::translate("sheen::KeptRun", "The run was finished"));
    return true;
}

}  // namespace sheen
