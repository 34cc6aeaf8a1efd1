#pragma once

#include <QSignalSpy>
#include <QtTest>

#include "ui/session/session.h"

namespace sheen::test {

/** Opens a recording or a workspace, and waits until it is there. */
inline void openIn(Session& session, const QString& path)
{
    constexpr int patience = 120000;  // milliseconds; the machine may be busy
    QSignalSpy flight(&session, &Session::flightOpened);
    QSignalSpy workspace(&session, &Session::workspaceOpened);
    session.open(path);
    QTRY_VERIFY_WITH_TIMEOUT(flight.count() + workspace.count() > 0, patience);
}

}  // namespace sheen::test
