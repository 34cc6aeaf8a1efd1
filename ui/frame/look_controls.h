#pragma once

#include <QWidget>

#include "ui/frame/picture_look.h"

class QAction;
class QSlider;

namespace sheen {

/** Brightness, contrast, dehazing and inversion of the frame's picture. */
class LookControls : public QWidget
{
    Q_OBJECT

public:
    explicit LookControls(QWidget* parent = nullptr);

    const PictureLook& look() const { return m_look; }

Q_SIGNALS:
    void changed(const sheen::PictureLook& look);

private:
    QSlider* addSlider(const char* name, const QString& text, const QString& tip);
    void read();

    QSlider* m_brightness;
    QSlider* m_contrast;
    QAction* m_dehaze;
    QAction* m_invert;
    PictureLook m_look;
};

}  // namespace sheen
