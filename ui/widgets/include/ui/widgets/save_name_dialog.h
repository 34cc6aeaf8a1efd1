#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sheen {

/** Why a file that people find by its name cannot have this one, in a sentence; empty where it can. */
QString fileNameProblem(const QString& name);

/** Asks for the name under which something is kept as a file; says where one of that name would be replaced.
 */
class SaveNameDialog : public QDialog
{
    Q_OBJECT

public:
    QString name() const;

protected:
    SaveNameDialog(const QString& name, QWidget* parent);

    QLineEdit& nameEdit() { return *m_name; }
    QFormLayout& form() { return *m_form; }
    void check();  //!< to be called once the dialog is made; follows the name from then on

private:
    virtual QString problem() const = 0;  //!< with the name, in a sentence; empty without
    virtual bool exists() const = 0;      //!< something of that name
    virtual QString existsSentence() const = 0;
    virtual QString place() const = 0;  //!< where it will be kept, as a path

    QLineEdit* m_name;
    QFormLayout* m_form;
    QLabel* m_remark;
    QPushButton* m_save;
};

}  // namespace sheen
