// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

class QComboBox;
class QPlainTextEdit;

namespace sheen {

class Session;

/** A message as plain text, to be completed, copied into a mail or saved. */
class MessageDialog : public QDialog
{
    Q_OBJECT

public:
    /** `write` makes the message in a language ("en", "ko"); `folder`: where it is saved unless told
     * otherwise. */
    MessageDialog(std::function<QString(const QString& language)> write, const QString& folder,
                  QWidget* parent = nullptr);

    QString text() const;
    /** Writes what is in the window as UTF-8; says what is wrong where it cannot. */
    bool saveTo(const QString& path);

private:
    void writeAnew();
    void copy();
    void save();

    const std::function<QString(const QString&)> m_write;
    const QString m_folder;
    QComboBox* m_language;
    QPlainTextEdit* m_text;
};

/** Shows the POLREP of the results that are open. */
void showMessage(Session& session, QWidget* parent);

}  // namespace sheen
