#include "data/issue.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "data/telemetry.h"
#include "field_words.h"
#include "issue_kinds.h"
#include "sentence_values.h"

namespace sheen {

namespace {

const IssueKindFacts& factsOf(IssueKind kind)
{
    return issueKindFacts()[static_cast<std::size_t>(kind)];
}

/** Kinds whose first value is the name of a field of the overlay. */
bool namesField(IssueKind kind)
{
    return kind == IssueKind::OverlayTextCompleted || kind == IssueKind::OverlayFieldNotUnderstood ||
           kind == IssueKind::OverlayFieldNotRead;
}

/** The values with a field's name in the reader's language. */
QJsonArray inWords(const Issue& issue)
{
    QJsonArray values = issue.values;
    const auto field = overlayFieldFromName(values.at(0).toString());
    if (namesField(issue.kind) && field)
        values[0] = fieldWord(*field);
    const bool listsFields =
        issue.kind == IssueKind::OverlayProposed || issue.kind == IssueKind::OverlayNotKnown;
    for (qsizetype i = 0; listsFields && i < values.size(); ++i) {
        if (values.at(i).isString())
            values[i] = fieldWordList(values.at(i).toString());
    }
    return values;
}

QString translated(const IssueKindFacts& facts)
{
    return QCoreApplication::translate("sheen::Issue", facts.sentence);
}

}  // namespace

std::vector<IssueKind> issueKinds()
{
    std::vector<IssueKind> all;
    for (const IssueKindFacts& facts : issueKindFacts())
        all.push_back(facts.kind);
    return all;
}

QString issueName(IssueKind kind)
{
    return QLatin1String(factsOf(kind).name);
}

std::optional<IssueKind> issueKindFromName(const QString& name)
{
    for (const IssueKindFacts& facts : issueKindFacts()) {
        if (name == QLatin1String(facts.name))
            return facts.kind;
    }
    return std::nullopt;
}

QString issueCountName(IssueKind kind)
{
    return QLatin1String(factsOf(kind).countName);
}

bool isOfWholeFlight(IssueKind kind)
{
    return factsOf(kind).wholeFlight;
}

QString sentenceOf(const Issue& issue)
{
    return filled(translated(factsOf(issue.kind)), inWords(issue));
}

Issue issueFromSentence(const QString& sentence)
{
    for (const IssueKindFacts& facts : issueKindFacts()) {
        if (facts.kind == IssueKind::Text)
            continue;
        for (const QString& pattern : {translated(facts), QString::fromLatin1(facts.sentence)}) {
            if (const std::optional<QJsonArray> values = valuesIn(sentence, pattern))
                return {facts.kind, *values};
        }
    }
    return {IssueKind::Text, {sentence}};
}

QStringList sentencesOf(const std::vector<Issue>& issues)
{
    QStringList sentences;
    for (const Issue& issue : issues)
        sentences << sentenceOf(issue);
    sentences.removeDuplicates();
    return sentences;
}

void removeIssues(std::vector<Issue>& issues, std::initializer_list<IssueKind> unwanted)
{
    std::erase_if(issues, [&unwanted](const Issue& issue) {
        return std::find(unwanted.begin(), unwanted.end(), issue.kind) != unwanted.end();
    });
}

double roundedTo(double number, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(number * scale) / scale;
}

}  // namespace sheen
