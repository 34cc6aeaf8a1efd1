// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/ship_track.h"

#include <QCoreApplication>
#include <array>

namespace sheen {

namespace {

struct TypeRange
{
    int first = 0;
    int last = 0;
    const char* name = "";
};

constexpr std::array types = {
    TypeRange{20, 29, QT_TRANSLATE_NOOP("sheen::Ships", "wing in ground craft")},
    TypeRange{30, 30, QT_TRANSLATE_NOOP("sheen::Ships", "fishing vessel")},
    TypeRange{31, 32, QT_TRANSLATE_NOOP("sheen::Ships", "towing vessel")},
    TypeRange{33, 33, QT_TRANSLATE_NOOP("sheen::Ships", "dredger")},
    TypeRange{34, 34, QT_TRANSLATE_NOOP("sheen::Ships", "diving vessel")},
    TypeRange{35, 35, QT_TRANSLATE_NOOP("sheen::Ships", "naval vessel")},
    TypeRange{36, 36, QT_TRANSLATE_NOOP("sheen::Ships", "sailing vessel")},
    TypeRange{37, 37, QT_TRANSLATE_NOOP("sheen::Ships", "pleasure craft")},
    TypeRange{40, 49, QT_TRANSLATE_NOOP("sheen::Ships", "high-speed craft")},
    TypeRange{50, 50, QT_TRANSLATE_NOOP("sheen::Ships", "pilot vessel")},
    TypeRange{51, 51, QT_TRANSLATE_NOOP("sheen::Ships", "search and rescue vessel")},
    TypeRange{52, 52, QT_TRANSLATE_NOOP("sheen::Ships", "tug")},
    TypeRange{53, 53, QT_TRANSLATE_NOOP("sheen::Ships", "port tender")},
    TypeRange{54, 54, QT_TRANSLATE_NOOP("sheen::Ships", "anti-pollution vessel")},
    TypeRange{55, 55, QT_TRANSLATE_NOOP("sheen::Ships", "law enforcement vessel")},
    TypeRange{58, 58, QT_TRANSLATE_NOOP("sheen::Ships", "medical transport")},
    TypeRange{60, 69, QT_TRANSLATE_NOOP("sheen::Ships", "passenger ship")},
    TypeRange{70, 79, QT_TRANSLATE_NOOP("sheen::Ships", "cargo ship")},
    TypeRange{80, 89, QT_TRANSLATE_NOOP("sheen::Ships", "tanker")},
    TypeRange{90, 99, QT_TRANSLATE_NOOP("sheen::Ships", "other type")},
};

}  // namespace

QString shipTypeOf(int number)
{
    for (const TypeRange& range : types) {
        if (number >= range.first && number <= range.last)
            return QString::fromLatin1(range.name);
    }
    return {};
}

QString shipTypeInWords(const QString& type)
{
    for (const TypeRange& range : types) {
        if (type == QLatin1String(range.name))
            return QCoreApplication::translate("sheen::Ships", range.name);
    }
    return type;
}

QString shipTitle(const ShipTrack& ship)
{
    return ship.name.isEmpty() ? QStringLiteral("MMSI %1").arg(ship.mmsi) : ship.name;
}

}  // namespace sheen
