#pragma once

#include <QWidget>

namespace sheen {

/** What the marks of the plot mean, as many as there is room for. */
class MarkLegend : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLegend(QWidget* parent = nullptr);

    QSize sizeHint() const override { return {240, fontMetrics().height() + 4}; }
    QSize minimumSizeHint() const override { return {20, fontMetrics().height() + 4}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace sheen
