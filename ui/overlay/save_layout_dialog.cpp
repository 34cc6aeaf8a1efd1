#include "save_layout_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>

#include "overlay/overlay_layout.h"

namespace sheen {

QString ownLayoutPath(const QString& name)
{
    return QDir(ownOverlayLayoutFolder()).filePath(name + QLatin1String(".json"));
}

QString layoutNameProblem(const QString& name)
{
    if (name.isEmpty())
        return SaveLayoutDialog::tr("The layout needs a name.");
    if (isShippedOverlayLayout(name.toLower()) || name.toLower() == QLatin1String("auto"))
        return SaveLayoutDialog::tr("\"%1\" belongs to Sheen itself. Choose another name.").arg(name);
    return fileNameProblem(name);
}

SaveLayoutDialog::SaveLayoutDialog(const QString& name, const QString& title, QWidget* parent)
    : SaveNameDialog(name, parent), m_title(new QLineEdit(title))
{
    setWindowTitle(tr("Save Overlay Layout"));
    nameEdit().setObjectName(QStringLiteral("layoutName"));
    nameEdit().setPlaceholderText(tr("e.g. coastguard-hd"));
    nameEdit().setToolTip(tr("The file's name, and that of sheen run --overlay"));
    m_title->setObjectName(QStringLiteral("layoutTitle"));
    m_title->setPlaceholderText(tr("for people, e.g. Coastguard turret, HD"));
    form().addRow(tr("Title"), m_title);
    check();
}

QString SaveLayoutDialog::title() const
{
    return m_title->text().trimmed().isEmpty() ? name() : m_title->text().trimmed();
}

QString SaveLayoutDialog::problem() const
{
    return layoutNameProblem(name());
}

bool SaveLayoutDialog::exists() const
{
    return QFileInfo::exists(ownLayoutPath(name()));
}

QString SaveLayoutDialog::existsSentence() const
{
    return tr("A layout \"%1\" exists already: Replace overwrites it.").arg(name());
}

QString SaveLayoutDialog::place() const
{
    return ownLayoutPath(name());
}

}  // namespace sheen
