#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace sheen {

class Session;
struct MergeSettings;

/** The smallest area and the gap that slicks are merged with: the slicks that are open follow while they are
 * turned, from what the workspace keeps. */
class MergeControls : public QWidget
{
    Q_OBJECT

public:
    explicit MergeControls(Session* session, QWidget* parent = nullptr);

    /** What a place of the slider stands for: 1 m² to 10,000 m², in steps that the eye takes for equal; two
     * digits. */
    static double areaAt(int position);
    static int positionOf(double squareMetres);

private:
    void showSettings();
    void apply(double MergeSettings::*member, double value);

    Session* m_session;
    QSlider* m_slider;
    QDoubleSpinBox* m_smallest;
    QDoubleSpinBox* m_gap;
    QLabel* m_state;
    bool m_showing = false;
};

}  // namespace sheen
