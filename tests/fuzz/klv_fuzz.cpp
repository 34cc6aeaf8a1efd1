#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "klv/klv_reader.h"
#include "klv_reading.h"
#include "require.h"

using namespace sheen;

namespace {

void requireWithin(const std::optional<double>& value, double least, double most)
{
    REQUIRE(!value || (std::isfinite(*value) && *value >= least && *value <= most));
}

void requireSensible(const KlvPacket& packet)
{
    requireWithin(packet.platformHeadingDegrees, 0, 360);
    requireWithin(packet.platformPitchDegrees, -90, 90);
    requireWithin(packet.platformRollDegrees, -90, 90);
    requireWithin(packet.sensorLatitudeDegrees, -90, 90);
    requireWithin(packet.sensorLongitudeDegrees, -180, 180);
    requireWithin(packet.sensorTrueAltitudeMetres, -900, 19000);
    requireWithin(packet.sensorEllipsoidHeightMetres, -900, 40000);
    requireWithin(packet.sensorHorizontalFovDegrees, 0, 180);
    requireWithin(packet.sensorVerticalFovDegrees, 0, 180);
    requireWithin(packet.sensorRelativeAzimuthDegrees, 0, 360);
    requireWithin(packet.sensorRelativeElevationDegrees, -180, 180);
    requireWithin(packet.sensorRelativeRollDegrees, 0, 360);
    requireWithin(packet.slantRangeMetres, 0, 5'000'000);
    requireWithin(packet.frameCentreLatitudeDegrees, -90, 90);
    requireWithin(packet.frameCentreLongitudeDegrees, -180, 180);
    requireWithin(packet.frameCentreElevationMetres, -900, 19000);
    requireWithin(packet.frameCentreEllipsoidHeightMetres, -900, 19000);
    for (const auto& corner : packet.corners)
        REQUIRE(!corner ||
                (std::abs(corner->latitudeDegrees) <= 90.1 && std::abs(corner->longitudeDegrees) <= 180.1));
}

void requireSensible(const TelemetryReading& reading)
{
    for (const FieldReading& field : reading.fields)
        REQUIRE(!field.value || std::isfinite(*field.value));
    requireWithin(reading.cameraBearingDegrees, 0, 360);
    requireWithin(reading.cameraDepressionDegrees, -90, 90);
    requireWithin(reading.cameraRollDegrees, -180, 180);
    REQUIRE(reading.cameraBearingDegrees.has_value() == reading.cameraDepressionDegrees.has_value());
}

/** Pieces as a container may cut a stream, by the first bytes of the input. */
std::vector<QByteArray> piecesOf(const QByteArray& bytes, std::uint8_t cutting)
{
    std::vector<QByteArray> pieces;
    unsigned state = cutting;
    int from = 0;
    while (from < bytes.size()) {
        state = state * 1664525 + 1013904223;
        const int length = cutting == 0 ? static_cast<int>(bytes.size()) : 1 + static_cast<int>(state >> 25);
        pieces.push_back(bytes.mid(from, length));
        from += length;
    }
    return pieces;
}

/** Whether a piece says more than its bytes: that a new set begins, or that it is made of cells. */
bool speaksForItself(const QByteArray& piece)
{
    return piece.startsWith("\x06\x0e\x2b\x34") ||
           (piece.size() >= 5 && (static_cast<unsigned char>(piece[2]) & 0x0f) == 0x0f);
}

void requireSameInPieces(const KlvDecoding& whole, const std::vector<QByteArray>& pieces)
{
    KlvStream stream;
    std::size_t count = 0;
    double time = 100;
    const auto take = [&](const std::vector<TimedKlvPacket>& packets) {
        count += packets.size();
        for (const TimedKlvPacket& timed : packets) {
            requireSensible(timed.packet);
            REQUIRE(timed.timeSeconds >= 95 && timed.timeSeconds <= time + 5);
        }
    };
    bool plain = true;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        plain = plain && (i == 0 || !speaksForItself(pieces[i]));
        take(stream.add(pieces[i], time, i % 2 == 0));
        time += 0.1;
    }
    take(stream.finish());
    plain = plain && !pieces.empty() && (pieces[0].size() < 5 || (pieces[0][2] & 0x0f) != 0x0f);
    if (plain) {
        REQUIRE(count == whole.packets.size());
        REQUIRE(stream.faults().damaged == whole.faults.damaged);
        REQUIRE(stream.faults().otherSets == whole.faults.otherSets);
    }
}

void requireReadable(const std::vector<QByteArray>& pieces)
{
    KlvReader reader;
    Frame frame;
    for (const QByteArray& piece : pieces) {
        DataPacket data{frame.timeSeconds + 0.05, piece, frame.index % 3 == 2 ? 1 : 0, true};
        if (frame.index % 4 == 3)
            data.timeSeconds = std::numeric_limits<double>::quiet_NaN();
        frame.data = {data};
        requireSensible(reader.read(frame));
        for (const TelemetryReading& amended : reader.takeAmended()) {
            REQUIRE(amended.source == Quality::Klv && amended.frame < frame.index);
            requireSensible(amended);
        }
        ++frame.index;
        frame.timeSeconds += 0.3;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0 || size > 65536)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1, static_cast<int>(size) - 1);
    const KlvDecoding decoding = decodeKlv(bytes);
    REQUIRE(decoding.faults.damaged >= 0 && decoding.faults.olderSets <= decoding.faults.otherSets);
    REQUIRE(decoding.packets.size() * 17 <= size);
    for (const KlvPacket& packet : decoding.packets) {
        requireSensible(packet);
        requireSensible(readingOf(packet));
    }
    const std::vector<QByteArray> pieces = piecesOf(bytes, data[0]);
    // Cells are taken off a whole piece only: cut elsewhere, the same bytes mean something else.
    if (bytes.size() < 5 || (bytes[2] & 0x0f) != 0x0f)
        requireSameInPieces(decoding, pieces);
    requireReadable(pieces);
    return 0;
}
