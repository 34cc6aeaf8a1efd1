#include "slick_edit_command.h"

#include <utility>

#include "ui/session/slick_store.h"

namespace sheen {

SlickEditCommand::SlickEditCommand(SlickStore* store, const QString& text, SlickStep step)
    : HistoryStep(text), m_store(store), m_step(std::make_unique<SlickStep>(std::move(step)))
{}

void SlickEditCommand::redo()
{
    if (!m_inForce)
        m_inForce = m_store->apply(QStringLiteral("redo"), text(), m_step->before, m_step->after);
}

void SlickEditCommand::undo()
{
    if (m_inForce)
        m_inForce = !m_store->apply(QStringLiteral("undo"), text(), m_step->after, m_step->before);
}

}  // namespace sheen
