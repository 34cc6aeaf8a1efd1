#include "overlay_rendering.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "matrix_font.h"

namespace sheen::test {

namespace {

constexpr int finer = 4;  //!< letters are drawn so much larger, and averaged down
const QChar degreeSign(0x00B0);
const QChar zero('0');

int hersheyFont(const QString& name)
{
    static const std::map<QString, int> fonts = {
        {QStringLiteral("simplex"), cv::FONT_HERSHEY_SIMPLEX},
        {QStringLiteral("duplex"), cv::FONT_HERSHEY_DUPLEX},
        {QStringLiteral("complex"), cv::FONT_HERSHEY_COMPLEX},
    };
    const auto found = fonts.find(name);
    return found == fonts.end() ? -1 : found->second;
}

/** The cell of one character, `finer` times as large: its baseline three quarters down, its middle in the
 * middle. */
class Cell
{
public:
    explicit Cell(const OverlayStyle& style)
        : m_style(style),
          m_ink(static_cast<int>(2 * style.capitalHeight) * finer,
                static_cast<int>(std::ceil(style.pitch * 1.5)) * finer, CV_8UC1, cv::Scalar(0))
    {}

    cv::Mat drawn(QChar character)
    {
        const int font = hersheyFont(m_style.font);
        if (m_style.font == QLatin1String("matrix"))
            drawDots(character);
        else if (font < 0)
            drawOutline(character);
        else if (character == degreeSign)
            cv::circle(m_ink, cv::Point(m_ink.cols / 2, baseline() - capital() * 82 / 100), capital() / 5,
                       cv::Scalar(255), thickness(), cv::LINE_AA);
        else
            drawStrokes(character, font);
        if (character == zero && m_style.slashedZero && m_style.font != QLatin1String("matrix"))
            drawSlash();
        cv::Mat small;
        cv::resize(m_ink, small, {m_ink.cols / finer, m_ink.rows / finer}, 0, 0, cv::INTER_AREA);
        return small;
    }

    /** Rows from a cell's top to the baseline, at the picture's own size. */
    static int baselineRow(const OverlayStyle& style)
    {
        return static_cast<int>(2 * style.capitalHeight) * 3 / 4;
    }

private:
    int capital() const { return static_cast<int>(std::lround(m_style.capitalHeight * finer)); }
    int baseline() const { return baselineRow(m_style) * finer; }
    int thickness() const { return std::max(1, static_cast<int>(std::lround(m_style.strokeWidth * finer))); }

    void drawStrokes(QChar character, int font)
    {
        const double scale = cv::getFontScaleFromHeight(font, capital(), thickness());
        const std::string text(1, character.toLatin1());
        int below = 0;
        const cv::Size size = cv::getTextSize(text, font, scale, thickness(), &below);
        cv::putText(m_ink, text, {(m_ink.cols - size.width) / 2, baseline()}, font, scale, cv::Scalar(255),
                    thickness(), cv::LINE_AA);
    }

    void drawDots(QChar character)
    {
        const double width = m_style.pitch * finer / 6;
        const double height = capital() / 7.0;
        const auto rows = matrixRows(character, m_style.slashedZero);
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 5; ++column) {
                if (!(rows[static_cast<std::size_t>(row)] >> (4 - column) & 1))
                    continue;
                const cv::Point corner(
                    static_cast<int>(std::lround(m_ink.cols / 2.0 + (column - 2.5) * width)),
                    static_cast<int>(std::lround(baseline() + (row - 7) * height)));
                cv::rectangle(m_ink, cv::Rect(corner, cv::Size(cvCeil(width), cvCeil(height))),
                              cv::Scalar(255), cv::FILLED);
            }
        }
    }

