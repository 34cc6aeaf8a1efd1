#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QString>

namespace sheen::test {

/** Reads the words of a PDF, with a form feed after each page; empty where pdftotext is not installed. */
inline QString pdfText(const QString& path)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, {QStringLiteral("-layout"), path, QStringLiteral("-")});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace sheen::test
