#pragma once

#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>

#include <QSignalSpy>
#include <QtTest>

#include "ui/main_window/main_window.h"
#include "ui/session/session.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/small_flight.h"

namespace sheen::test {

/** Returns what the window's message bar says, one text an item. */
inline QStringList messagesOf(const MainWindow& window)
{
    QStringList texts;
    for (const QgsMessageBarItem* item : window.messages().items())
        texts << item->text();
    return texts;
}

/** Opens a flight in the window, waits for it, and gives it its poses. */
inline void openFlight(MainWindow& window, const SmallFlight& flight)
{
    QSignalSpy opened(&window.session(), &Session::flightOpened);
    window.open(flight.frames);
    QVERIFY(opened.wait(patience));
    RunSettings settings = window.session().settings();
    settings.telemetry = flight.poses;
    window.session().setSettings(settings);
}

}  // namespace sheen::test
