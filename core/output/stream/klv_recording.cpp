// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/klv_recording.h"

#include <QCoreApplication>

#include "base/error.h"
#include "flight/stream_copy.h"
#include "klv/klv_encoding.h"
#include "stream/klv_sets.h"

namespace sheen {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Output)
};

}  // namespace

QString klvRecordingName(const QString& flightName)
{
    QString name = flightName;
    for (QChar& character : name) {
        const bool isPath = QStringLiteral("/\\:").contains(character);
        if (isPath || character.category() == QChar::Other_Control)
            character = QLatin1Char('_');
    }
    return name + QStringLiteral("_klv.ts");
}

QStringList writeKlvRecording(const std::vector<FrameRecord>& frames, const EnteredFacts& entered,
                              const Flight& flight, const QString& flightName, const PartFolder& parts,
                              const std::function<void(double)>& listener, const Cancel* cancel)
{
    std::vector<StreamData> sets;
    int withoutTime = 0;
    for (const FrameRecord& frame : frames) {
        const std::optional<KlvPacket> packet = klvPacketOf(frame, entered);
        if (!packet)
            continue;
        withoutTime += packet->precisionTimeStamp.isValid() ? 0 : 1;
        sets.push_back({frame.timeSeconds, encodeKlvPacket(*packet)});
    }
    if (sets.empty())
        return {
            OutputText::tr("There is no recording with KLV: no frame has a place that could be written.")};
    const QString name = klvRecordingName(flightName);
    try {
        if (copyAsTransportStream(flight, sets, parts.path(name), listener, cancel))
            parts.publish(name);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Unreadable)
            throw;
        return {error.sentence()};
    }
    if (withoutTime == 0)
        return {};
    return {
        OutputText::tr("%n set(s) of KLV have no time stamp: the time of day of their frames is not known.",
                       nullptr, withoutTime)};
}

}  // namespace sheen
