// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>
#include <QStringList>

class QLineEdit;

namespace sheen {

/** Which files tell of the ships around; none: those that were given before. */
class AisRow : public QGroupBox
{
    Q_OBJECT

public:
    explicit AisRow(QWidget* parent = nullptr);

    const QStringList& files() const { return m_files; }
    /** An empty list changes nothing. */
    void setFiles(const QStringList& files);
    /** As `sheen export` takes them. */
    QStringList arguments() const;

private:
    void choose();

    QLineEdit* m_names;
    QStringList m_files;
};

}  // namespace sheen
