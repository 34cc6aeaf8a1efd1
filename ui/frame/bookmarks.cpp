#include "ui/frame/bookmarks.h"

#include <algorithm>

#include "base/error.h"
#include "ui/session/reviewer.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "workspace/workspace.h"

namespace sheen {

Bookmarks::Bookmarks(Session* session) : m_session(session)
{
    for (const auto signal : {&Session::flightOpened, &Session::runStarted})
        connect(session, signal, this, &Bookmarks::clear);
    connect(session, &Session::workspaceOpened, this, &Bookmarks::load);
    connect(session, &Session::runFinished, this, &Bookmarks::load);
}

bool Bookmarks::canChange() const
{
    return m_session->workspace() && !m_session->isRunning() && !m_session->slicks()->isReadOnly();
}

void Bookmarks::clear()
{
    m_all.clear();
    Q_EMIT changed();
}

void Bookmarks::load()
{
    m_all.clear();
    try {
        if (const std::shared_ptr<Workspace> workspace = m_session->workspace())
            m_all = bookmarksFromJson(workspace->kept(keptBookmarksName()));
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
    }
    Q_EMIT changed();
}

void Bookmarks::keep()
{
    try {
        m_session->slicks()->writes().write(
            [json = bookmarksToJson(m_all)](Workspace& results) { results.keep(keptBookmarksName(), json); });
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
    }
    Q_EMIT changed();
}

void Bookmarks::add(double startSeconds, double endSeconds, const QString& note)
{
    if (!canChange())
        return;
    const auto [start, end] = std::minmax(startSeconds, endSeconds);
    const Bookmark bookmark{start, end, note.simplified(), reviewerName(), QDateTime::currentDateTimeUtc()};
    const auto after = std::upper_bound(
        m_all.begin(), m_all.end(), bookmark,
        [](const Bookmark& a, const Bookmark& b) { return a.startSeconds < b.startSeconds; });
    m_all.insert(after, bookmark);
    keep();
}

void Bookmarks::setNote(std::size_t index, const QString& note)
{
    if (!canChange() || index >= m_all.size() || m_all[index].note == note.simplified())
        return;
    m_all[index].note = note.simplified();
    m_all[index].person = reviewerName();
    m_all[index].written = QDateTime::currentDateTimeUtc();
    keep();
}

void Bookmarks::remove(std::size_t index)
{
    if (!canChange() || index >= m_all.size())
        return;
    m_all.erase(m_all.begin() + std::ptrdiff_t(index));
    keep();
}

}  // namespace sheen
