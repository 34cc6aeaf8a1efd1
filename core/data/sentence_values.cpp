#include "sentence_values.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace sheen {

namespace {

QString valueText(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest)
                            : value.toString();
}

}  // namespace

QString filled(const QString& sentence, const QJsonArray& values)
{
    QString text;
    for (int i = 0; i < sentence.size(); ++i) {
        const int number = i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
        if (sentence[i] == QLatin1Char('%') && number > 0) {
            text += valueText(values.at(number - 1));
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

std::optional<QJsonArray> valuesIn(const QString& sentence, const QString& pattern)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    const QStringList parts = pattern.split(place);
    if (!sentence.startsWith(parts.first()) || !sentence.endsWith(parts.last()))
        return std::nullopt;
    QJsonArray values;
    auto begin = parts.first().size();
    for (int i = 1; i < parts.size(); ++i) {
        const auto end =
            i + 1 < parts.size() ? sentence.indexOf(parts[i], begin) : sentence.size() - parts.last().size();
        if (end < begin)
            return std::nullopt;
        const QString text = sentence.mid(begin, end - begin);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        values.append(isNumber ? QJsonValue(number) : QJsonValue(text));
        begin = end + parts[i].size();
    }
    return begin == sentence.size() ? std::optional(values) : std::nullopt;
}

}  // namespace sheen
