#include "core/telemetry/overlay_reader.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgproc.hpp>

#include "core/data/error.h"
#include "core/data/resources.h"

using namespace sheen;
using F = OverlayField;

namespace {

const QString degree = QChar(0x00B0);

/** What an overlay shows, field by field. */
using Shown = std::map<F, QString>;

Shown shownInFrame(int frame)
{
    return {
        {F::Date, "14MAY2025"},
        {F::Time, QString("03:12:%1").arg(7 + frame, 2, 10, QLatin1Char('0'))},
        {F::Zone, "UTC+9.0"},
        {F::Sensor, "EOW"},
        {F::FocalLength, frame < 4 ? "14" : "135"},
        {F::PlatformLatitude, QString("35.2%1N").arg(1234 + 17 * frame)},
        {F::PlatformLongitude, QString("129.4%1E").arg(5678 + 13 * frame)},
        {F::PlatformAltitude, QString("%1FT").arg(frame < 3 ? 998 + frame : 2950 + frame)},
        {F::PlatformHeading, QString::number(38 + frame) + degree},
        {F::TargetLatitude, QString("35.2%1N").arg(3456 + 17 * frame)},
        {F::TargetLongitude, QString("129.4%1E").arg(8901 + 13 * frame)},
        {F::TargetElevation, "0FT"},
        {F::TargetBearing, QString::number(105 + frame) + degree},
        {F::SlantRange, QString("1.%1NM").arg(frame)},
    };
}

struct Style
{
    int font = cv::FONT_HERSHEY_SIMPLEX;
    int thickness = 1;
    bool darkEdge = false;
    double height = 14;  //!< of capitals, pixels
    double pitch = 12;
};

/** One character, centred in its cell; fixed pitch, whatever the font's own widths are. */
void drawCharacter(cv::Mat& picture, QChar character, cv::Point2d cell, const Style& style,
                   const cv::Scalar& colour)
{
    const double scale =
        cv::getFontScaleFromHeight(style.font, static_cast<int>(style.height), style.thickness);
    if (character == degree[0]) {
        cv::circle(picture, cv::Point2d(cell.x + style.pitch / 2, cell.y - style.height * 0.82), 3, colour,
                   style.thickness, cv::LINE_AA);
        return;
    }
    const std::string text(1, static_cast<char>(character.toLatin1()));
    int baseline = 0;
    const cv::Size size = cv::getTextSize(text, style.font, scale, style.thickness, &baseline);
    cv::putText(picture, text, cv::Point2d(cell.x + (style.pitch - size.width) / 2, cell.y), style.font,
                scale, colour, style.thickness, cv::LINE_AA);
}

void drawText(cv::Mat& picture, const QString& text, cv::Point2d left, const Style& style,
              const cv::Scalar& colour = cv::Scalar(235, 235, 235))
{
    for (int pass = style.darkEdge ? 0 : 1; pass < 2; ++pass) {
        for (int i = 0; i < text.size(); ++i) {
            const cv::Point2d cell(left.x + i * style.pitch + (pass ? 0 : 1), left.y + (pass ? 0 : 1));
            drawCharacter(picture, text[i], cell, style, pass ? colour : cv::Scalar(0, 0, 0));
        }
    }
}

/** A sea of noise at several scales, with glint, that moves from frame to frame. */
cv::Mat sea(cv::Size size, int frame)
{
    cv::RNG random(static_cast<std::uint64_t>(1000 + frame));
    cv::Mat picture(size, CV_8UC3, cv::Scalar(92, 70, 40));
    for (const int grain : {64, 16, 4}) {
        cv::Mat small(size.height / grain + 1, size.width / grain + 1, CV_8UC3);
        random.fill(small, cv::RNG::NORMAL, cv::Scalar(40, 40, 40), cv::Scalar(14, 14, 14));
        cv::Mat large;
        cv::resize(small, large, size, 0, 0, cv::INTER_CUBIC);
        cv::addWeighted(picture, 1, large, 0.5, -16, picture);
    }
    for (int i = 0; i < 100; ++i)
        cv::circle(picture, {random.uniform(0, size.width), random.uniform(0, size.height)},
                   random.uniform(1, 4), cv::Scalar(160, 150, 130), cv::FILLED, cv::LINE_AA);
    return picture;
}

/** Draws the fields where the layout wants them: left-aligned at the left edge, right-aligned elsewhere. */
cv::Mat render(const OverlayLayout& layout, const Shown& shown, const Style& style, cv::Size size, int frame)
{
    cv::Mat picture = sea(size, frame);
    for (const OverlayLayout::Field& field : layout.fields) {
        const QString text = shown.at(field.field);
        const cv::Rect2d box(field.box.x() * size.width, field.box.y() * size.height,
                             field.box.width() * size.width, field.box.height() * size.height);
        const double baseline = box.y + box.height / 2 + style.height / 2;
        const double width = text.size() * style.pitch;
        const bool leftAligned = field.box.x() < 0.1 && field.box.y() < 0.5;
        const double left = leftAligned ? box.x + 12 : box.x + box.width - 12 - width;
        if (field.inverse) {
            cv::rectangle(picture,
                          cv::Rect(static_cast<int>(left - 3), static_cast<int>(baseline - style.height - 4),
                                   static_cast<int>(width + 6), static_cast<int>(style.height + 8)),
                          cv::Scalar(240, 240, 240), cv::FILLED);
            drawText(picture, text, {left, baseline},
                     {style.font, style.thickness, false, style.height, style.pitch}, cv::Scalar(20, 20, 20));
        } else {
            drawText(picture, text, {left, baseline}, style);
        }
    }
    return picture;
}

Frame frameOf(const cv::Mat& picture, int index)
{
    Frame frame;
    frame.index = index;
    frame.timeSeconds = index;
    frame.picture = picture;
    return frame;
}

OverlayLayout shipped(const char* name)
{
    return loadOverlayLayout(resourcePath(QString("overlays/%1.json").arg(name)));
}

}  // namespace

class OverlayReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsOwnRendering_data();
    void readsItsOwnRendering();
    void letterboxed();
    void withoutOverlay();
    void strangePictures();
    void brokenLayouts_data();
    void brokenLayouts();
    void shippedLayouts();
};

void OverlayReaderTest::readsItsOwnRendering_data()
{
    QTest::addColumn<QString>("layoutName");
    QTest::addColumn<int>("font");
    QTest::addColumn<int>("thickness");
    QTest::addColumn<bool>("darkEdge");
    QTest::addColumn<QSize>("size");
    QTest::newRow("HD, simplex") << "mx-hd" << int(cv::FONT_HERSHEY_SIMPLEX) << 1 << false
                                 << QSize(1280, 720);
    QTest::newRow("HD, duplex") << "mx-hd" << int(cv::FONT_HERSHEY_DUPLEX) << 1 << false << QSize(1280, 720);
    QTest::newRow("full HD, simplex")
        << "mx-hd" << int(cv::FONT_HERSHEY_SIMPLEX) << 2 << false << QSize(1920, 1080);
    QTest::newRow("SD, dark edge") << "mx-sd" << int(cv::FONT_HERSHEY_SIMPLEX) << 1 << true
                                   << QSize(720, 480);
}

void OverlayReaderTest::readsItsOwnRendering()
{
    QFETCH(QString, layoutName);
    QFETCH(int, font);
    QFETCH(int, thickness);
    QFETCH(bool, darkEdge);
    QFETCH(QSize, size);
    const OverlayLayout layout = shipped(qPrintable(layoutName));
    Style style{font, thickness, darkEdge, 0.0195 * size.height(), 0};
    if (layoutName == "mx-sd")
        style.height = 11;
    style.pitch = style.height * 0.85;
    std::vector<Frame> frames;
    for (int i = 0; i < 6; ++i)
        frames.push_back(
            frameOf(render(layout, shownInFrame(i), style, {size.width(), size.height()}, i), i));

    const LayoutMatch match = OverlayReader::recognise({frames[0], frames[4]});
    QCOMPARE(match.layout.name, layoutName);
    QVERIFY2(match.score > 0.7, qPrintable(QString::number(match.score)));
    OverlayReader reader(match.layout);
    int exact = 0, all = 0, wrong = 0;
    for (const Frame& frame : frames) {
        const TelemetryReading reading = reader.read(frame);
        QCOMPARE(reading.frame, frame.index);
        QCOMPARE(reading.source, Quality::Read);
        for (const auto& [field, text] : shownInFrame(frame.index)) {
            ++all;
            const bool same = reading[field].confidence > 0 && reading[field].text == text;
            exact += same;
            wrong += !same && reading[field].confidence > 0;
            if (!same)
                qInfo("frame %d %s: read \"%s\", shown \"%s\"", frame.index,
                      qPrintable(overlayFieldName(field)), qPrintable(reading[field].text), qPrintable(text));
            QVERIFY(!reading[field].box.isNull());
        }
    }
    QVERIFY2(exact >= 0.9 * all, qPrintable(QString("%1 of %2").arg(exact).arg(all)));
    QVERIFY2(wrong <= 0.05 * all, qPrintable(QString("%1 wrong of %2").arg(wrong).arg(all)));
    // Most lines need no recogniser once the glyphs are known.
    QVERIFY(reader.linesRecognised() < all);
}

