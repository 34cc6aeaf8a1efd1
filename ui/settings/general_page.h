#pragma once

#include <QWidget>

#include "ui/settings/user_settings.h"

class QComboBox;
class QFormLayout;

namespace sheen {

/** Language, colours, and the units that the window writes in. */
class GeneralPage : public QWidget
{
    Q_OBJECT

public:
    explicit GeneralPage(const UserSettings& settings, QWidget* parent = nullptr);

    void fill(UserSettings& settings) const;

private:
    QComboBox* addChoice(QFormLayout* form, const char* name, const QString& title,
                         const QList<QPair<QString, int>>& choices, int chosen);

    QComboBox* m_language;
    QComboBox* m_theme = nullptr;
    QComboBox* m_place = nullptr;
    QComboBox* m_area = nullptr;
    QComboBox* m_volume = nullptr;
};

}  // namespace sheen
