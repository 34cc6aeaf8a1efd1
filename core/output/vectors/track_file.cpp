// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/track_file.h"

#include <QByteArray>
#include <QXmlStreamWriter>

#include "base/whole_file.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

/** XML knows no control characters but these. */
QString asXmlText(QString text)
{
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control && !QStringLiteral("\t\n\r").contains(character))
            character = QLatin1Char(' ');
    }
    return text;
}

void writePoint(QXmlStreamWriter& xml, const FrameRecord& frame)
{
    constexpr int placeDecimals = 8;
    const CameraPose& pose = *frame.telemetry.pose;
    xml.writeStartElement(QStringLiteral("trkpt"));
    xml.writeAttribute(QStringLiteral("lat"), QString::number(pose.latitudeDegrees, 'f', placeDecimals));
    xml.writeAttribute(QStringLiteral("lon"),
                       QString::number(longitudeNear(pose.longitudeDegrees, 0), 'f', placeDecimals));
    xml.writeTextElement(QStringLiteral("ele"), QString::number(pose.heightMetres, 'f', 2));
    if (frame.telemetry.utc.isValid())
        xml.writeTextElement(QStringLiteral("time"), frame.telemetry.utc.toUTC().toString(Qt::ISODateWithMs));
    xml.writeTextElement(QStringLiteral("name"), QString::number(frame.frame));
    xml.writeEndElement();
}

}  // namespace

void writeTrackGpx(const std::vector<FrameRecord>& frames, const QString& name, const PartFolder& parts)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("gpx"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.topografix.com/GPX/1/1"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
    xml.writeAttribute(QStringLiteral("creator"), QStringLiteral("Sheen"));
    xml.writeStartElement(QStringLiteral("trk"));
    xml.writeTextElement(QStringLiteral("name"), asXmlText(name));
    bool open = false;
    for (const FrameRecord& frame : frames) {
        if (open && frame.telemetry.reading.startsRecording) {
            xml.writeEndElement();
            open = false;
        }
        if (!frame.telemetry.pose)
            continue;
        if (!open)
            xml.writeStartElement(QStringLiteral("trkseg"));
        open = true;
        writePoint(xml, frame);
    }
    xml.writeEndDocument();
    const QString file = QStringLiteral("track.gpx");
    writeWholeFile(parts.path(file), bytes);
    parts.publish(file);
}

}  // namespace sheen