void OverlayReaderTest::letterboxed()
{
    const OverlayLayout layout = shipped("mx-hd");
    std::vector<Frame> frames;
    for (int i = 0; i < 3; ++i) {
        const cv::Mat whole =
            render(layout, shownInFrame(i), {cv::FONT_HERSHEY_DUPLEX, 1, false, 14, 12}, {1280, 720}, i);
        cv::Mat smaller;
        cv::resize(whole, smaller, {1216, 684}, 0, 0, cv::INTER_AREA);
        cv::Mat boxed = cv::Mat::zeros(720, 1280, CV_8UC3);
        smaller.copyTo(boxed(cv::Rect(32, 18, 1216, 684)));
        frames.push_back(frameOf(boxed, i));
    }
    const LayoutMatch match = OverlayReader::recognise(frames);
    QCOMPARE(match.layout.name, QString("mx-hd"));
    QVERIFY2(match.score > 0.7, qPrintable(QString::number(match.score)));
}

void OverlayReaderTest::withoutOverlay()
{
    const cv::Mat picture = sea({1280, 720}, 5);
    QCOMPARE(OverlayReader::recognise({frameOf(picture, 0)}).score, 0.0);
    OverlayReader reader(shipped("mx-hd"));
    const TelemetryReading reading = reader.read(frameOf(picture, 3));
    QCOMPARE(reading.source, Quality::None);
    QCOMPARE(reading.frame, 3);
    for (const FieldReading& field : reading.fields)
        QVERIFY(field.text.isEmpty() && !field.value);
}

void OverlayReaderTest::strangePictures()
{
    OverlayReader reader(shipped("mx-sd"));
    QCOMPARE(reader.read(Frame()).source, Quality::None);
    for (const cv::Mat& picture :
         {cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(0)), cv::Mat(8, 2000, CV_8UC3, cv::Scalar::all(255)),
          cv::Mat(480, 720, CV_8UC1, cv::Scalar::all(128)), cv::Mat(480, 720, CV_16UC1, cv::Scalar::all(128)),
          cv::Mat(480, 720, CV_8UC3, cv::Scalar::all(255))})
        QCOMPARE(reader.read(frameOf(picture, 0)).source, Quality::None);
    QCOMPARE(OverlayReader::recognise({}).score, 0.0);
    QCOMPARE(OverlayReader::recognise({Frame()}).score, 0.0);
}

void OverlayReaderTest::brokenLayouts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no fields") << QByteArray(R"({"textHeight": 0.02})");
    QTest::newRow("no text height") << QByteArray(
        R"({"fields": [{"field": "date", "box": [0, 0, 0.1, 0.1]}]})");
    QTest::newRow("unknown field") << QByteArray(
        R"({"textHeight": 0.02, "fields": [{"field": "wind", "box": [0, 0, 0.1, 0.1]}]})");
    QTest::newRow("no box") << QByteArray(
        R"({"textHeight": 0.02, "fields": [{"field": "date", "box": [0, 0, 0.1]}]})");
    QTest::newRow("box outside") << QByteArray(
        R"({"textHeight": 0.02, "fields": [{"field": "date", "box": [2, 2, 0.1, 0.1]}]})");
}

void OverlayReaderTest::brokenLayouts()
{
    QFETCH(QByteArray, json);
    QTemporaryDir folder;
    QFile file(folder.filePath("mine.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    try {
        loadOverlayLayout(file.fileName());
        QFAIL("accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY(error.sentence().contains("mine.json"));
    }
    QVERIFY_EXCEPTION_THROWN(loadOverlayLayout(folder.filePath("none.json")), Error);
}

void OverlayReaderTest::shippedLayouts()
{
    QVERIFY(availableOverlayLayouts().size() >= 2);
    for (const OverlayLayout& layout : availableOverlayLayouts()) {
        QCOMPARE(layout.fields.size(), overlayFieldCount);
        QVERIFY(!layout.otherMarks.empty());
    }
}

QTEST_GUILESS_MAIN(OverlayReaderTest)
#include "overlay_reader_test.moc"
