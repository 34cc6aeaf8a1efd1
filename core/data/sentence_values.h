#pragma once

#include <QJsonArray>
#include <QString>
#include <optional>

namespace sheen {

/**
 * Puts values, texts or numbers, into the places %1 to %9 of a sentence; a place without a value becomes
 * empty. All at once, so that a "%2" in a value stays what it is.
 */
QString filled(const QString& sentence, const QJsonArray& values);

/** Finds the values again with which `pattern` became `sentence`; std::nullopt where it is another sentence.
 */
std::optional<QJsonArray> valuesIn(const QString& sentence, const QString& pattern);

}  // namespace sheen
