#pragma once

#include <functional>

#include "placing/placing_again.h"
#include "ui/session/history_step.h"

namespace sheen {

/**
 * Other settings of track or slicks as a step of the history: a corrected value, a sensor's width, a number
 * of the calibration, the smallest area. Turning one number on and on is one step.
 */
class SettingsStep : public HistoryStep
{
public:
    using Apply = std::function<void(const PlacingSettings&)>;
    /** In words, what leads from the one to the other. */
    using Words = std::function<QString(const PlacingSettings& from, const PlacingSettings& to)>;

    /** `apply` is called when the step is pushed, and by undo() and redo(). `movement`: the step before has
     * not been stored yet. */
    SettingsStep(const PlacingSettings& before, const PlacingSettings& after, bool movement, Apply apply,
                 Words words);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* later) override;

    bool isInForce() const override { return m_inForce; }
    const PlacingSettings& after() const { return m_after; }

private:
    PlacingSettings m_before;
    PlacingSettings m_after;
    Apply m_apply;
    Words m_words;
    bool m_movement;
    bool m_inForce = false;
};

}  // namespace sheen
