#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include "data/model_card.h"
#include "teach/lesson.h"

namespace sheen {

/**
 * The value of the class for oil of which nobody said how it looks: of pictures without colour the base's
 * own for infrared, if it has one; else one that taughtCard() adds.
 */
int unnamedOilClass(const ModelCard& base, TaughtPictures pictures);

/** What a taught model's card says beside what it learned. */
struct TeachingOccasion
{
    QString name;         //!< of the model; empty: after where the marks are from
    QString from;         //!< the flight, or the folder of marks
    QStringList sensors;  //!< of the marked pictures, as telemetry calls them; empty: not known
    QString person;       //!< who marked; empty: not said
    QDate day;
};

/** The card of the model that was taught: the base's, with what was learned, and of whom. */
ModelCard taughtCard(const ModelCard& base, const Lesson& lesson, const TeachingOccasion& occasion);

/** Those sensors of whose pictures the model of a card was taught; none: not known, or it was not taught. */
QStringList taughtSensors(const ModelCard& card);

}  // namespace sheen
