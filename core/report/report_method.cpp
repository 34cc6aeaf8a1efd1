// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_method.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>
#include <map>

#include "data/appearance.h"
#include "data/track_settings.h"
#include "report_flow.h"
#include "report_text.h"
#include "wording/wording.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

bool has(const FrameRecord& frame, IssueKind kind)
{
    return std::any_of(frame.issues.begin(), frame.issues.end(),
                       [kind](const Issue& issue) { return issue.kind == kind; });
}

int framesWith(const std::vector<FrameRecord>& frames, std::initializer_list<IssueKind> kinds)
{
    return static_cast<int>(std::count_if(frames.begin(), frames.end(), [&kinds](const FrameRecord& frame) {
        return std::any_of(kinds.begin(), kinds.end(), [&frame](IssueKind kind) { return has(frame, kind); });
    }));
}

/** "0.31 to 1.2 m"; empty where no frame is placed. */
QString pixelText(const std::vector<FrameRecord>& frames, const Wording& words)
{
    double finest = 0;
    double coarsest = 0;
    for (const FrameRecord& frame : frames) {
        const double metres = frame.groundSampleDistanceMetres;
        if (metres <= 0)
            continue;
        finest = finest > 0 ? std::min(finest, metres) : metres;
        coarsest = std::max(coarsest, metres);
    }
    if (coarsest <= 0)
        return {};
    return ReportText::tr("%1 to %2 m").arg(words.number(finest, 2), words.number(coarsest, 2));
}

void addNotObserved(ReportFlow& flow, const ProductInput& input, const Wording& words)
{
    const std::vector<FrameRecord>& frames = input.frames;
    const QLocale locale;
    const auto placed = std::count_if(frames.begin(), frames.end(),
                                      [](const FrameRecord& frame) { return frame.footprint.size() >= 3; });
    flow.paragraph(
        ReportText::tr("%1 frames of the recording were looked at, %2 of them have a place on the sea.")
            .arg(locale.toString(static_cast<int>(frames.size())),
                 locale.toString(static_cast<int>(placed))));
    QStringList texts;
    const auto count = [&](int number, const QString& text) {
        if (number > 0)
            texts << text.arg(locale.toString(number));
    };
    count(
        framesWith(frames, {IssueKind::PictureNotOpened, IssueKind::PictureEmpty, IssueKind::PictureTooLarge,
                            IssueKind::PictureUndecodable, IssueKind::PictureCutShort, IssueKind::NoSuchFrame,
                            IssueKind::FrameUndecodable, IssueKind::FrameNotConverted}),
        ReportText::tr("%1 frames could not be decoded: nothing was seen in them."));
    count(framesWith(frames, {IssueKind::NotDetected}),
          ReportText::tr("In %1 frames the model failed: nothing was looked for in them."));
    count(framesWith(frames, {IssueKind::NoPose}),
          ReportText::tr("%1 frames have no telemetry that gives them a place: what they show is not on the "
                         "map."));
    count(framesWith(frames, {IssueKind::AboveHorizon}),
          ReportText::tr("%1 frames show no sea: they look above the horizon."));
    texts << ReportText::tr("Sea outside of the pictures was not observed; the overview map shows what was.")
          << ReportText::tr("Sun glint, cloud and haze hide oil; the program does not measure them.");
    if (const QString pixels = pixelText(frames, words); !pixels.isEmpty())
        texts << ReportText::tr(
                     "A pixel in the middle of a picture shows %1 of sea. What is smaller was not seen, "
                     "and gaps smaller than a pixel count as oil.")
                     .arg(pixels);
    texts << ReportText::tr("Not observed, as entered by a person: %1")
                 .arg(words.entered(input.entered, EnteredFact::NotObserved))
          << ReportText::tr("Look-alikes considered, as entered by a person: %1")
                 .arg(words.entered(input.entered, EnteredFact::LookAlikes));
    flow.list(texts);
}

QString shareText(int count, std::size_t all)
{
    return ReportText::tr("%1 frames, %2 %")
        .arg(QLocale().toString(count),
             QLocale().toString(all > 0 ? 100.0 * count / static_cast<double>(all) : 0, 'f', 0));
}

