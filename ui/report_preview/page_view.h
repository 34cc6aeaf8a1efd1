// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include "ui/widgets/picture_zoom.h"

namespace sheen {

/** Shows one page: whole at first, enlarged by the wheel or zoomBy(), moved by dragging. */
class PageView : public QWidget
{
    Q_OBJECT

public:
    explicit PageView(QWidget* parent = nullptr);

    /** Enlarged as the page before; a null image shows nothing. */
    void setPage(const QImage& page);
    const QImage& page() const { return m_page; }
    void zoomBy(double factor);
    void showWhole();
    QTransform transform() const;  //!< from pixels of the page to those of the widget

    QSize sizeHint() const override { return {560, 760}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QImage m_page;
    PictureZoom m_zoom;
    QPointF m_grabbed;
};

}  // namespace sheen
