#include "overlay/text_lines.h"

#include <QtTest>
#include <algorithm>
#include <opencv2/imgcodecs.hpp>

#include "base/resources.h"
#include "flight/flight.h"
#include "overlay/overlay_layout.h"
#include "support/overlay_rendering.h"
#include "support/source_folder.h"

using namespace sheen;
using namespace sheen::test;

namespace {

OverlayLayout shipped(const char* name)
{
    return loadOverlayLayout(resourcePath(QString("overlays/%1.json").arg(name)));
}

bool liesIn(const TextLine& line, const QRectF& box, cv::Size size)
{
    const QPointF middle((line.box.x + line.box.width / 2.0) / size.width,
                         (line.box.y + line.box.height / 2.0) / size.height);
    return box.contains(middle);
}

/** How many of a layout's fields have a line in their box; letters in inverse video are none. */
int fieldsWithLine(const std::vector<TextLine>& lines, const OverlayLayout& layout, cv::Size size)
{
    return int(std::count_if(layout.fields.begin(), layout.fields.end(), [&](const auto& field) {
        return !field.inverse && std::any_of(lines.begin(), lines.end(), [&](const TextLine& line) {
            return liesIn(line, field.box, size);
        });
    }));
}

/** Lines where the layout has nothing. */
int others(const std::vector<TextLine>& lines, const OverlayLayout& layout, cv::Size size)
{
    return int(std::count_if(lines.begin(), lines.end(), [&](const TextLine& line) {
        const auto marks = overlayMarks(layout);
        return std::none_of(marks.begin(), marks.end(),
                            [&](const OverlayMark& mark) { return liesIn(line, mark.box, size); });
    }));
}

int written(const OverlayLayout& layout)
{
    return int(std::count_if(layout.fields.begin(), layout.fields.end(),
                             [](const auto& field) { return !field.inverse; }));
}

}  // namespace

class TextLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faintLettersOverRoughSeas_data();
    void faintLettersOverRoughSeas();
    void demoFlight();
    void realFrame();
    void nothingIsWritten();
    void strangePictures();
};

void TextLinesTest::faintLettersOverRoughSeas_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("font");
    QTest::addColumn<int>("levels");  // brighter than the mean of the sea
    QTest::addColumn<double>("waves");
    QTest::addColumn<int>("least");  // of 13 lines
    QTest::newRow("HD, calm") << "mx-hd"
                              << "duplex" << 60 << 6.0 << 12;
    QTest::newRow("HD, rough") << "mx-hd"
                               << "simplex" << 60 << 11.0 << 6;
    QTest::newRow("HD, faint") << "mx-hd"
                               << "duplex" << 30 << 6.0 << 12;
    QTest::newRow("SD, rough") << "mx-sd"
                               << "duplex" << 60 << 11.0 << 12;
}

void TextLinesTest::faintLettersOverRoughSeas()
{
    QFETCH(QString, layout);
    QFETCH(QString, font);
    QFETCH(int, levels);
    QFETCH(double, waves);
    QFETCH(int, least);
    const OverlayLayout known = shipped(qPrintable(layout));
    const bool hd = layout == QLatin1String("mx-hd");
    const cv::Size size = hd ? cv::Size(1280, 720) : cv::Size(720, 480);
    OverlayStyle style = styleFor(known, size, font);
    style.brightness = 110 + levels;
    std::vector<cv::Mat> pictures;
    for (int i = 0; i < 8; ++i) {
        pictures.push_back(renderedSea(size, i, {110, waves, 400, 170}));
        drawOverlay(pictures.back(), known, exampleTexts(3 * i, hd), style);
        pictures.back() = jpegCompressed(pictures.back(), 60);
    }
    const std::vector<TextLine> lines = findTextLines(pictures, LetterColour::White);
    const int found = fieldsWithLine(lines, known, size);
    const int further = others(lines, known, size);
    qInfo("%d of %d, %d others", found, written(known), further);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
    QVERIFY2(further <= 3, qPrintable(QString::number(further)));
}

void TextLinesTest::demoFlight()
{
    const auto flight = Flight::open(resourcePath(QStringLiteral("demo/flight.mp4")));
    std::vector<cv::Mat> pictures;
    for (int i = 0; i < 8; ++i)
        pictures.push_back(flight->frameAt(8 * i, i).picture);
    const OverlayLayout layout = shipped("mx-hd");
    const std::vector<TextLine> lines = findTextLines(pictures, LetterColour::White);
    const int found = fieldsWithLine(lines, layout, pictures.front().size());
    qInfo("%d of %d, %d others", found, written(layout), others(lines, layout, pictures.front().size()));
    QVERIFY2(found >= written(layout) - 1, qPrintable(QString::number(found)));
}

/** One picture alone, with scales and a reticle. */
void TextLinesTest::realFrame()
{
    const QString path = sourcePath(QStringLiteral("../shared/data/overlay/mx15d_ir_sd.png"));
    if (!QFile::exists(path))
        QSKIP("the recorded frame is not here");
    const cv::Mat picture = cv::imread(path.toStdString());
    const OverlayLayout layout = shipped("mx-sd");
    const std::vector<TextLine> lines = findTextLines({picture}, LetterColour::White);
    const int found = fieldsWithLine(lines, layout, picture.size());
    qInfo("%d of %d, %d others", found, written(layout), others(lines, layout, picture.size()));
    QVERIFY2(found >= written(layout) - 2, qPrintable(QString::number(found)));
}

void TextLinesTest::nothingIsWritten()
{
    for (const double waves : {4.0, 10.0}) {
        std::vector<cv::Mat> pictures;
        for (int i = 0; i < 8; ++i)
            pictures.push_back(renderedSea({1280, 720}, i, {110, waves, 1500, 190}));
        const auto lines = findTextLines(pictures, LetterColour::White);
        QVERIFY2(lines.size() <= 3, qPrintable(QString::number(lines.size())));
    }
}

void TextLinesTest::strangePictures()
{
    QVERIFY(findTextLines({}, LetterColour::White).empty());
    QVERIFY(findTextLines({cv::Mat()}, LetterColour::White).empty());
    QVERIFY(findTextLines({cv::Mat(10, 10, CV_8UC3, cv::Scalar::all(9))}, LetterColour::White).empty());
    QVERIFY(findTextLines({cv::Mat(480, 640, CV_16UC1, cv::Scalar::all(9))}, LetterColour::White).empty());
    QVERIFY(findTextLines({cv::Mat(480, 640, CV_8UC1, cv::Scalar::all(9)),
                           cv::Mat(240, 320, CV_8UC1, cv::Scalar::all(9))},
                          LetterColour::Green)
                .empty());
    QVERIFY(stillStrokes({}, LetterColour::White, 14).still.empty());
}

QTEST_GUILESS_MAIN(TextLinesTest)
#include "text_lines_test.moc"
