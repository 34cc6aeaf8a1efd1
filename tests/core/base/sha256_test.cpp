// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "base/whole_file.h"

using namespace sheen;

class Sha256Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** FIPS 180-2, appendix B; a million letters are longer than nothing and end within a piece. */
    void isThatOfTheStandard()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a file"));
        writeWholeFile(path, "abc");
        QCOMPARE(sha256OfFile(path)->hex,
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        writeWholeFile(path, QByteArray(1000000, 'a'));
        qint64 heard = 0;
        const auto digest = sha256OfFile(path, nullptr, nullptr, [&](qint64 bytes) { heard += bytes; });
        QCOMPARE(digest->hex,
                 QStringLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
        QCOMPARE(digest->bytes, qint64(1000000));
        QCOMPARE(heard, digest->bytes);
    }

    void whatCannotBeReadIsSaid()
    {
        QString why;
        QVERIFY(!sha256OfFile(QStringLiteral("/nowhere/a file"), nullptr, &why));
        QVERIFY(!why.isEmpty());
    }

    /** An endless source ends by cancelling alone. */
    void canBeCancelled()
    {
        Cancel cancel;
        int pieces = 0;
        const auto source = [&](char* bytes, qint64 most) {
            bytes[0] = 'x';
            if (++pieces == 3)
                cancel.request();
            return most > 0 ? qint64(1) : 0;
        };
        try {
            sha256Of(source, &cancel);
            QFAIL("it should have been cancelled");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Cancelled);
        }
        QCOMPARE(pieces, 3);
    }
};

QTEST_GUILESS_MAIN(Sha256Test)
#include "sha256_test.moc"
