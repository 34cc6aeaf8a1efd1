#pragma once

#include <QFile>
#include <QStringList>
#include <map>
#include <vector>

#include "grammar/overlay_grammar.h"

// The overlay of a real recording, typed off by hand (that of the repository MickWest/sitrec).

namespace sheen::test {

/** Cells by the name of their column. */
using TranscriptRow = std::map<QString, QString>;

inline std::vector<TranscriptRow> readTranscript(QFile& file)
{
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QChar(QChar::ByteOrderMark));
    const QStringList lines = text.split(QLatin1Char('\n'));
    const QStringList header = lines.value(0).trimmed().split(QLatin1Char(','));
    std::vector<TranscriptRow> rows;
    for (int i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(QLatin1Char(','));
        if (cells.size() != header.size())
            continue;
        TranscriptRow row;
        for (int column = 0; column < cells.size(); ++column)
            row[header[column].trimmed()] = cells[column].trimmed();
        rows.push_back(row);
    }
    return rows;
}

/** "1:02:03" of three cells, each but the first of two digits. */
inline QString sexagesimal(const TranscriptRow& row, const QString& first, const QString& second,
                           const QString& third)
{
    auto cell = [&row](const QString& name) {
        const auto found = row.find(name);
        return found == row.end() ? QString() : found->second;
    };
    return cell(first).rightJustified(2, QLatin1Char('0')) + QLatin1Char(':') +
           cell(second).rightJustified(2, QLatin1Char('0')) + QLatin1Char(':') +
           cell(third).rightJustified(2, QLatin1Char('0'));
}

/** "26-Apr-13" as the overlay writes it: 26AP2013. */
inline QString overlayDateText(const QString& cell)
{
    const QStringList parts = cell.split(QLatin1Char('-'));
    return parts.size() == 3 ? parts[0] + parts[1].left(2).toUpper() + QStringLiteral("20") + parts[2]
                             : QString();
}

/** Cells that are empty or break the grammar are left out. */
inline std::map<OverlayField, QString> transcriptTexts(const TranscriptRow& row)
{
    auto cell = [&row](const char* name) {
        const auto found = row.find(QString::fromLatin1(name));
        return found == row.end() ? QString() : found->second;
    };
    auto place = [&](const char* axis, const char* letter) {
        const QString name = QString::fromLatin1(axis);
        return sexagesimal(row, name + " Deg", name + " Min", name + " Sec") + cell(letter);
    };
    using F = OverlayField;
    const std::map<OverlayField, QString> typed = {
        {F::Date, overlayDateText(cell("Date"))},
        {F::Time, sexagesimal(row, "HH", "MM", "SS")},
        {F::Zone, cell("Zone")},
        {F::Sensor, cell("IR")},
        {F::FocalLength, cell("15 -Zoom")},
        {F::PlatformLatitude, place("Lat", "Lat NS")},
        {F::PlatformLongitude, place("Lon", "Lon EW")},
        {F::PlatformHeading, cell("Heading") + QChar(0x00B0)},
        {F::PlatformAltitude, cell("36 - Altitude") + "FT"},
        {F::TargetElevation, cell("37-TGT Alt") + "FT"},
        {F::TargetBearing, cell("TGT Heading") + QChar(0x00B0)},
        {F::SlantRange, cell("TGT Dist NM") + "NM"},
        {F::TargetLatitude, place("Tlat", "Tlat NA")},
        {F::TargetLongitude, place("Tlon", "Tlon EW")},
    };
    std::map<OverlayField, QString> texts;
    for (const auto& [field, text] : typed) {
        const auto reading = readByGrammar(field, text);
        if (reading && reading->text == text)
            texts[field] = text;
    }
    return texts;
}

}  // namespace sheen::test
