// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facts/facts_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sheen;

class FactsDialogTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QLineEdit& line(const FactsDialog& dialog, const char* key)
    {
        return *dialog.findChild<QLineEdit*>(QLatin1String(key));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Sheen test"));
        QCoreApplication::setApplicationName(QStringLiteral("facts"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }

    void init() { QSettings().clear(); }

    void everyFactCanBeEntered()
    {
        FactsDialog dialog({});
        EnteredFacts wanted;
        for (const FactDescription& description : factDescriptions()) {
            const QString text = QStringLiteral("<b>%1</b>").arg(QLatin1String(description.key));
            wanted.set(description.fact, text);
            if (description.manyLines)
                dialog.findChild<QPlainTextEdit*>(QLatin1String(description.key))->setPlainText(text);
            else
                line(dialog, description.key).setText(text);
        }
        QVERIFY(dialog.facts() == wanted);
        QVERIFY(FactsDialog(wanted).facts() == wanted);
    }

    void whatRepeatsIsProposedForTheNextFlight()
    {
        EnteredFacts facts;
        facts.set(EnteredFact::Organisation, QStringLiteral("Coast Guard"));
        facts.set(EnteredFact::Wind, QStringLiteral("240\u00b0, 12 kn"));
        FactsDialog(facts).remember();
        EnteredFacts proposed;
        proposed.set(EnteredFact::Organisation, QStringLiteral("Coast Guard"));
        QVERIFY(FactsDialog({}).facts() == proposed);
        // What was entered for this flight is never overruled.
        EnteredFacts own;
        own.set(EnteredFact::Observer, QStringLiteral("Lee"));
        QVERIFY(FactsDialog(own).facts() == own);
    }

    void aZoneThatIsNotUnderstoodIsSaid()
    {
        FactsDialog dialog({});
        const auto* save = dialog.findChild<QPushButton*>(QStringLiteral("save"));
        QVERIFY(save->isEnabled());
        line(dialog, "time_zone").setText(QStringLiteral("KST"));
        QVERIFY(!save->isEnabled());
        QVERIFY(
            dialog.findChild<QLabel*>(QStringLiteral("remark"))->text().contains(QStringLiteral("UTC+9")));
        line(dialog, "time_zone").setText(QStringLiteral("UTC+9"));
        QVERIFY(save->isEnabled());
    }
};

QTEST_MAIN(FactsDialogTest)

#include "facts_dialog_test.moc"
