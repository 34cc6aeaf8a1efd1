// Names of classes in the user's language.

#include <QTest>
#include <QTranslator>

#include "data/class_names.h"

using namespace sheen;

namespace {

/** Puts brackets around whatever it is asked of this context. */
class Brackets : public QTranslator
{
public:
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return qstrcmp(context, "sheen::ClassNames") == 0 ? QStringLiteral("[%1]").arg(source) : QString();
    }
    bool isEmpty() const override { return false; }
};

}  // namespace

class ClassNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfSheensModelsAreTranslated()
    {
        Brackets brackets;
        QVERIFY(QCoreApplication::installTranslator(&brackets));
        QCOMPARE(shownClassName(QStringLiteral("emulsion")), QStringLiteral("[emulsion]"));
        QCOMPARE(shownClassName(QStringLiteral("true colour, continuous")),
                 QStringLiteral("[true colour, continuous]"));
        QCOMPARE(shownClassName(QStringLiteral("Rohöl <b>")), QStringLiteral("Rohöl <b>"));
        QCOMPARE(shownClassName(QString()), QString());
        QCoreApplication::removeTranslator(&brackets);
        QCOMPARE(shownClassName(QStringLiteral("emulsion")), QStringLiteral("emulsion"));
    }
};

QTEST_GUILESS_MAIN(ClassNamesTest)
#include "class_names_test.moc"
