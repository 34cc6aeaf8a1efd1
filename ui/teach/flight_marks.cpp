#include "ui/teach/flight_marks.h"

#include <optional>
#include <utility>

#include "base/error.h"
#include "teaching/frame_marks.h"
#include "ui/session/reviewer.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "workspace/teaching_memory.h"
#include "workspace/workspace.h"

namespace sheen {

FlightMarks::FlightMarks(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted})
        connect(session, signal, this, &FlightMarks::load);
    connect(session, &Session::runFinished, this, &FlightMarks::load);
    connect(session, &Session::resultsMoved, this, [this] { m_workspace = m_session->workspace(); });
    connect(session, &Session::placedAgain, this, [this](bool stored) {
        if (stored)
            placeAgain();
    });
    load();
}

void FlightMarks::load()
{
    m_workspace = m_session->workspace();
    m_marks.clear();
    m_base = {};
    m_taughtSha256.clear();
    m_undo.clear();
    m_redo.clear();
    try {
        const std::optional<TeachingMemory> memory =
            m_workspace ? teachingMemoryOf(*m_workspace) : std::nullopt;
        if (memory) {
            m_marks = m_workspace->marks();
            m_base = memory->base;
            m_taughtSha256 = memory->taughtSha256;
        }
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
    }
    Q_EMIT changed();
}

void FlightMarks::placeAgain()
{
    Marks marks = m_marks;
    if (!marks.empty() && store(marks, m_base, m_taughtSha256))
        m_marks = std::move(marks);
}

bool FlightMarks::store(Marks& marks, const ModelCard& base, const QString& taughtSha256)
{
    if (!m_workspace)
        return false;
    if (m_session->slicks()->isReadOnly()) {
        Q_EMIT failed(
            tr("These results are open in another window: marks can be made there, not here. "
               "Nothing was changed."));
        return false;
    }
    try {
        placeMarks(marks, m_session->frames());
        WaitingWrites& writes = m_session->slicks()->writes();
        writes.write([marks, base](Workspace& workspace) { workspace.setMarks(marks, base); });
        writes.write([memory = TeachingMemory{base, taughtSha256}](Workspace& workspace) {
            keepTeachingMemory(workspace, memory);
        });
        return true;
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
        return false;
    }
}

bool FlightMarks::become(Marks marks)
{
    if (!store(marks, m_base, m_taughtSha256))
        return false;
    m_marks = std::move(marks);
    return true;
}

void FlightMarks::add(TeachingMark mark)
{
    mark.person = reviewerName();
    mark.utc = QDateTime::currentDateTimeUtc();
    Marks marks = m_marks;
    marks.push_back(std::move(mark));
    Marks before = m_marks;
    if (become(std::move(marks))) {
        m_undo.push_back(std::move(before));
        m_redo.clear();
    }
    Q_EMIT changed();
}

void FlightMarks::remove(std::size_t index)
{
    if (index >= m_marks.size())
        return;
    Marks marks = m_marks;
    marks.erase(marks.begin() + std::ptrdiff_t(index));
    Marks before = m_marks;
    if (become(std::move(marks))) {
        m_undo.push_back(std::move(before));
        m_redo.clear();
    }
    Q_EMIT changed();
}

void FlightMarks::undo()
{
    if (!canUndo())
        return;
    Marks now = m_marks;
    if (become(m_undo.back())) {
        m_undo.pop_back();
        m_redo.push_back(std::move(now));
    }
    Q_EMIT changed();
}

void FlightMarks::redo()
{
    if (!canRedo())
        return;
    Marks now = m_marks;
    if (become(m_redo.back())) {
        m_redo.pop_back();
        m_undo.push_back(std::move(now));
    }
    Q_EMIT changed();
}

void FlightMarks::setBase(const ModelCard& card)
{
    const ModelCard was = std::exchange(m_base, card);
    m_taughtSha256.clear();
    for (std::vector<Marks>* steps : {&m_undo, &m_redo}) {
        for (Marks& marks : *steps)
            translateMarks(marks, was, card);
    }
    translateMarks(m_marks, was, card);
    if (!m_marks.empty())
        store(m_marks, m_base, m_taughtSha256);
    Q_EMIT changed();
}

void FlightMarks::setTaught(const QString& sha256)
{
    m_taughtSha256 = sha256;
    store(m_marks, m_base, m_taughtSha256);
}

}  // namespace sheen
