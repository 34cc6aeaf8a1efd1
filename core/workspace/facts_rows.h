#pragma once

#include <QJsonObject>
#include <QString>
#include <map>

#include "data/run_facts.h"

class OGRLayer;

namespace sheen {

// The rows of the table `facts`: JSON by name.

const QString formatFact = QStringLiteral("format");
constexpr int formatVersion = 2;  //!< of the workspaces that this version writes
QJsonObject formatToJson();
/** Returns 0 where the facts do not say that they are a workspace's of Sheen. */
int formatOf(const std::map<QString, QJsonObject>& rows);

std::map<QString, QJsonObject> readFacts(OGRLayer& layer);
/** Reads those of a file, whatever else is in it, and changes nothing. Empty where it has no such table.
 * Throws Error(Unreadable). */
std::map<QString, QJsonObject> readFactsOf(const QString& path);

RunFacts factsFromRows(std::map<QString, QJsonObject> rows);

}  // namespace sheen
