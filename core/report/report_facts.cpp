#include "report_facts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <map>

#include "data/appearance.h"
#include "report_text.h"

namespace sheen {

namespace {

constexpr int charactersPerLine = 84;  //!< of the wider column

QString plain(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? ReportText::tr("yes") : ReportText::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', 6);
    if (value.isNull())
        return QStringLiteral("\u2013");
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact)).remove(QLatin1Char('"'));
}

/** Settings as "name: value", a group within brackets. */
QString settingsText(const QJsonObject& settings)
{
    QStringList parts;
    for (auto it = settings.begin(); it != settings.end(); ++it)
        parts << it.key() + QStringLiteral(": ") + plain(it.value());
    return parts.join(QStringLiteral("; "));
}

QString countsText(const std::map<QString, int>& counts)
{
    QStringList parts;
    for (const auto& [kind, count] : counts)
        parts << QStringLiteral("%1: %2").arg(kind).arg(count);
    return parts.isEmpty() ? ReportText::tr("none") : parts.join(QStringLiteral("; "));
}

QString telemetryText(const std::vector<FrameRecord>& frames)
{
    std::map<Quality, int> counts;
    for (const FrameRecord& frame : frames)
        ++counts[frame.telemetry.quality];
    const std::map<Quality, QString> names = {
        {Quality::Read, ReportText::tr("read from the picture")},
        {Quality::Klv, ReportText::tr("from data or table")},
        {Quality::Interpolated, ReportText::tr("interpolated")},
        {Quality::Rejected, ReportText::tr("read, impossible and replaced")},
        {Quality::Set, ReportText::tr("set by the analyst")},
        {Quality::None, ReportText::tr("none")},
    };
    QStringList parts;
    for (const auto& [quality, count] : counts)
        parts << QStringLiteral("%1: %2 %")
                     .arg(names.at(quality))
                     .arg(QLocale().toString(100.0 * count / static_cast<double>(frames.size()), 'f', 0));
    return parts.isEmpty() ? ReportText::tr("none") : parts.join(QStringLiteral("; "));
}

/** In lines of about the width of the column, broken at spaces where there are any. */
QStringList wrapped(const QString& text)
{
    QStringList lines;
    QString rest = text;
    while (rest.size() > charactersPerLine) {
        auto cut = rest.lastIndexOf(QLatin1Char(' '), charactersPerLine);
        if (cut <= 0)
            cut = charactersPerLine;
        lines << rest.left(cut);
        rest = rest.mid(cut).trimmed();
    }
    return lines << rest;
}

QString modelText(const ModelCard& model)
{
    return model.version.isEmpty() ? model.name
                                   : ReportText::tr("%1, version %2").arg(model.name, model.version);
}

std::vector<QStringList> factRows(const ProductInput& input)
{
    const RunFacts& facts = input.facts;
    const QLocale locale;
    QString frames = ReportText::tr("%1 looked at, %2 placed on the map")
                         .arg(locale.toString(facts.framesDone), locale.toString(facts.framesPlaced));
    if (facts.brokenOff)
        frames += ReportText::tr(" (the run was broken off: slicks were not made, finish it first)");
    else if (facts.cancelled)
        frames += ReportText::tr(" (the run was stopped early)");
    const std::vector<std::pair<QString, QString>> named = {
        {ReportText::tr("Flight"), facts.flightPath},
        {ReportText::tr("Run at"),
         facts.startedAt.isValid() ? facts.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
                                         QStringLiteral(" UTC")
                                   : QString()},
        {ReportText::tr("Sheen"), facts.sheenVersion},
        {ReportText::tr("Model"), modelText(facts.model)},
        {ReportText::tr("Model's SHA-256"), facts.model.sha256},
        {ReportText::tr("Frames"), frames},
        {ReportText::tr("Telemetry"), telemetryText(input.frames)},
        {ReportText::tr("Overlay layout"), facts.overlayLayout},
        {ReportText::tr("Map"),
         facts.crsEpsg != 0 ? QStringLiteral("EPSG:%1").arg(facts.crsEpsg) : QString()},
        {ReportText::tr("Issues"), countsText(facts.issueCounts)},
        {ReportText::tr("Notices"), sentencesOf(facts.notices).join(QLatin1Char(' '))},
        {ReportText::tr("Settings"), settingsText(facts.settings)},
    };
    std::vector<QStringList> rows;
    for (const auto& [name, value] : named) {
        const QStringList lines = wrapped(value.isEmpty() ? QStringLiteral("\u2013") : value);
        for (int i = 0; i < lines.size(); ++i)
            rows.push_back({i == 0 ? name : QString(), lines[i]});
    }
    constexpr std::size_t mostRows = 26;  // the page also holds the codes
    if (rows.size() > mostRows) {
        rows.resize(mostRows);
        rows.back()[1] += QStringLiteral(" \u2026");
    }
    return rows;
}

std::vector<QStringList> codeRows()
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
        rows.push_back({QString::number(code), appearanceName(code), range(1), range(1000)});
    }
    return rows;
}

}  // namespace

void addFacts(ReportPages& pages, const ProductInput& input)
{
    double y = pages.beginPage(ReportText::tr("How this was made"));
    y = pages.table(y, {{QString(), 34}, {QString(), 146}}, factRows(input));

    y += 7;
    pages.text({ReportPages::left, y, ReportPages::width, 8}, ReportText::tr("How volumes were computed"),
               ReportStyle::Heading);
    y += 9;
    pages.text(
        {ReportPages::left, y, ReportPages::width, 9},
        ReportText::tr("Minimum and maximum volume are the area of each appearance times the least and the "
                       "greatest film thickness of its Bonn Agreement oil appearance code, added up:"));
    y = pages.table(y + 9.5,
                    {{ReportText::tr("Code"), 14, true},
                     {ReportText::tr("Appearance"), 64},
                     {ReportText::tr("Thickness, \u00b5m"), 45, true},
                     {ReportText::tr("Litres per km\u00b2"), 57, true}},
                    codeRows());
    const QStringList caveats = {
        ReportText::tr("Area is the main source of error: 1 % of height is 2 % of area and of volume."),
        ReportText::tr(
            "Code 5 has no upper bound: its maximum is not known, and \"more than\" gives the minimum."),
        ReportText::tr(
            "The codes describe what an eye sees in daylight. Infrared gives no code; a slick without "
            "code has no volume until an analyst sets one."),
        ReportText::tr("The minimum serves enforcement, the maximum response."),
        ReportText::tr(
            "Totals of accepted, undecided and rejected slicks stand apart; only what was accepted is a "
            "finding."),
    };
    QString text;
    for (const QString& caveat : caveats)
        text += QStringLiteral("\u2022 ") + caveat + QLatin1Char('\n');
    pages.text({ReportPages::left, y + 4, ReportPages::width, 34}, text);
}

}  // namespace sheen
