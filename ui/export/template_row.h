// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>

class QLineEdit;
class QPushButton;

namespace sheen {

/** Whose pages the report has: Sheen's, or a template of the analyst's. */
class TemplateRow : public QGroupBox
{
    Q_OBJECT

public:
    explicit TemplateRow(QWidget* parent = nullptr);

private:
    void choose();
    void show(const QString& path);

    QLineEdit* m_name;
    QPushButton* m_own;
};

}  // namespace sheen
