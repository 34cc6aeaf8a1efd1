#pragma once

#include <QJsonObject>
#include <QString>
#include <map>

namespace sheen {

/** Returns named numbers as a JSON object. */
template <typename Number>
QJsonObject numbersToJson(const std::map<QString, Number>& numbers)
{
    QJsonObject object;
    for (const auto& [name, value] : numbers)
        object.insert(name, value);
    return object;
}

/** Reads named numbers from a JSON object; none where it is no object, 0 where a member is no number. */
template <typename Number>
std::map<QString, Number> numbersFromJson(const QJsonValue& value)
{
    std::map<QString, Number> numbers;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        numbers[it.key()] = static_cast<Number>(it.value().toDouble());
    return numbers;
}

}  // namespace sheen
