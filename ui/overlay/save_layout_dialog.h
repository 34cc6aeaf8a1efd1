#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sheen {

/** Where a layout of the user's with this name lies, or would. */
QString ownLayoutPath(const QString& name);

/** Why a file that people find by its name cannot have this one, in a sentence; empty where it can. */
QString fileNameProblem(const QString& name);

/** Why a layout cannot have this name, in a sentence; empty where it can. */
QString layoutNameProblem(const QString& name);

/** Asks for the name under which a layout is kept; says where one of that name would be replaced. */
class SaveLayoutDialog : public QDialog
{
    Q_OBJECT

public:
    SaveLayoutDialog(const QString& name, const QString& title, QWidget* parent = nullptr);

    QString name() const;
    QString title() const;  //!< the name where none was given

private:
    void check();

    QLineEdit* m_name;
    QLineEdit* m_title;
    QLabel* m_remark;
    QPushButton* m_save;
};

}  // namespace sheen
