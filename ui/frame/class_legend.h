#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

#include "data/model_card.h"

namespace sheen {

/** Classes with their colours as the map has them, in as many rows as they need. */
class ClassLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ClassLegend(QWidget* parent = nullptr);

    void setClasses(const ModelCard& card, const std::vector<ModelClass>& classes);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(200)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        QString name;
        QColor colour;
    };
    /** Draws where a painter is given; returns the height that is needed. */
    int layOut(int width, QPainter* painter) const;

    std::vector<Entry> m_entries;
};

}  // namespace sheen
