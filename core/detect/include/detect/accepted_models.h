#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "data/model_card.h"
#include "detect/model_file.h"

namespace sheen {

/**
 * A model file is a program, so the window runs one only once the analyst has said that it is trusted: once
 * for each content, by its SHA-256, kept in the user's settings. The model that ships with Sheen always is,
 * by its content too: a link may lead elsewhere by the time that its file is read.
 */
bool isAcceptedModel(const QString& sha256);
void acceptModel(const ModelCard& card);

/**
 * The file of a model that was chosen once, where it can be used without asking: accepted, and still the
 * same. Reads it whole and runs nothing; where it was never accepted it is not read at all.
 */
std::optional<ModelFile> acceptedModelFile(const QString& path, const QString& sha256);

/** Where the model lies that ships with Sheen; empty where Sheen's own files are not where they should be. */
QString shippedModelPath();
/** Whether the model that ships with Sheen lies there, or lay there before an update. */
bool isShippedPath(const QString& path);

/** Of the model that ships with Sheen; empty where it cannot be read. */
QString shippedModelSha256();
/** Whether it is the content of the model that ships with Sheen, wherever it lies. */
bool isShippedModel(const QString& sha256);

/**
 * Whether who was given this model before gets the one that ships with Sheen now: it is that one, or an
 * earlier version of it, which an update has replaced and nobody has accepted for itself. `wasShipped`: it is
 * known that it shipped with Sheen, wherever that was.
 */
bool followsShippedModel(const QString& path, const QString& sha256, bool wasShipped);

/** A model that was used before. */
struct UsedModel
{
    QString path;    //!< absolute
    QString sha256;  //!< of its content then
    QString name;    //!< of its card
};

/** Those other than the shipped one, the latest first; some of the files may be gone. */
std::vector<UsedModel> usedModels();
void rememberUsedModel(const ModelCard& card);

}  // namespace sheen
