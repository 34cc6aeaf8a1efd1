#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <opencv2/imgcodecs.hpp>

#include "core/detect/test_models.h"
#include "outcome.h"

namespace sheen::test {

/** A folder with flights of frames in which what is dark is oil, a small model that finds it, and poses. */
class DarkFlights
{
public:
    DarkFlights()
    {
        saveDarkIsOil(path(QStringLiteral("dark.pt")));
        QByteArray poses = "frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov\n";
        for (int i = 0; i < 400; ++i)
            poses += QStringLiteral("%1,%1,%2,5.0,1000,0,0,0,90,179,20\n")
                         .arg(i)
                         .arg(55 + i * 4e-5, 0, 'f', 7)
                         .toLatin1();
        QFile table(path(QStringLiteral("poses.csv")));
        if (table.open(QIODevice::WriteOnly))
            table.write(poses);
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /** A folder of frames; `shift` moves the oil, in pixels, so that flights differ. */
    QString add(const QString& name, int frames, int shift = 0) const
    {
        QDir().mkpath(path(name));
        for (int i = 0; i < frames; ++i) {
            cv::Mat picture(120, 160, CV_8UC3, cv::Scalar::all(190));
            // The sea goes down in the pictures, two pixels a frame, and the oil with it.
            const int row = 30 + 2 * i - frames;
            const cv::Rect whole({0, 0}, picture.size());
            picture(cv::Rect(40 + shift, row, 40, 30) & whole).setTo(cv::Scalar::all(20));
            picture(cv::Rect(140, row + 50, 12, 12) & whole).setTo(cv::Scalar::all(20));  // 700 m2
            cv::imwrite(path(QStringLiteral("%1/frame_%2.png").arg(name).arg(i)).toStdString(), picture);
        }
        return path(name);
    }

    /** Options that a run of these flights needs; no report, which needs QGIS. */
    QStringList options() const
    {
        return {QStringLiteral("--model"),     path(QStringLiteral("dark.pt")),
                QStringLiteral("--telemetry"), path(QStringLiteral("poses.csv")),
                QStringLiteral("--products"),  QStringLiteral("masks,shapefile,gpkg,geojson,csv")};
    }

    static Outcome sheen(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM), arguments);
        return finished(process);
    }

    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QJsonObject json(const QString& path) { return QJsonDocument::fromJson(contents(path)).object(); }

private:
    QTemporaryDir m_folder;
};

}  // namespace sheen::test