    void drawOutline(QChar character)
    {
        QFont font(m_style.font);
        font.setPixelSize(100);
        QPainterPath capitalPath;
        capitalPath.addText(0, 0, font, QStringLiteral("H"));
        QPainterPath path;
        path.addText(0, 0, font, QString(character));
        const double scale = capital() / capitalPath.boundingRect().height();
        QImage image(m_ink.cols, m_ink.rows, QImage::Format_Grayscale8);
        image.fill(0);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(m_ink.cols / 2.0, baseline());
        painter.scale(scale, scale);
        painter.translate(-path.boundingRect().center().x(), 0);
        painter.setPen(
            QPen(Qt::white, m_style.strokeWidth * finer / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::white);
        painter.drawPath(path);
        painter.end();
        for (int row = 0; row < m_ink.rows; ++row)
            std::copy_n(image.constScanLine(row), m_ink.cols, m_ink.ptr<unsigned char>(row));
    }

    void drawSlash()
    {
        const cv::Rect own = cv::boundingRect(m_ink);
        const cv::Point inset(own.width / 6, own.height / 6);
        cv::line(m_ink, cv::Point(own.x, own.y + own.height) + cv::Point(inset.x, -inset.y),
                 cv::Point(own.x + own.width, own.y) + cv::Point(-inset.x, inset.y), cv::Scalar(255),
                 thickness(), cv::LINE_AA);
    }

    const OverlayStyle& m_style;
    cv::Mat m_ink;
};

/** Paints a colour where there is ink, as much as there is. */
void paint(cv::Mat& picture, const cv::Mat& ink, int brightness)
{
    for (int row = 0; row < picture.rows; ++row) {
        auto* pixel = picture.ptr<cv::Vec3b>(row);
        const auto* share = ink.ptr<unsigned char>(row);
        for (int column = 0; column < picture.cols; ++column) {
            for (int channel = 0; channel < 3; ++channel) {
                const int before = pixel[column][channel];
                pixel[column][channel] =
                    static_cast<unsigned char>(before + (brightness - before) * share[column] / 255);
            }
        }
    }
}

void drawText(cv::Mat& ink, const QString& text, cv::Point2d baselineLeft, const OverlayStyle& style)
{
    for (int i = 0; i < text.size(); ++i) {
        const cv::Mat cell = Cell(style).drawn(text[i]);
        const int middle = static_cast<int>(std::lround(baselineLeft.x + (i + 0.5) * style.pitch));
        const int top = static_cast<int>(std::lround(baselineLeft.y)) - Cell::baselineRow(style);
        const cv::Rect place = cv::Rect(middle - cell.cols / 2, top, cell.cols, cell.rows);
        const cv::Rect seen = place & cv::Rect(0, 0, ink.cols, ink.rows);
        if (seen.empty())
            continue;
        cv::Mat target = ink(seen);
        cv::max(target, cell(seen - place.tl()), target);
    }
}

}  // namespace

OverlayStyle styleFor(const OverlayLayout& layout, cv::Size size, const QString& font)
{
    OverlayStyle style;
    style.font = font;
    style.capitalHeight = layout.textHeight * size.height;
    style.pitch = 0.85 * style.capitalHeight;
    style.strokeWidth = hersheyFont(font) < 0 ? 0 : std::max(1.0, style.capitalHeight / 12);
    return style;
}

cv::Mat renderedSea(cv::Size size, int frame, const SeaStyle& style)
{
    cv::RNG random(static_cast<std::uint64_t>(1000 + frame));
    cv::Mat waves(size, CV_32FC1, cv::Scalar(0));
    for (const int grain : {64, 16, 4, 2}) {
        cv::Mat small(size.height / grain + 1, size.width / grain + 1, CV_32FC1);
        random.fill(small, cv::RNG::NORMAL, 0, style.contrast);
        cv::Mat large;
        cv::resize(small, large, size, 0, 0, cv::INTER_CUBIC);
        waves += large;
    }
    std::vector<cv::Mat> channels(3);
    const double tint[] = {1.25, 1.0, 0.75};  // blue, green, red
    for (std::size_t i = 0; i < channels.size(); ++i)
        waves.convertTo(channels[i], CV_8UC1, 1, style.brightness * tint[i]);
    cv::Mat picture;
    cv::merge(channels, picture);
    const int bright = style.glintBrightness;
    for (int i = 0; i < style.glints; ++i)
        cv::ellipse(picture, {random.uniform(0, size.width), random.uniform(0, size.height)},
                    {random.uniform(1, 6), random.uniform(1, 3)}, random.uniform(-20, 20), 0, 360,
                    cv::Scalar(bright + 5, bright, bright - 10), cv::FILLED, cv::LINE_AA);
    return picture;
}

