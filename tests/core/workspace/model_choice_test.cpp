#include "workspace/model_choice.h"

#include <QTemporaryDir>
#include <QtTest>

#include "workspace/workspace.h"

using namespace sheen;

namespace {

RunFacts factsOf(const QString& acceptance)
{
    RunFacts facts;
    facts.flightPath = QStringLiteral("/flights/a.mp4");
    facts.flightName = QStringLiteral("a");
    facts.startedAt = QDateTime::currentDateTimeUtc();
    facts.model.name = QStringLiteral("first");
    facts.model.path = QStringLiteral("/models/first.pt");
    facts.model.sha256 = QStringLiteral("ab12");
    facts.model.deviation = {1, 1, 1};
    facts.model.classes = {{0, QStringLiteral("water"), {0, 70, 140}, 0, false}};
    facts.settings = {{QStringLiteral("model_accepted"), acceptance}};
    return facts;
}

}  // namespace

class ModelChoiceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<Workspace> workspace(const QString& acceptance) const
    {
        return Workspace::create(m_folder.filePath(acceptance + QStringLiteral(".gpkg")),
                                 factsOf(acceptance));
    }

private Q_SLOTS:
    void aRunTellsItsModel()
    {
        for (const char* acceptance : {"shipped", "window"}) {
            const auto made = workspace(QString::fromLatin1(acceptance));
            const std::optional<ModelChoice> choice = modelChoiceOf(*made);
            QVERIFY(choice);
            QCOMPARE(choice->path, QStringLiteral("/models/first.pt"));
            QCOMPARE(choice->sha256, QStringLiteral("ab12"));
            QCOMPARE(choice->shipped, QLatin1String(acceptance) == QLatin1String("shipped"));
        }
    }

    void whatWasChosenAfterARunComesFirst()
    {
        const auto made = workspace(QStringLiteral("chosen"));
        const ModelClass oil{1, QStringLiteral("oil"), {9, 8, 7}, 3, true};
        keepModelChoice(*made, {QStringLiteral("/models/next.pt"), QStringLiteral("cd34"), {oil}, true});
        const std::optional<ModelChoice> choice = modelChoiceOf(*made);
        QVERIFY(choice);
        QCOMPARE(choice->path, QStringLiteral("/models/next.pt"));
        QVERIFY(choice->shipped);
        QCOMPARE(choice->classes.size(), std::size_t(1));
        QCOMPARE(choice->classes.front().code, 3);
    }
};

QTEST_GUILESS_MAIN(ModelChoiceTest)
#include "model_choice_test.moc"
