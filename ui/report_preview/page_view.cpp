// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace sheen {

namespace {

QPointF placeOf(const QMouseEvent& event)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event.position();
#else
    return event.localPos();
#endif
}

}  // namespace

PageView::PageView(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(240, 320);
    setCursor(Qt::OpenHandCursor);
}

void PageView::setPage(const QImage& page)
{
    m_page = page;
    if (!page.isNull())
        m_zoom.setPictureSize(page.size());
    update();
}

void PageView::zoomBy(double factor)
{
    m_zoom.zoomBy(factor, QPointF(width() / 2.0, height() / 2.0), size());
    update();
}

void PageView::showWhole()
{
    m_zoom.showAll();
    update();
}

QTransform PageView::transform() const
{
    return m_zoom.toWidget(size());
}

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().dark());
    if (m_page.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(transform(), true);
    painter.drawImage(0, 0, m_page);
}

void PageView::wheelEvent(QWheelEvent* event)
{
    constexpr double oneStep = 120;  // eighths of a degree
    const double steps = event->angleDelta().y() / oneStep;
    m_zoom.zoomBy(std::pow(1.2, steps), event->position(), size());
    event->accept();
    update();
}

void PageView::mousePressEvent(QMouseEvent* event)
{
    m_grabbed = placeOf(*event);
}

void PageView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_zoom.moveBy(placeOf(*event) - m_grabbed, size());
    m_grabbed = placeOf(*event);
    update();
}

}  // namespace sheen
