#include "support/measured_page.h"

#include <QFile>

#include "base/error.h"

namespace sheen::test {

void writeMeasured(const QString& page, const QString& what, const QString& text)
{
    const QString from = QStringLiteral("<!-- %1: from here -->\n").arg(what);
    const QString to = QStringLiteral("<!-- %1: to here -->").arg(what);
    QFile file(page);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("\"%1\" cannot be read.").arg(page));
    QString content = QString::fromUtf8(file.readAll());
    file.close();
    const auto begin = content.indexOf(from);
    const auto end = content.indexOf(to);
    if (begin < 0 || end < begin)
        throw Error(QStringLiteral("\"%1\" does not say where the figures belong.").arg(page));
    content = content.left(begin + from.size()) + text + content.mid(end);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8()) < 0)
        throw Error(QStringLiteral("\"%1\" cannot be written.").arg(page));
}

}  // namespace sheen::test
