#include "ui/widgets/flow_layout.h"

#include <algorithm>

namespace sheen {

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width() + (size.width() > 0 ? m_gap : 0),
                std::max(size.height(), hint.height())};
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool moves) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const auto widthOf = [&inside](const QLayoutItem& item) {
        return std::max(item.minimumSize().width(), std::min(item.sizeHint().width(), inside.width()));
    };
    const auto grows = [](const QLayoutItem* item) {
        return bool(item->expandingDirections() & Qt::Horizontal);
    };
    int y = inside.top();
    for (auto first = m_items.begin(); first != m_items.end();) {
        int used = widthOf(**first), height = (*first)->sizeHint().height();
        auto end = first + 1;
        for (; end != m_items.end() && used + m_gap + widthOf(**end) <= inside.width(); ++end) {
            used += m_gap + widthOf(**end);
            height = std::max(height, (*end)->sizeHint().height());
        }
        auto growing = std::count_if(first, end, grows);
        int left = std::max(0, inside.width() - used);
        for (int x = inside.left(); first != end; ++first) {
            int width = widthOf(**first);
            if (grows(*first)) {
                const int share = left / int(growing--);
                width += share;
                left -= share;
            }
            if (moves)
                (*first)->setGeometry(QRect(x, y, width, height));
            x += width + m_gap;
        }
        y += height + (first != m_items.end() ? m_gap : 0);
    }
    return y - rect.top() + contentsMargins().bottom();
}

}  // namespace sheen
