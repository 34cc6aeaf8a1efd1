// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_evidence.h"

#include <QLocale>

#include "evidence/recording_digest.h"
#include "report_flow.h"
#include "report_text.h"
#include "wording/wording.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

QString lengthText(double seconds)
{
    const int whole = static_cast<int>(seconds + 0.5);
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString slicksText(const std::vector<std::int64_t>& ids)
{
    constexpr std::size_t most = 40;
    QStringList texts;
    for (std::size_t i = 0; i < ids.size() && i < most; ++i)
        texts << QString::number(ids[i]);
    QString text = texts.join(QStringLiteral(", "));
    if (ids.size() > most)
        text += ReportText::tr(" and %1 more").arg(QLocale().toString(static_cast<int>(ids.size() - most)));
    return text;
}

void addEdits(ReportFlow& flow, const std::vector<Edit>* edits, const Wording& words)
{
    if (!edits || edits->empty()) {
        flow.paragraph(edits ? ReportText::tr("Nothing was edited or decided after the run.")
                             : ReportText::tr("The history of edits is not at hand."));
        return;
    }
    std::vector<QStringList> rows;
    for (const Edit& edit : *edits)
        rows.push_back({words.time(edit.time), edit.person.isEmpty() ? words.notRecorded() : edit.person,
                        edit.description, slicksText(edit.slickIds)});
    flow.table({{ReportText::tr("Time"), 38},
                {ReportText::tr("Person"), 34},
                {ReportText::tr("What was done"), 76},
                {ReportText::tr("Slicks"), 32}},
               rows, ReportStyle::Dense);
}

void addSignatures(ReportFlow& flow, ReportPages& pages, const ProductInput& input)
{
    constexpr double height = 46;
    flow.keep(height);
    flow.heading(ReportText::tr("Signatures"));
    constexpr double gap = 10;
    constexpr double width = (ReportPages::width - gap) / 2;
    const QString observer = input.entered.of(EnteredFact::Observer);
    const std::vector<std::pair<QString, QString>> who = {{ReportText::tr("Observer"), observer},
                                                          {ReportText::tr("Analyst"), QString()}};
    double left = ReportPages::left;
    for (const auto& [role, name] : who) {
        pages.text({left, flow.y(), width, 5},
                   name.isEmpty() ? role : QStringLiteral("%1: %2").arg(role, name.simplified()));
        pages.box({left, flow.y() + 17, width, 0.2}, QColor(90, 98, 106), QColor(90, 98, 106), 0.1);
        pages.text({left, flow.y() + 18, width, 5}, ReportText::tr("Place, date, name, signature"),
                   ReportStyle::Small);
        left += width + gap;
    }
    flow.skip(26);
}

}  // namespace

ReportRows recordingRows(const ProductInput& input)
{
    const Wording words;
    const RecordingDigest* recording = input.recording;
    const QLocale locale;
    const qint64 bytes = recording ? recording->bytes : input.facts.recording.bytes;
    const double seconds = recording ? recording->durationSeconds : 0;
    const bool several = recording && recording->files.size() > 1;
    return {
        {QStringLiteral("recording"), ReportText::tr("Recording"), input.facts.flightPath},
        {QStringLiteral("recording_size"), ReportText::tr("Size"),
         bytes > 0 ? ReportText::tr("%1 bytes").arg(locale.toString(bytes)) : words.notRecorded()},
        {QStringLiteral("recording_length"), ReportText::tr("Length"),
         seconds > 0 ? lengthText(seconds) : words.notRecorded()},
        {QStringLiteral("recording_sha256"), ReportText::tr("SHA-256"),
         recording ? recording->sha256 : ReportText::tr("not computed: the recording is not at hand")},
        {QStringLiteral("recording_files"), ReportText::tr("Files"),
         several ? ReportText::tr("%1; the SHA-256 is of the lines \"SHA-256  name\" of all of them")
                       .arg(locale.toString(static_cast<int>(recording->files.size())))
                 : QString()},
        {QStringLiteral("run_at"), ReportText::tr("Run at"), words.time(input.facts.startedAt)},
        {QStringLiteral("made_with"), ReportText::tr("Made with"),
         ReportText::tr("Sheen %1").arg(input.facts.sheenVersion)},
    };
}

void addEvidence(ReportPages& pages, const ProductInput& input)
{
    const Wording words;
    ReportFlow flow(pages, ReportText::tr("Recording"));
    flow.facts(recordingRows(input));
    addSignatures(flow, pages, input);
    flow.heading(ReportText::tr("History of edits"));
    addEdits(flow, input.edits, words);
}

}  // namespace sheen