void drawOverlay(cv::Mat& picture, const OverlayLayout& layout, const OverlayTexts& texts,
                 const OverlayStyle& style)
{
    cv::Mat ink = cv::Mat::zeros(picture.size(), CV_8UC1);
    cv::Mat darkInk = cv::Mat::zeros(picture.size(), CV_8UC1);
    const double gap = style.pitch;
    for (const OverlayLayout::Field& field : layout.fields) {
        const auto text = texts.find(field.field);
        if (text == texts.end())
            continue;
        const cv::Rect2d box(field.box.x() * picture.cols, field.box.y() * picture.rows,
                             field.box.width() * picture.cols, field.box.height() * picture.rows);
        const double baseline = box.y + box.height / 2 + style.capitalHeight / 2;
        const double width = text->second.size() * style.pitch;
        const bool leftAligned = field.box.x() < 0.1 && field.box.y() < 0.5;
        const double left = leftAligned ? box.x + gap : box.x + box.width - gap - width;
        if (field.inverse) {
            cv::rectangle(
                picture,
                cv::Rect2d(left - 3, baseline - style.capitalHeight - 4, width + 6, style.capitalHeight + 8),
                cv::Scalar::all(style.brightness), cv::FILLED);
        }
        drawText(field.inverse ? darkInk : ink, text->second, {left, baseline}, style);
    }
    if (style.darkEdge) {
        cv::Mat edge;
        cv::dilate(ink, edge, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
        paint(picture, edge, 15);
    }
    paint(picture, darkInk, 20);
    paint(picture, ink, style.brightness);
}

cv::Mat jpegCompressed(const cv::Mat& picture, int quality)
{
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

OverlayTexts exampleTexts(int frame, bool decimalDegrees)
{
    using F = OverlayField;
    auto digits = [](int number, int count) {
        return QStringLiteral("%1").arg(number, count, 10, QLatin1Char('0'));
    };
    auto seconds = [&digits](int degrees, int degreeDigits, int total) {
        return digits(degrees, degreeDigits) + QLatin1Char(':') + digits(total / 60 % 60, 2) +
               QLatin1Char(':') + digits(total % 60, 2);
    };
    OverlayTexts texts = {
        {F::Date, decimalDegrees ? QStringLiteral("14MAY2025") : QStringLiteral("29SE2023")},
        {F::Time, QStringLiteral("03:%1:%2").arg(digits(12 + frame / 60, 2), digits((7 + frame) % 60, 2))},
        {F::Zone, frame % 2 ? QStringLiteral("UTC+9.0") : QStringLiteral("UTC-6.5")},
        {F::Sensor, frame < 8 ? QStringLiteral("EOW") : QStringLiteral("IR")},
        {F::FocalLength, frame < 4 ? QStringLiteral("14") : QStringLiteral("135")},
        {F::PlatformAltitude, QStringLiteral("%1FT").arg(frame < 3 ? 998 + frame : 2950 + 87 * frame)},
        {F::PlatformHeading, QString::number((95 + 7 * frame) % 360) + degreeSign},
        {F::TargetElevation, frame % 3 ? QStringLiteral("0FT") : QStringLiteral("-26FT")},
        {F::TargetBearing, QString::number((105 + 13 * frame) % 360) + degreeSign},
        {F::SlantRange, QStringLiteral("%1.%2NM").arg(1 + frame % 14).arg(frame % 10)},
    };
    const int way = 1234 + 317 * frame;
    if (decimalDegrees) {
        texts[F::PlatformLatitude] = QStringLiteral("35.%1N").arg(digits(20000 + way, 5));
        texts[F::PlatformLongitude] = QStringLiteral("129.%1E").arg(digits(45670 + 2 * way, 5));
        texts[F::TargetLatitude] = QStringLiteral("35.%1N").arg(digits(23456 + way, 5));
        texts[F::TargetLongitude] = QStringLiteral("129.%1E").arg(digits(48901 + 2 * way, 5));
    } else {
        texts[F::PlatformLatitude] = seconds(35, 2, way) + QLatin1Char('N');
        texts[F::PlatformLongitude] = seconds(67, 2, 2 * way) + QLatin1Char('W');
        texts[F::TargetLatitude] = seconds(35, 2, way + 80) + QLatin1Char('N');
        texts[F::TargetLongitude] = seconds(67, 2, 2 * way + 90) + QLatin1Char('W');
    }
    return texts;
}

}  // namespace sheen::test
