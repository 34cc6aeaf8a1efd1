#pragma once

#include <QWidget>

#include "ui/settings/user_settings.h"

class QLineEdit;

namespace sheen {

/** Who works here, as history, report and messages say it. */
class PersonPage : public QWidget
{
    Q_OBJECT

public:
    explicit PersonPage(const UserSettings& settings, QWidget* parent = nullptr);

    void fill(UserSettings& settings) const;

private:
    QLineEdit* m_person;
    QLineEdit* m_organisation;
};

}  // namespace sheen
