#pragma once

#include <functional>

#include "data/track_settings.h"
#include "ui/session/history_step.h"

namespace sheen {

/**
 * Other track settings as a step of the history: a corrected value, a sensor's width, a number of the
 * calibration. Turning one number on and on is one step.
 */
class TrackStep : public HistoryStep
{
public:
    using Apply = std::function<void(const TrackSettings&)>;
    /** In words, what leads from the one to the other. */
    using Words = std::function<QString(const TrackSettings& from, const TrackSettings& to)>;

    /** `apply` is called when the step is pushed, and by undo() and redo(). `movement`: the step before has
     * not been stored yet. */
    TrackStep(const TrackSettings& before, const TrackSettings& after, bool movement, Apply apply,
              Words words);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* later) override;

    bool isInForce() const override { return m_inForce; }
    const TrackSettings& after() const { return m_after; }

private:
    TrackSettings m_before;
    TrackSettings m_after;
    Apply m_apply;
    Words m_words;
    bool m_movement;
    bool m_inForce = false;
};

}  // namespace sheen
