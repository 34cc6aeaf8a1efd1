#pragma once

#include "ui/widgets/save_name_dialog.h"

namespace sheen {

/** Where a layout of the user's with this name lies, or would. */
QString ownLayoutPath(const QString& name);

/** Why a layout cannot have this name, in a sentence; empty where it can. */
QString layoutNameProblem(const QString& name);

/** Asks for the name under which a layout is kept, and for its title. */
class SaveLayoutDialog : public SaveNameDialog
{
    Q_OBJECT

public:
    SaveLayoutDialog(const QString& name, const QString& title, QWidget* parent = nullptr);

    QString title() const;  //!< the name where none was given

private:
    QString problem() const override;
    bool exists() const override;
    QString existsSentence() const override;
    QString place() const override;

    QLineEdit* m_title;
};

}  // namespace sheen
