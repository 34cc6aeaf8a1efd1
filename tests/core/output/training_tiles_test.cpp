#include "training/training_tiles.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "coco_file.h"

using namespace sheen;

class TrainingTilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static ModelCard card()
    {
        ModelCard card;
        card.name = QStringLiteral("base");
        card.classes = {{0, QStringLiteral("water"), {}, 0, false},
                        {1, QStringLiteral("sheen"), {}, 1, true}};
        return card;
    }

    QString path(const QString& name) const { return m_folder.filePath(QStringLiteral("training/") + name); }

    static cv::Mat1b fromRuns(const QJsonObject& segmentation)
    {
        const QJsonArray size = segmentation.value(QStringLiteral("size")).toArray();
        cv::Mat1b mask(size[0].toInt(), size[1].toInt(), uchar(0));
        int at = 0;
        bool set = false;
        const QJsonArray runs = segmentation.value(QStringLiteral("counts")).toArray();
        for (const QJsonValue& run : runs) {
            for (int i = 0; i < run.toInt(); ++i, ++at) {
                if (set)
                    mask(at % mask.rows, at / mask.rows) = 255;
            }
            set = !set;
        }
        return at == int(mask.total()) ? mask : cv::Mat1b();
    }

private Q_SLOTS:
    void runsGoDownTheColumns()
    {
        const cv::Mat1b mask = (cv::Mat1b(2, 3) << 0, 1, 1, 0, 0, 1);
        QCOMPARE(cocoRuns(mask), (QJsonArray{2, 1, 1, 2}));
        QCOMPARE(cocoRuns(cv::Mat1b(2, 2, uchar(9))), (QJsonArray{0, 4}));
    }

    void tilesWithTheirMasks()
    {
        const TrainingSource source{QStringLiteral("비행"),      QStringLiteral("cafe"),
                                    QDate(2024, 5, 31),          QStringLiteral("Coast Guard"),
                                    QStringLiteral("CC BY 4.0"), {QStringLiteral("김")},
                                    QStringLiteral("Sheen 1")};
        cv::Mat picture(720, 1280, CV_8UC3);
        cv::randu(picture, 0, 255);
        cv::Mat1b marks(picture.size(), uchar(0));
        marks(cv::Rect(600, 300, 100, 20)).setTo(255);
        cv::circle(marks, {1200, 700}, 10, 2, cv::FILLED);
        cv::circle(marks, {1200, 700}, 4, 0, cv::FILLED);
        {
            const PartFolder parts(m_folder.path());
            TrainingTiles tiles(card(), source, parts);
            tiles.add({120, 12.5, QStringLiteral("EOW"), picture, marks});
            tiles.add({121, 12.6, QStringLiteral("EOW"), picture, cv::Mat1b(picture.size(), uchar(0))});
            tiles.finish();
            QVERIFY(tiles.count() >= 2);
        }
        QFile file(path(QStringLiteral("annotations.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject coco = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray images = coco[QStringLiteral("images")].toArray();
        QCOMPARE(coco[QStringLiteral("licenses")].toArray().at(0)[QStringLiteral("name")].toString(),
                 source.licence);
        QCOMPARE(coco[QStringLiteral("info")][QStringLiteral("source")].toString(), source.recording);
        QCOMPARE(coco[QStringLiteral("info")][QStringLiteral("source_owner")].toString(), source.owner);
        QCOMPARE(coco[QStringLiteral("categories")].toArray().size(), 3);
        QCOMPARE(QDir(path({})).entryList({QStringLiteral("*.marks.png")}).size(), images.size());

        cv::Mat1b again(picture.size(), uchar(0));
        for (const QJsonValue& image : images) {
            QCOMPARE(image[QStringLiteral("frame")].toInt(), 120);
            const cv::Rect place(
                image[QStringLiteral("left_px")].toInt(), image[QStringLiteral("top_px")].toInt(),
                image[QStringLiteral("width")].toInt(), image[QStringLiteral("height")].toInt());
            const cv::Mat tile =
                cv::imread(path(image[QStringLiteral("file_name")].toString()).toStdString());
            const cv::Mat mask = cv::imread(path(image[QStringLiteral("mask_file")].toString()).toStdString(),
                                            cv::IMREAD_UNCHANGED);
            QCOMPARE(cv::norm(tile, picture(place), cv::NORM_INF), 0.0);
            QCOMPARE(mask.type(), CV_8UC1);
            QCOMPARE(cv::norm(mask, marks(place), cv::NORM_INF), 0.0);
            cv::Mat1b annotated(place.size(), uchar(0));
            const QJsonArray annotations = coco[QStringLiteral("annotations")].toArray();
            for (const QJsonValue& one : annotations) {
                if (one[QStringLiteral("image_id")] != image[QStringLiteral("id")])
                    continue;
                const cv::Mat1b region = fromRuns(one[QStringLiteral("segmentation")].toObject());
                QCOMPARE(region.size(), place.size());
                QCOMPARE(cv::countNonZero(region), one[QStringLiteral("area")].toInt());
                const QJsonArray box = one[QStringLiteral("bbox")].toArray();
                QVERIFY(cv::boundingRect(region) ==
                        cv::Rect(box[0].toInt(), box[1].toInt(), box[2].toInt(), box[3].toInt()));
                annotated.setTo(one[QStringLiteral("category_id")].toInt(), region);
            }
            QCOMPARE(cv::norm(mask, annotated, cv::NORM_INF), 0.0);
            annotated.copyTo(again(place), annotated);
        }
        QCOMPARE(cv::norm(again, marks, cv::NORM_INF), 0.0);  // nothing that was said is missing
    }

    void smallFramesAreOneTile()
    {
        const QTemporaryDir folder;
        const PartFolder parts(folder.path());
        TrainingTiles tiles(card(), {}, parts);
        tiles.add({0, 0, {}, cv::Mat(100, 200, CV_8UC3, cv::Scalar::all(9)), cv::Mat1b(100, 200, uchar(1))});
        QCOMPARE(tiles.count(), 1);
        tiles.finish();
        const cv::Mat tile =
            cv::imread(folder.filePath(QStringLiteral("training/000000_0000_0000.png")).toStdString());
        QCOMPARE(tile.size(), cv::Size(200, 100));
    }

    void withoutATileNothingIsWritten()
    {
        const QTemporaryDir folder;
        const PartFolder parts(folder.path());
        TrainingTiles(card(), {}, parts).finish();
        QVERIFY(!QDir(folder.filePath(QStringLiteral("training"))).exists());
    }
};

QTEST_GUILESS_MAIN(TrainingTilesTest)
#include "training_tiles_test.moc"
