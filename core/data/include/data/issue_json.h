#pragma once

#include <QJsonArray>
#include <vector>

#include "data/issue.h"

namespace sheen {

/** Each as an object of its `kind` (issueName()) and, where it has some, its `values`. */
QJsonArray issuesToJson(const std::vector<Issue>& issues);

/**
 * Reads what issuesToJson() made, and sentences, which earlier versions kept. An issue of a kind that a later
 * version knows is one of kind Text that names it.
 */
std::vector<Issue> issuesFromJson(const QJsonArray& array);

/** As issuesToJson(), each with its `sentence` in the language of the application: for other programs. */
QJsonArray issuesInWords(const std::vector<Issue>& issues);

}  // namespace sheen
