#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <set>
#include <vector>

#include "data/model_card.h"

namespace sheen {

/** One of a card's "classes". What is wrong with it stands in `problem`, which stays empty where nothing is.
 */
ModelClass classFromJson(const QJsonObject& object, QString& problem);

/** As a card has them. */
QJsonArray classesToJson(const std::vector<ModelClass>& classes);

/** Leaves out what is no class. */
std::vector<ModelClass> classesFromJson(const QJsonArray& classes);

/**
 * What an analyst makes of a card's classes: a list in the form of a card's "classes", or an object that has
 * one. Each entry names a class of the card by its "value"; what else it leaves out stays as the card has it.
 * Throws Error(Unreadable) that names what is wrong and `origin`.
 */
std::vector<ModelClass> parseClassMapping(const QByteArray& json, const ModelCard& card,
                                          const QString& origin);

/** Those of `classes` that are not as the card has them. */
std::vector<ModelClass> changedClasses(const ModelCard& card, const std::vector<ModelClass>& classes);

/**
 * The classes of oil that are to be told apart in a flight: those seen in it (`values`), and those that
 * pictures of its sensors can show. All of the card where no sensor is known, or one that no class names.
 */
std::vector<ModelClass> oilClassesOf(const ModelCard& card, const std::set<QString>& sensors,
                                     const std::set<int>& values);

/** A card some of whose classes are others, also in its JSON; values that it does not have are left out. */
ModelCard withClasses(ModelCard card, const std::vector<ModelClass>& changed);

}  // namespace sheen