void addTelemetry(ReportFlow& flow, const std::vector<FrameRecord>& frames, const Wording& words)
{
    std::map<Quality, int> counts;
    std::vector<double> errors;
    for (const FrameRecord& frame : frames) {
        ++counts[frame.telemetry.quality];
        if (frame.positionErrorMetres > 0)
            errors.push_back(frame.positionErrorMetres);
    }
    const std::vector<std::pair<Quality, QString>> names = {
        {Quality::Read, ReportText::tr("Read from the picture")},
        {Quality::Klv, ReportText::tr("From data in the recording or a table")},
        {Quality::Interpolated, ReportText::tr("Interpolated from other frames")},
        {Quality::Rejected, ReportText::tr("Read, impossible and replaced")},
        {Quality::Set, ReportText::tr("Set by the analyst")},
        {Quality::None, ReportText::tr("None")},
    };
    std::vector<QStringList> rows;
    for (const auto& [quality, name] : names) {
        // Interpolated is said even where it is none: a reader asks for it.
        if (counts[quality] > 0 || quality == Quality::Interpolated)
            rows.push_back({name, shareText(counts[quality], frames.size())});
    }
    flow.paragraph(ReportText::tr("Telemetry: where the camera's position and direction come from"),
                   ReportStyle::Strong);
    flow.facts(rows);
    if (errors.empty())
        return;
    std::sort(errors.begin(), errors.end());
    flow.paragraph(
        ReportText::tr("Error of a frame's place, 95 %: half of the frames below %1, all below %2. Each "
                       "slick's own error stands on its page.")
            .arg(words.length(errors[errors.size() / 2]), words.length(errors.back())));
}

/** How many edits of a kind there are. */
std::map<QString, int> editCounts(const std::vector<Edit>* edits)
{
    std::map<QString, int> counts;
    if (edits) {
        for (const Edit& edit : *edits)
            ++counts[edit.action];
    }
    return counts;
}

void addSetByHand(ReportFlow& flow, const ProductInput& input)
{
    QStringList texts;
    const QLocale locale;
    const auto count = [&](int number, const QString& text) {
        if (number > 0)
            texts << text.arg(locale.toString(number));
    };
    const auto track = trackSettingsFromJson(input.facts.settings.value(QStringLiteral("track")).toObject());
    count(static_cast<int>(track.corrections.size()),
          ReportText::tr("%1 values of the telemetry were corrected by hand."));
    const auto slicks = [&input](auto condition) {
        return static_cast<int>(std::count_if(input.slicks.begin(), input.slicks.end(), condition));
    };
    count(slicks([](const Slick& slick) { return slick.origin == Origin::Drawn; }),
          ReportText::tr("%1 slicks were drawn by hand."));
    count(slicks([](const Slick& slick) { return slick.origin == Origin::Edited; }),
          ReportText::tr("The outlines of %1 slicks were edited by hand."));
    count(slicks([](const Slick& slick) { return slick.form.has_value(); }),
          ReportText::tr("The form of %1 slicks was set by hand."));
    std::map<QString, int> edits = editCounts(input.edits);
    count(edits[QStringLiteral("class")],
          ReportText::tr("Class or appearance code was set by hand %1 times."));
    count(edits[QStringLiteral("telemetry")],
          ReportText::tr("The track of the aircraft was computed anew with other settings %1 times."));
    if (!input.edits)
        texts << ReportText::tr("The history of edits is not at hand.");
    if (texts.isEmpty())
        texts << ReportText::tr("Nothing was set by hand but the decisions.");
    flow.paragraph(ReportText::tr("Set by hand"), ReportStyle::Strong);
    flow.list(texts);
}

/** Texts called "data" wherever they stand in what a card says of its training. */
void collectData(const QJsonValue& training, QStringList& texts)
{
    if (training.isString()) {
        texts << training.toString();
        return;
    }
    const QJsonObject object = training.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QLatin1String("data") && it.value().isString())
            texts << it.value().toString();
        else if (it.value().isObject())
            collectData(it.value(), texts);
    }
}

QStringList textsOf(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& entry : value.toArray()) {
        if (entry.isString())
            texts << entry.toString();
    }
    return texts;
}

