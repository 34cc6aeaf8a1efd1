#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "grammar/overlay_format.h"

namespace sheen {

/** What a text may be, by how it is written alone. */
enum class Meaning { Latitude, Longitude, Grid, Date, Time, Zone, Height, Range, Direction };

/** A text as one of these. */
struct MeantText
{
    Meaning meaning = Meaning::Date;
    QString form;                 //!< see fieldForms(); empty: understood without being told
    QString before;               //!< a label that touches the value
    std::optional<double> value;  //!< degrees, metres; seconds of the day; nothing for dates
    double longitude = 0;         //!< of a grid reference, whose value is the latitude
    bool bare = false;            //!< a number without unit or sign: a label or its behaviour has to tell
};

/** Everything that a text may be; words are without blanks between them. */
std::vector<MeantText> meaningsOf(const QString& text);

/** What a word beside a value says that it is. */
enum class ValueLabel {
    Platform,
    Target,
    Latitude,
    Longitude,
    Heading,
    Bearing,
    Azimuth,  //!< true or relative to the aircraft: what it is like has to tell
    Altitude,
    AboveGround,
    Elevation,
    Range,
    Time,
    Date,
    Other,  //!< something that no field is: speed, course, wind, pitch, field of view
};

/** Tells what a word labels; nothing where it is no label that is known. */
std::optional<ValueLabel> labelOf(const QString& word);

}  // namespace sheen
