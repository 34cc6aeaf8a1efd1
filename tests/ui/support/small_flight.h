#pragma once

#include <QString>

namespace sheen::test {

struct SmallFlight
{
    QString frames;  //!< a folder of pictures: bright sea with a dark slick in the middle of the flight
    QString poses;   //!< a table of exact poses beside it
};

/** Writes a flight of so many frames, straight down over the sea, into a folder. */
SmallFlight writeSmallFlight(const QString& folder, int frames,
                             const QString& name = QStringLiteral("flight"));

}  // namespace sheen::test
