// SPDX-License-Identifier: GPL-3.0-or-later
#include "polrep_texts.h"

#include <QCoreApplication>

namespace sheen {

const std::vector<LineTitle>& lineTitles(MessagePart part)
{
    static const std::vector<LineTitle> warning = {
        {1, QT_TRANSLATE_NOOP("sheen::Polrep", "DATE AND TIME")},
        {2, QT_TRANSLATE_NOOP("sheen::Polrep", "POSITION")},
        {3, QT_TRANSLATE_NOOP("sheen::Polrep", "INCIDENT")},
        {4, QT_TRANSLATE_NOOP("sheen::Polrep", "OUTFLOW")},
        {5, QT_TRANSLATE_NOOP("sheen::Polrep", "ACKNOWLEDGE")},
    };
    static const std::vector<LineTitle> information = {
        {40, QT_TRANSLATE_NOOP("sheen::Polrep", "DATE AND TIME")},
        {41, QT_TRANSLATE_NOOP("sheen::Polrep", "POSITION AND EXTENT OF THE POLLUTION")},
        {42, QT_TRANSLATE_NOOP("sheen::Polrep", "CHARACTERISTICS OF THE POLLUTION")},
        {43, QT_TRANSLATE_NOOP("sheen::Polrep", "SOURCE AND CAUSE OF THE POLLUTION")},
        {44, QT_TRANSLATE_NOOP("sheen::Polrep", "WIND DIRECTION AND SPEED")},
        {45, QT_TRANSLATE_NOOP("sheen::Polrep", "CURRENT OR TIDE")},
        {46, QT_TRANSLATE_NOOP("sheen::Polrep", "SEA STATE AND VISIBILITY")},
        {47, QT_TRANSLATE_NOOP("sheen::Polrep", "DRIFT OF THE POLLUTION")},
        {48, QT_TRANSLATE_NOOP("sheen::Polrep", "FORECAST")},
        {49, QT_TRANSLATE_NOOP("sheen::Polrep", "OBSERVER AND SHIPS ON SCENE")},
        {50, QT_TRANSLATE_NOOP("sheen::Polrep", "ACTION TAKEN")},
        {51, QT_TRANSLATE_NOOP("sheen::Polrep", "PHOTOGRAPHS OR SAMPLES")},
        {52, QT_TRANSLATE_NOOP("sheen::Polrep", "STATES AND ORGANISATIONS INFORMED")},
        {60, QT_TRANSLATE_NOOP("sheen::Polrep", "ACKNOWLEDGE")},
    };
    static const std::vector<LineTitle> facilities = {
        {80, QT_TRANSLATE_NOOP("sheen::Polrep", "DATE AND TIME")},
        {81, QT_TRANSLATE_NOOP("sheen::Polrep", "REQUEST FOR ASSISTANCE")},
        {82, QT_TRANSLATE_NOOP("sheen::Polrep", "COST")},
        {83, QT_TRANSLATE_NOOP("sheen::Polrep", "PRE-ARRANGEMENTS FOR THE DELIVERY OF ASSISTANCE")},
        {84, QT_TRANSLATE_NOOP("sheen::Polrep", "TO WHERE AND HOW ASSISTANCE IS TO BE RENDERED")},
        {85, QT_TRANSLATE_NOOP("sheen::Polrep", "OTHER STATES ASKED")},
        {86, QT_TRANSLATE_NOOP("sheen::Polrep", "CHANGE OF COMMAND")},
        {87, QT_TRANSLATE_NOOP("sheen::Polrep", "EXCHANGE OF INFORMATION")},
        {88, QT_TRANSLATE_NOOP("sheen::Polrep", "NAMES")},
        {89, QT_TRANSLATE_NOOP("sheen::Polrep", "EQUIPMENT")},
        {90, QT_TRANSLATE_NOOP("sheen::Polrep", "ARRIVAL")},
        {91, QT_TRANSLATE_NOOP("sheen::Polrep", "PLACE OF EMBARKATION")},
        {92, QT_TRANSLATE_NOOP("sheen::Polrep", "PLACE OF DISEMBARKATION")},
        {99, QT_TRANSLATE_NOOP("sheen::Polrep", "ACKNOWLEDGE")},
    };
    switch (part) {
        case MessagePart::Information:
            return information;
        case MessagePart::Facilities:
            return facilities;
        case MessagePart::Warning:
            break;
    }
    return warning;
}

const char* partTitle(MessagePart part)
{
    switch (part) {
        case MessagePart::Information:
            return QT_TRANSLATE_NOOP("sheen::Polrep", "PART II (POLINF)");
        case MessagePart::Facilities:
            return QT_TRANSLATE_NOOP("sheen::Polrep", "PART III (POLFAC)");
        case MessagePart::Warning:
            break;
    }
    return QT_TRANSLATE_NOOP("sheen::Polrep", "PART I (POLWARN)");
}

}  // namespace sheen
