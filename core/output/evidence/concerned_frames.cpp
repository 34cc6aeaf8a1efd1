// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/concerned_frames.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <opencv2/imgcodecs.hpp>
#include <set>

#include "base/error.h"
#include "base/whole_file.h"
#include "flight/flight.h"
#include "tables/csv_row.h"

namespace sheen {

namespace {

std::set<int> concerned(const std::vector<Slick>& slicks)
{
    std::set<int> numbers;
    for (const Slick& slick : slicks) {
        numbers.insert(slick.seen.bestFrame);
        if (slick.decision == Decision::Accepted)
            numbers.insert({slick.seen.firstFrame, slick.seen.lastFrame});
    }
    numbers.erase(-1);
    return numbers;
}

/** The bytes of a frame, and the suffix of a file of such; empty where it cannot be read again. */
struct FrameFile
{
    QByteArray bytes;
    QString suffix;
};

FrameFile fileOf(const FrameRecord& record, const Flight& flight)
{
    if (flight.info().kind == FlightInfo::Kind::Folder && !record.fileName.isEmpty()) {
        const QFileInfo info(QDir(flight.info().path).filePath(record.fileName));
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            return {file.readAll(), info.suffix().toLower()};
        return {};
    }
    const Frame frame = flight.frameAt(record.frame, record.timeSeconds);
    std::vector<uchar> png;
    if (frame.picture.empty() || !cv::imencode(".png", frame.picture, png))
        return {};
    return {QByteArray(reinterpret_cast<const char*>(png.data()), static_cast<int>(png.size())),
            QStringLiteral("png")};
}

}  // namespace

int writeConcernedFrames(const std::vector<FrameRecord>& frames, const std::vector<Slick>& slicks,
                         const Flight& flight, const QString& folder, const Cancel* cancel)
{
    if (!QDir().mkpath(folder))
        throw Error(
            QCoreApplication::translate("sheen::Evidence", "The folder \"%1\" cannot be made.").arg(folder));
    const std::set<int> wanted = concerned(slicks);
    int missing = 0;
    QByteArray list("file,frame,time_s,utc,name_in_recording\n");
    for (const FrameRecord& record : frames) {
        if (wanted.count(record.frame) == 0)
            continue;
        if (cancel && cancel->requested())
            throw Error(QCoreApplication::translate("sheen::Evidence", "Cancelled."), ErrorKind::Cancelled);
        const FrameFile file = fileOf(record, flight);
        if (file.bytes.isEmpty()) {
            ++missing;
            continue;
        }
        const QString name =
            QStringLiteral("%1.%2").arg(record.frame, 6, 10, QLatin1Char('0')).arg(file.suffix);
        writeWholeFile(QDir(folder).filePath(name), file.bytes);
        CsvRow row;
        row.text(name);
        row.text(QString::number(record.frame));
        row.number(record.timeSeconds, 6);
        row.text(record.telemetry.utc.isValid() ? record.telemetry.utc.toUTC().toString(Qt::ISODateWithMs)
                                                : QString());
        row.text(record.fileName);
        list += row.line();
    }
    writeWholeFile(QDir(folder).filePath(QStringLiteral("frames.csv")), list);
    return missing;
}

}  // namespace sheen
