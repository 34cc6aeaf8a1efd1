#pragma once

#include <QObject>

namespace sheen {

enum class PlaceNotation { Degrees, DegreesMinutes, DegreesMinutesSeconds };
enum class AreaUnit { Automatic, SquareMetres, SquareKilometres };
enum class VolumeUnit { Automatic, Litres, CubicMetres };

/** How the window writes places, areas and volumes. Automatic: a unit for each column or text, by its largest
 * value. */
struct Units
{
    PlaceNotation place = PlaceNotation::DegreesMinutes;
    AreaUnit area = AreaUnit::Automatic;
    VolumeUnit volume = VolumeUnit::Automatic;
    bool operator==(const Units&) const = default;
};

/** The units that the whole window writes in: what shows them follows changed(). For the widgets' thread. */
class Notation : public QObject
{
    Q_OBJECT

public:
    static Notation& current();

    const Units& units() const { return m_units; }
    void setUnits(const Units& units);

Q_SIGNALS:
    void changed();

private:
    Notation() = default;

    Units m_units;
};

}  // namespace sheen
