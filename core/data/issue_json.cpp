#include "data/issue_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sheen {

namespace {

QJsonObject toJson(const Issue& issue)
{
    QJsonObject object{{QStringLiteral("kind"), issueName(issue.kind)}};
    if (!issue.values.isEmpty())
        object.insert(QStringLiteral("values"), issue.values);
    return object;
}

Issue fromJson(const QJsonValue& value)
{
    if (value.isString())
        return issueFromSentence(value.toString());
    const QJsonObject object = value.toObject();
    if (const auto kind = issueKindFromName(object.value(QLatin1String("kind")).toString()))
        return {*kind, object.value(QLatin1String("values")).toArray()};
    return {IssueKind::Text, {QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))}};
}

}  // namespace

QJsonArray issuesToJson(const std::vector<Issue>& issues)
{
    QJsonArray array;
    for (const Issue& issue : issues)
        array.append(toJson(issue));
    return array;
}

std::vector<Issue> issuesFromJson(const QJsonArray& array)
{
    std::vector<Issue> issues;
    for (const QJsonValue& value : array)
        issues.push_back(fromJson(value));
    return issues;
}

QJsonArray issuesInWords(const std::vector<Issue>& issues)
{
    QJsonArray array;
    for (const Issue& issue : issues) {
        QJsonObject object = toJson(issue);
        object.insert(QStringLiteral("sentence"), sentenceOf(issue));
        array.append(object);
    }
    return array;
}

}  // namespace sheen
