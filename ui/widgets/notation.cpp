#include "ui/widgets/notation.h"

namespace sheen {

Notation& Notation::current()
{
    static Notation notation;
    return notation;
}

void Notation::setUnits(const Units& units)
{
    if (units == m_units)
        return;
    m_units = units;
    Q_EMIT changed();
}

}  // namespace sheen
