#include "length_plot.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace sheen::test {

namespace {

constexpr int columns = 3;
constexpr double panelWidth = 280, panelHeight = 190;
constexpr double left = 52, right = 14, top = 30, bottom = 34;

QString number(double value)
{
    return QString::number(value, 'g', 3);
}

QString coordinate(double value)
{
    return QString::number(value, 'f', 1);
}

QString text(double x, double y, const QString& anchor, const QString& content)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(coordinate(x), coordinate(y), anchor, content.toHtmlEscaped());
}

QString line(double x1, double y1, double x2, double y2)
{
    return QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\"/>\n")
        .arg(coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2));
}

/** 1, 2 or 5 times a power of ten that is no less. */
double roundedUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (value <= times * power)
            return times * power;
    }
    return 10 * power;
}

QString panel(const std::vector<int>& frames, const LengthCurve& curve, double x0, double y0)
{
    const double width = panelWidth - left - right;
    const double height = panelHeight - top - bottom;
    const double first = std::log10(frames.front());
    const double span = std::max(1e-9, std::log10(frames.back()) - first);
    const double most = roundedUp(*std::max_element(curve.values.begin(), curve.values.end()));
    const auto xOf = [&](int count) { return x0 + left + width * (std::log10(count) - first) / span; };
    const auto yOf = [&](double value) { return y0 + top + height * (1 - value / most); };
    QString svg = text(x0 + left + width / 2, y0 + 18, QStringLiteral("middle"), curve.title);
    svg += QStringLiteral("<g stroke=\"#c8d0d4\">\n");
    for (const double share : {0.0, 0.5, 1.0})
        svg += line(x0 + left, yOf(share * most), x0 + left + width, yOf(share * most));
    svg += QStringLiteral("</g>\n");
    for (const double share : {0.0, 0.5, 1.0})
        svg += text(x0 + left - 6, yOf(share * most) + 4, QStringLiteral("end"), number(share * most));
    QStringList points;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const double x = xOf(frames[i]);
        points << QStringLiteral("%1,%2").arg(coordinate(x), coordinate(yOf(curve.values[i])));
        svg += text(x, y0 + panelHeight - 16, QStringLiteral("middle"), QString::number(frames[i]));
        svg += QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"3.5\" fill=\"#1d6e8b\"/>\n")
                   .arg(coordinate(x), coordinate(yOf(curve.values[i])));
    }
    return svg +
           QStringLiteral("<polyline points=\"%1\" fill=\"none\" stroke=\"#1d6e8b\" stroke-width=\"2\"/>\n")
               .arg(points.join(QLatin1Char(' ')));
}

}  // namespace

QString lengthPlot(const std::vector<int>& frames, const std::vector<LengthCurve>& curves)
{
    const int rows = int(curves.size() + columns - 1) / columns;
    QString svg = QStringLiteral(
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
                      "font-family=\"sans-serif\" font-size=\"11\" fill=\"#20303a\">\n"
                      "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n")
                      .arg(int(columns * panelWidth))
                      .arg(int(rows * panelHeight));
    for (std::size_t i = 0; i < curves.size(); ++i)
        svg += panel(frames, curves[i], panelWidth * double(i % columns), panelHeight * double(i / columns));
    return svg + QStringLiteral("</svg>\n");
}

}  // namespace sheen::test
