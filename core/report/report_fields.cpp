// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_fields.h"

#include <QRegularExpression>
#include <algorithm>

#include "report_case.h"
#include "report_evidence.h"
#include "report_method.h"
#include "report_slick_page.h"
#include "report_tables.h"

namespace sheen {

namespace {

const QRegularExpression& fieldForm()
{
    static const QRegularExpression form(QStringLiteral("\\{([^{}\\n]*)\\}"));
    return form;
}

void add(FieldValues& values, const ReportRows& rows)
{
    for (const ReportRow& row : rows)
        values.insert(row.field, row.value);
}

}  // namespace

FieldValues flightFields(const ProductInput& input, const NearestLand* land)
{
    FieldValues values;
    add(values, caseRows(input, land));
    for (const FactGroup group : {FactGroup::Conditions, FactGroup::Source, FactGroup::Done})
        add(values, enteredRows(input, group));
    add(values, totalRows(input.slicks));
    add(values, recordingRows(input));
    add(values, modelRows(input.facts.model));
    values.insert(QStringLiteral("title"), titleText(input.facts));
    values.insert(QStringLiteral("flight"), input.facts.flightName);
    values.insert(QStringLiteral("looked_at"), lookedAtText(input.slicks));
    values.insert(QStringLiteral("unfinished"), unfinishedText(input.facts));
    return values;
}

FieldValues slickFields(const FieldValues& flight, const ProductInput& input, const NearestLand* land,
                        const Slick& slick)
{
    FieldValues values = flight;
    add(values, slickRows(input, land, slick));
    return values;
}

QStringList fieldsIn(const QString& text)
{
    QStringList names;
    for (auto found = fieldForm().globalMatch(text); found.hasNext();)
        names << found.next().captured(1);
    return names;
}

QString filled(const QString& text, const FieldValues& values)
{
    QString result;
    int from = 0;
    for (auto found = fieldForm().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const auto begin = static_cast<int>(match.capturedStart());
        result += text.mid(from, begin - from) + values.value(match.captured(1), match.captured());
        from = static_cast<int>(match.capturedEnd());
    }
    return result + text.mid(from);
}

QStringList knownFields()
{
    const RunFacts facts;
    const std::vector<FrameRecord> frames;
    const std::vector<Slick> slicks;
    const ProductInput nothing{facts, frames, slicks};
    QStringList names = slickFields(flightFields(nothing, nullptr), nothing, nullptr, Slick()).keys();
    names << pageField() << pagesField();
    std::sort(names.begin(), names.end());
    return names;
}

bool isOfSlick(const QString& name)
{
    return name.startsWith(QLatin1String("slick_"));
}

}  // namespace sheen
