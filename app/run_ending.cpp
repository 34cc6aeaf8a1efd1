// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_ending.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include "console.h"
#include "run_command_text.h"
#include "sources/missing_telemetry.h"

namespace sheen {

namespace {

QJsonObject summaryOf(ExitStatus status, const RunResult& result, const QString& folder)
{
    return {{QStringLiteral("status"), int(status)},
            {QStringLiteral("frames_done"), result.facts.framesDone},
            {QStringLiteral("frames_placed"), result.facts.framesPlaced},
            {QStringLiteral("slicks"), int(result.slicks.size())},
            {QStringLiteral("wall_s"), result.facts.wallSeconds},
            {QStringLiteral("folder"), folder}};
}

void printPlaces(const RunEnding& ending, const RunResult& result, const QString& folder)
{
    double area = 0;
    for (const Slick& slick : result.slicks)
        area += slick.oiledSquareMetres();
    printLine(RunCommandText::tr("%1 frames, %2 of them placed; %3 slicks, %4 m2 of oil in all; %5 s")
                  .arg(result.facts.framesDone)
                  .arg(result.facts.framesPlaced)
                  .arg(result.slicks.size())
                  .arg(area, 0, 'f', 0)
                  .arg(result.facts.wallSeconds, 0, 'f', 1));
    const QDir directory(folder);
    for (const char* name : {"mosaic.tif", "mask_mosaic.tif", "slicks.shp", "sheen.gpkg", "report.pdf",
                             "summary.json", "overlay_layout.json"}) {
        const QFileInfo file(directory.filePath(QString::fromLatin1(name)));
        if (file.exists() && file.lastModified() >= ending.startedAt)  // not one of an earlier run
            printLine(QStringLiteral("  ") + file.filePath());
    }
}

}  // namespace

ExitStatus concludeRun(const RunEnding& ending, const RunResult& result, const QString& folder)
{
    ExitStatus status = ExitStatus::Done;
    if (result.facts.cancelled)
        status = ExitStatus::Cancelled;
    else if (result.facts.framesPlaced == 0)
        status = ExitStatus::NothingPlaced;
    ending.progress.finished(summaryOf(status, result, folder));
    for (const QString& notice : sentencesOf(result.facts.notices))
        ending.progress.notice(notice);
    const QString& telemetry = ending.options.settings.telemetry;
    if (status == ExitStatus::Cancelled)
        printToStderr(
            RunCommandText::tr("Cancelled after %1 frames; what was done until then is complete in \"%2\".")
                .arg(result.facts.framesDone)
                .arg(folder));
    else if (status == ExitStatus::NothingPlaced && QFileInfo(telemetry).isFile())
        printToStderr(
            RunCommandText::tr("No frame of \"%1\" could be georeferenced: the table \"%2\" says nothing of "
                               "their times, or no heights and angles. Shift it with --telemetry-shift.")
                .arg(result.facts.flightPath, telemetry));
    else if (status == ExitStatus::NothingPlaced)
        printToStderr(
            RunCommandText::tr("No frame of \"%1\" could be georeferenced: %2")
                .arg(result.facts.flightPath, whyNothingIsPlaced(result.frames, result.facts.overlayLayout)));
    if (!ending.progress.isJson() && !ending.progress.isQuiet() && !ending.isMeasured)
        printPlaces(ending, result, folder);
    return status;
}

ExitStatus concludeUnwritten(const RunEnding& ending, const RunResult& result, const QString& folder)
{
    ending.progress.finished(summaryOf(ExitStatus::Cancelled, result, folder));
    const bool kept = ending.options.products.count(Product::GeoPackage) > 0;
    printToStderr(
        kept ? RunCommandText::tr("Cancelled while the products were written. The workspace in \"%1\" is "
                                  "whole, and so is each file beside it; sheen export, or the same run "
                                  "again, writes the others.")
                   .arg(folder)
             : RunCommandText::tr("Cancelled while the products were written; the files that were whole by "
                                  "then lie in \"%1\".")
                   .arg(folder));
    return ExitStatus::Cancelled;
}

}  // namespace sheen
