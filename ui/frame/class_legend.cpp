#include "class_legend.h"

#include <QPainter>

#include "data/area_colours.h"
#include "data/class_names.h"

namespace sheen {

namespace {

constexpr int chipSide = 11;
constexpr int gap = 5;
constexpr int between = 14;

}  // namespace

ClassLegend::ClassLegend(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ClassLegend::setClasses(const ModelCard& card, const std::vector<ModelClass>& classes)
{
    m_entries.clear();
    for (const ModelClass& one : classes) {
        const Rgb rgb = classColour(card, one);
        m_entries.push_back({shownClassName(one.name), QColor(rgb[0], rgb[1], rgb[2])});
    }
    updateGeometry();
    update();
}

int ClassLegend::heightForWidth(int width) const
{
    return m_entries.empty() ? 0 : layOut(width, nullptr);
}

void ClassLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    layOut(width(), &painter);
}

int ClassLegend::layOut(int width, QPainter* painter) const
{
    const QFontMetrics metrics = fontMetrics();
    const int row = metrics.height() + 4;
    int x = 0;
    int y = 0;
    for (const Entry& entry : m_entries) {
        const int needed = chipSide + gap + metrics.horizontalAdvance(entry.name);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += row;
        }
        if (painter) {
            const QRect chip(x, y + (row - chipSide) / 2, chipSide, chipSide);
            painter->setPen(QColor(128, 128, 128));  // seen on a light and on a dark window
            painter->setBrush(entry.colour);
            painter->drawRect(chip);
            painter->setPen(palette().color(QPalette::WindowText));
            painter->drawText(QRect(x + chipSide + gap, y, needed, row), Qt::AlignVCenter | Qt::AlignLeft,
                              entry.name);
        }
        x += needed + between;
    }
    return y + row;
}

}  // namespace sheen
