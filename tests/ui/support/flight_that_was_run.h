#pragma once

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/pipeline/placing/overlay_flight.h"
#include "slick/merge.h"
#include "ui/session/session.h"
#include "workspace/workspace.h"

namespace sheen::test {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy

/** A flight that was run, in a workspace of its own. */
class FlightThatWasRun
{
public:
    FlightThatWasRun()
    {
        const std::vector<FrameRecord> frames =
            OverlayFlight::frames(40, {OverlayFlight::square(500, 0, 60), OverlayFlight::square(700, 60, 50),
                                       OverlayFlight::square(900, -60, 40)});
        RunFacts facts = OverlayFlight::facts();
        facts.framesDone = facts.framesPlaced = int(frames.size());
        Workspace::create(path(), facts)
            ->finish(facts, frames, mergeSlicks(frames, facts.model, mergeSettingsOf(facts)));
    }

    QString path() const { return m_folder.filePath(QStringLiteral("sheen.gpkg")); }
    std::unique_ptr<Workspace> onDisk() const { return Workspace::open(path()); }

    void openIn(Session& session) const
    {
        QSignalSpy opened(&session, &Session::workspaceOpened);
        session.open(path());
        QVERIFY(opened.wait(patience));
    }

private:
    QTemporaryDir m_folder;
};

}  // namespace sheen::test
