// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/message/message_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace sheen;

class MessageDialogTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QString write(const QString& language) { return QStringLiteral("in %1 <b>").arg(language); }

    static void chooseKorean(const MessageDialog& dialog)
    {
        auto* language = dialog.findChild<QComboBox*>(QStringLiteral("language"));
        language->setCurrentIndex(1);
        Q_EMIT language->activated(1);
    }

private Q_SLOTS:
    void otherLanguagesAreWrittenAnew()
    {
        MessageDialog dialog(write, m_folder.path());
        QCOMPARE(dialog.text(), QStringLiteral("in en <b>"));
        chooseKorean(dialog);
        QCOMPARE(dialog.text(), QStringLiteral("in ko <b>"));
    }

    void changesAreNotGivenUpWithoutAsking()
    {
        MessageDialog dialog(write, m_folder.path());
        dialog.findChild<QPlainTextEdit*>(QStringLiteral("message"))
            ->insertPlainText(QStringLiteral("mine, "));
        QTimer::singleShot(200, qApp,
                           [] { qobject_cast<QDialog*>(QApplication::activeModalWidget())->reject(); });
        chooseKorean(dialog);
        QCOMPARE(dialog.text(), QStringLiteral("mine, in en <b>"));
    }

    void isSavedAsItStands()
    {
        MessageDialog dialog(write, m_folder.path());
        const QString path = m_folder.filePath(QStringLiteral("polrep.txt"));
        QVERIFY(dialog.saveTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("in en <b>\n"));
    }
};

QTEST_MAIN(MessageDialogTest)

#include "message_dialog_test.moc"
