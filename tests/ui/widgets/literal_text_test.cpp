#include "ui/widgets/literal_text.h"

#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>

#include <QLabel>
#include <QTextBrowser>
#include <QTextDocument>

#include "support/hostile_texts.h"
#include "ui/support/qgis_test_main.h"

using namespace sheen;
using sheen::test::hostileTexts;

namespace {

/** What a reader sees of a text that may be HTML. */
QString seen(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

}  // namespace

class LiteralTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMessageBarShowsIt()
    {
        for (const QString& text : hostileTexts()) {
            QgsMessageBar bar;
            bar.pushMessage(QString(), asHtml(text), Qgis::MessageLevel::Critical, 0);
            const auto* shown = bar.currentItem()->findChild<QTextBrowser*>();
            QVERIFY(shown);
            QCOMPARE(shown->toPlainText().simplified(), text.simplified());
        }
    }

    void toolTipsShowIt()
    {
        for (const QString& text : hostileTexts())
            QCOMPARE(seen(asPlainText(text)).simplified(), text.simplified());
        QCOMPARE(asPlainText(QStringLiteral("Tom & Jerry's \"note\"")),
                 QStringLiteral("Tom & Jerry's \"note\""));
    }

    void menusShowIt()
    {
        QCOMPARE(asMenuText(QStringLiteral("oil & water")), QStringLiteral("oil && water"));
    }
};

SHEEN_QGIS_TEST_MAIN(LiteralTextTest)
#include "literal_text_test.moc"
