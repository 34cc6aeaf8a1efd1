#include "run_task.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <utility>

#include "base/error.h"
#include "overlay/overlay_layout.h"
#include "ui/session/failure.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/shown_frame.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString acceptanceKey = QStringLiteral("model_accepted");

/** Paints the frame's mask on the map and makes it ready to be drawn. */
ShownFrame shown(FrameResult&& result, MaskMosaic& masks, const QVector<QRgb>& colours)
{
    ShownFrame frame;
    try {
        masks.paint(result.record, result.segmentation.classes);
        frame.picture = shownPicture(result.picture);
        if (!frame.picture.isNull())
            frame.mask = shownMask(result.segmentation.classes, colours);
    } catch (const std::exception&) {
        // A frame that cannot be shown is recorded all the same.
    }
    frame.record = std::move(result.record);
    return frame;
}

void performInto(const RunTask& task, RunOutcome& outcome)
{
    Run run(*task.flight, *task.detector, task.settings);
    const QVector<QRgb> colours = maskColours(run.facts().model);
    const auto listener = [&](std::vector<FrameResult>&& results, const RunProgress& progress) {
        FrameMailbox::Delivery delivery{{}, progress, outcome.workspace};
        for (FrameResult& result : results)
            delivery.frames.push_back(shown(std::move(result), *task.masks, colours));
        task.mailbox->put(std::move(delivery));
    };
    recordRun(run,
              {task.workspacePath, {{acceptanceKey, task.modelAcceptance}}, task.resumed, task.keepsReview},
              listener, *task.cancel, outcome);
    if (outcome.result && outcome.result->proposedOverlay && outcome.workspace)
        saveOverlayLayout(QFileInfo(task.workspacePath).dir().filePath(QStringLiteral("overlay_layout.json")),
                          *outcome.result->proposedOverlay);
}

}  // namespace

RunOutcome perform(const RunTask& task)
{
    RunOutcome outcome;
    try {
        performInto(task, outcome);
    } catch (const Error& error) {
        outcome.failure = error.sentence();
    } catch (const std::exception& error) {
        outcome.failure =
            QCoreApplication::translate("sheen::RunTask",
                                        "The run of \"%1\" stopped: %2. The frames done so far are kept.")
                .arg(task.flight->info().name, QString::fromLocal8Bit(error.what()));
    }
    if (outcome.workspace) {
        const QString unread = failureOf([&outcome] { outcome.slicks = outcome.workspace->slicks(); });
        if (outcome.failure.isEmpty())
            outcome.failure = unread;
    }
    return outcome;
}

}  // namespace sheen
