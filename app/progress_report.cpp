#include "progress_report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "console.h"
#include "data/issue_json.h"
#include "platform/terminal.h"

namespace sheen {

namespace {

struct ProgressReportText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ProgressReport)
};

QString duration(double seconds)
{
    const int whole = int(std::lround(seconds));
    if (whole < 60)
        return ProgressReportText::tr("%1 s").arg(whole);
    return ProgressReportText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString bar(double share)
{
    constexpr int width = 24;
    const int filled = int(std::lround(std::clamp(share, 0.0, 1.0) * width));
    return QLatin1Char('[') + QString(filled, QLatin1Char('#')) + QString(width - filled, QLatin1Char('.')) +
           QLatin1Char(']');
}

QString describe(const RunProgress& progress, bool withBar)
{
    const double share =
        progress.framesExpected > 0 ? double(progress.framesDone) / progress.framesExpected : 0;
    QString text = withBar && progress.framesExpected > 0 ? bar(share) + QLatin1Char(' ') : QString();
    text +=
        progress.framesExpected > 0
            ? ProgressReportText::tr("%1 of %2 frames").arg(progress.framesDone).arg(progress.framesExpected)
            : ProgressReportText::tr("%1 frames").arg(progress.framesDone);
    text += ProgressReportText::tr(", %1 a second").arg(progress.framesPerSecond, 0, 'f', 1);
    if (progress.secondsLeft >= 0)
        text += ProgressReportText::tr(", %1 left").arg(duration(progress.secondsLeft));
    return text;
}

}  // namespace

ProgressReport::ProgressReport(bool json, bool quiet)
    : m_json(json), m_quiet(quiet), m_terminal(isErrorStreamTerminal())
{}

void ProgressReport::object(const char* event, QJsonObject fields) const
{
    fields[QStringLiteral("event")] = QString::fromLatin1(event);
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

bool ProgressReport::due(double everySeconds)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_shownAny && std::chrono::duration<double>(now - m_shown).count() < everySeconds)
        return false;
    m_shown = now;
    m_shownAny = true;
    return true;
}

void ProgressReport::showState(const QString& text, bool last)
{
    constexpr double barSeconds = 0.1;
    constexpr double lineSeconds = 3;
    if (m_quiet || (!last && !due(m_terminal ? barSeconds : lineSeconds)))
        return;
    if (!m_terminal) {
        printToStderr(text);
        return;
    }
    const QByteArray line = "\r" + text.toLocal8Bit() + "\x1b[K" + (last ? "\n" : "");
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
    m_lineOpen = !last;
}

void ProgressReport::started(const RunFacts& facts, int framesExpected)
{
    if (m_json) {
        object("start", {{QStringLiteral("flight"), facts.flightPath},
                         {QStringLiteral("model"), facts.model.name},
                         {QStringLiteral("model_sha256"), facts.model.sha256},
                         {QStringLiteral("device"), facts.settings.value(QStringLiteral("device"))},
                         {QStringLiteral("frames_expected"), framesExpected}});
    }
}

void ProgressReport::frameDone(const FrameRecord& record, const RunProgress& progress)
{
    if (m_json) {
        QJsonObject fields{{QStringLiteral("frame"), record.frame},
                           {QStringLiteral("time_s"), record.timeSeconds},
                           {QStringLiteral("frames_done"), progress.framesDone},
                           {QStringLiteral("frames_expected"), progress.framesExpected},
                           {QStringLiteral("frames_per_second"), progress.framesPerSecond},
                           {QStringLiteral("detections"), int(record.detections.size())},
                           {QStringLiteral("placed"), !record.footprint.empty()}};
        if (progress.secondsLeft >= 0)
            fields[QStringLiteral("seconds_left")] = progress.secondsLeft;
        if (!record.issues.empty())
            fields[QStringLiteral("issues")] = issuesInWords(record.issues);
        object("frame", fields);
    }
    const bool last = progress.framesExpected > 0 && progress.framesDone >= progress.framesExpected;
    showState(describe(progress, m_terminal), last);
}

void ProgressReport::productProgress(Product product, double share)
{
    if (m_json)
        object("product",
               {{QStringLiteral("product"), productName(product)}, {QStringLiteral("share"), share}});
    if (m_terminal)
        showState(ProgressReportText::tr("writing %1: %2 %").arg(productName(product)).arg(int(100 * share)),
                  false);
}

void ProgressReport::event(const char* name, QJsonObject fields) const
{
    if (m_json)
        object(name, std::move(fields));
}

void ProgressReport::notice(const QString& sentence)
{
    if (m_json)
        object("notice", {{QStringLiteral("sentence"), sentence}});
    if (m_quiet)
        return;
    if (m_lineOpen)
        std::fputs("\r\x1b[K", stderr);
    m_lineOpen = false;
    printToStderr(sentence);
}

void ProgressReport::finished(QJsonObject summary)
{
    if (m_lineOpen)
        std::fputs("\r\x1b[K", stderr);
    m_lineOpen = false;
    if (m_json)
        object("done", std::move(summary));
}

void ProgressReport::failed(const QString& sentence, int status)
{
    if (m_lineOpen)
        std::fputs("\n", stderr);
    m_lineOpen = false;
    if (m_json)
        object("error", {{QStringLiteral("sentence"), sentence}, {QStringLiteral("status"), status}});
}

}  // namespace sheen
