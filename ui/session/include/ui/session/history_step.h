#pragma once

#include <QUndoCommand>

namespace sheen {

/**
 * A step of the one history of a flight: slicks, telemetry, calibration. It is in force when it is pushed.
 * undo() and redo() may fail; isInForce() tells then where things are.
 */
class HistoryStep : public QUndoCommand
{
public:
    using QUndoCommand::QUndoCommand;

    virtual bool isInForce() const = 0;
};

}  // namespace sheen
