// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <optional>
#include <vector>

#include "ais_collector.h"

namespace sheen {

/**
 * A table of AIS: with the columns of the Danish Maritime Authority ("# Timestamp", "MMSI", "Latitude", ...;
 * the day before the month) or of MarineCadastre ("MMSI", "BaseDateTime", "LAT", ...; older and newer names).
 */
class AisTable
{
public:
    /** Returns std::nullopt where the line is no header with number, time and place of ships. */
    static std::optional<AisTable> fromHeader(const QByteArray& line);

    /** Takes a row; one that lacks number, time or place counts as broken. */
    void take(const QByteArray& line, AisCollector& collector) const;

private:
    enum Column { Time, Mmsi, Latitude, Longitude, Speed, Course, Name, CallSign, Imo, Type, Length, Kind };
    static constexpr std::size_t columnCount = Kind + 1;

    static std::optional<Column> columnOf(const QByteArray& name);

    char m_separator = ',';
    std::array<int, columnCount> m_places{};  //!< of each column in a row; -1: it is not there
};

/** The cells of a row; quotes around a cell are taken off (RFC 4180). */
std::vector<QByteArray> cellsOf(const QByteArray& line, char separator);

}  // namespace sheen
