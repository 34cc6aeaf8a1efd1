#pragma once

#include <QWidget>

#include "ui/overlay/layout_draft.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace sheen {

/** What the chosen box is: its field, its format, the words beside the value, dark on bright. */
class BoxForm : public QWidget
{
    Q_OBJECT

public:
    explicit BoxForm(QWidget* parent = nullptr);

    /** Nothing is chosen where `box` is nullptr. `draft`: to tell which fields have a box already. */
    void showBox(const LayoutBox* box, const LayoutDraft& draft);

    /** The box as it is set here. */
    LayoutBox box() const;

Q_SIGNALS:
    void changed();

private:
    void fillFormats();
    void tell();

    LayoutBox m_box;
    QComboBox* m_field;
    QComboBox* m_format;
    QLineEdit* m_before;
    QLineEdit* m_after;
    QCheckBox* m_inverse;
    bool m_showing = false;
};

}  // namespace sheen