std::vector<QStringList> codeRows(const Wording& words)
{
    std::vector<QStringList> rows;
    const QLocale locale;
    for (int code = 1; code <= 5; ++code) {
        const AppearanceCode& entry = *appearanceCode(code);
        // One micrometre over a square kilometre is 1,000 litres.
        const double least = entry.minimumThicknessMicrometres;
        const auto range = [&](double factor) {
            const auto text = [&](double value) { return locale.toString(value * factor, 'g', 6); };
            return entry.maximumThicknessMicrometres
                       ? QStringLiteral("%1 \u2013 %2")
                             .arg(text(least), text(*entry.maximumThicknessMicrometres))
                       : ReportText::tr("more than %1").arg(text(least));
        };
        rows.push_back({QString::number(code), words.appearance(code), range(1), range(1000)});
    }
    return rows;
}

void addVolumes(ReportFlow& flow, const Wording& words)
{
    flow.paragraph(
        ReportText::tr("Minimum and maximum volume are the area of each appearance times the least and the "
                       "greatest film thickness of its Bonn Agreement oil appearance code, added up:"));
    flow.table({{ReportText::tr("Code"), 14, true},
                {ReportText::tr("Appearance"), 64},
                {ReportText::tr("Thickness, \u00b5m"), 45, true},
                {ReportText::tr("Litres per km\u00b2"), 57, true}},
               codeRows(words));
    flow.list({
        ReportText::tr("Area is the main source of error: 1 % of height is 2 % of area and of volume."),
        ReportText::tr(
            "Code 5 has no upper bound: its maximum is not known, and \"more than\" gives the minimum."),
        ReportText::tr(
            "The codes describe what an eye sees in daylight. Infrared gives no code, nor has emulsion "
            "one; oil without a code has no volume."),
        ReportText::tr("The minimum serves enforcement, the maximum response."),
        ReportText::tr(
            "Coverage is the oiled share of the overall area; the shares of the codes add up to 100 % of "
            "the oiled area."),
        ReportText::tr(
            "Confidence is what the model gives for its class; it is no probability that there is oil."),
        ReportText::tr(
            "A slick is merged from many frames. Oil that drifted between two passes may count twice; "
            "a slick that no frame shows whole is put together from parts."),
        ReportText::tr(
            "Codes that the model proposes are proposals like the slicks; the decision of the person "
            "who accepted a slick holds for them, too."),
    });
}

}  // namespace

ReportRows modelRows(const ModelCard& model)
{
    const Wording words;
    QStringList training;
    collectData(model.json.value(QLatin1String("training")), training);
    const QStringList weaknesses = textsOf(model.json.value(QLatin1String("weaknesses")));
    const auto orNot = [&words](const QString& text) { return text.isEmpty() ? words.notRecorded() : text; };
    return {
        {QStringLiteral("model"), ReportText::tr("Model"),
         model.version.isEmpty() ? orNot(model.name)
                                 : ReportText::tr("%1, version %2").arg(model.name, model.version)},
        {QStringLiteral("model_sha256"), ReportText::tr("SHA-256 of its file"), orNot(model.sha256)},
        {QStringLiteral("model_description"), ReportText::tr("What it does"), orNot(model.description)},
        {QStringLiteral("model_training"), ReportText::tr("Trained on"),
         orNot(training.join(QStringLiteral("; ")))},
        {QStringLiteral("model_weaknesses"), ReportText::tr("Never tested on, known weaknesses"),
         orNot(weaknesses.join(QStringLiteral("; ")))},
    };
}

void addMethod(ReportPages& pages, const ProductInput& input)
{
    const Wording words;
    ReportFlow flow(pages, ReportText::tr("What was not observed"));
    addNotObserved(flow, input, words);
    flow.heading(ReportText::tr("What the numbers rest on"));
    addTelemetry(flow, input.frames, words);
    flow.skip(2);
    addSetByHand(flow, input);
    if (!input.facts.notices.empty()) {
        flow.skip(2);
        flow.paragraph(ReportText::tr("Notices of the run"), ReportStyle::Strong);
        flow.list(sentencesOf(input.facts.notices));
    }
    flow.heading(ReportText::tr("The model and its limits"));
    flow.facts(modelRows(input.facts.model));
    flow.heading(ReportText::tr("How volumes were computed"));
    addVolumes(flow, words);
}

}  // namespace sheen
