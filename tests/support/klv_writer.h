#pragma once

#include <QByteArray>

namespace sheen::test {

/** MISB ST 0601 packets byte by byte, written from the standard and from nothing that reads them. */

QByteArray bigEndian(quint64 value, int bytes);
/** Tag as BER-OID, length as BER, value. */
QByteArray klvItem(int tag, const QByteArray& value);
/** A real on an unsigned integer of so many bytes. */
QByteArray mapped(double value, double from, double to, int bytes);
/** A real from -limit to limit on a two's complement. */
QByteArray mappedSigned(double value, double limit, int bytes);
/** Key, length and items, closed with the checksum. `lengthBytes`: of the long form; 0: the shortest. */
QByteArray klvPacket(const QByteArray& items, int lengthBytes = 0);
QByteArray klvPosition(double latitudeDegrees, double longitudeDegrees);

/** A metadata access unit cell (ISO 13818-1), as synchronous streams wrap sets. */
QByteArray metadataCell(const QByteArray& content, int sequenceNumber = 0);

/** What a turret's computer sends with a frame. */
struct KlvScene
{
    double utcSeconds = 1.4e9;
    double latitudeDegrees = 55, longitudeDegrees = 5;
    double heightMetres = 1000;
    double headingDegrees = 0, pitchDegrees = 0, rollDegrees = 0;
    double azimuthDegrees = 0, elevationDegrees = -45, sensorRollDegrees = 0;
    double horizontalFovDegrees = 20;  //!< 0: not sent
    bool hasAngles = true;             //!< false: neither attitude nor the camera's angles are sent
    double centreLatitudeDegrees = 0, centreLongitudeDegrees = 0;  //!< both 0: not sent
};
QByteArray klvPacketOf(const KlvScene& scene);

}  // namespace sheen::test
