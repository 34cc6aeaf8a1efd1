#pragma once

#include <memory>

#include "slick_edits.h"
#include "ui/session/history_step.h"

namespace sheen {

class SlickStore;

/** One step of undo over the slicks of a store, which outlives it. It is already in force when it is pushed.
 */
class SlickEditCommand : public HistoryStep
{
public:
    SlickEditCommand(SlickStore* store, const QString& text, SlickStep step);

    // Each changes nothing where the store cannot write it down: isInForce() tells then.
    void redo() override;
    void undo() override;

    bool isInForce() const override { return m_inForce; }
    /** The stack hands out commands as constant; where their slicks lie may change all the same. */
    SlickStep& step() const { return *m_step; }

private:
    SlickStore* m_store;
    std::unique_ptr<SlickStep> m_step;
    bool m_inForce = true;
};

}  // namespace sheen
