#include "share_bar.h"

#include <QPainter>
#include <algorithm>

#include "slick_text.h"

namespace sheen {

ShareBar::ShareBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ShareBar::sizeHint() const
{
    return {120, 14};
}

void ShareBar::setMeasures(const SlickMeasures& measures, const ModelCard& card,
                           const std::vector<AppearanceArea>& areas)
{
    const auto without =
        std::find_if(areas.begin(), areas.end(), [](const AppearanceArea& area) { return area.code == 0; });
    m_shares.clear();
    for (const int code : {1, 2, 3, 4, 5, 0})
        m_shares.push_back(
            {measures.codePercent[static_cast<std::size_t>(code)],
             colourOfArea(card, code == 0 && without != areas.end() ? without->classValue : -1, code)});
    setToolTip(sharesText(measures));
    update();
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    double from = 0;
    for (const Share& share : m_shares) {
        const double to = from + share.percent;
        const QRectF box(from / 100 * width(), 0, (to - from) / 100 * width(), height());
        painter.fillRect(box, share.colour);
        from = to;
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace sheen
