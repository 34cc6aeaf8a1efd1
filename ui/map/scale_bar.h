#pragma once

#include <QWidget>

class QgsMapCanvas;

namespace sheen {

/** A scale bar over a corner of the map: metres or kilometres, and nautical miles, as measured on the
 * ellipsoid in the middle of the map. */
class ScaleBar : public QWidget
{
    Q_OBJECT

public:
    explicit ScaleBar(QgsMapCanvas* canvas);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void measure();

    QgsMapCanvas* m_canvas;
    double m_metresPerPixel = 0;
};

/** The largest of 1, 2 and 5 times a power of ten that is not more than `value`; 0 for no positive number. */
double roundScaleLength(double value);

/** Such a length as the bar has it, without an exponent. */
QString scaleLengthText(double value, const QString& unit);

}  // namespace sheen
