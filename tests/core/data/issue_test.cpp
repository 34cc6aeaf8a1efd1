#include "data/issue.h"

#include <QCoreApplication>
#include <QTranslator>
#include <QtTest>
#include <algorithm>
#include <set>

#include "translations/install_translations.h"

using namespace sheen;

namespace {

/** Korean until it goes out of scope. */
class Korean
{
public:
    Korean() { installTranslations(*qApp, QLocale(QLocale::Korean)); }
    ~Korean() { qDeleteAll(qApp->findChildren<QTranslator*>()); }
};

bool hasHangul(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

/** With values of its own for each place in the sentence. */
Issue filledIn(IssueKind kind)
{
    return {kind, {QStringLiteral("/a %2 b"), 12.5}};
}

}  // namespace

class IssueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceInBothLanguages()
    {
        std::set<QString> english;
        std::set<QString> names;
        for (const IssueKind kind : issueKinds()) {
            QVERIFY(names.insert(issueName(kind)).second);
            QVERIFY(issueKindFromName(issueName(kind)) == kind);
            QVERIFY(!issueCountName(kind).isEmpty());
            const QString sentence = sentenceOf(filledIn(kind));
            QVERIFY2(english.insert(sentence).second, qPrintable(sentence));
            if (kind == IssueKind::Text)
                continue;
            QVERIFY2(!hasHangul(sentence), qPrintable(sentence));
            const Korean korean;
            const QString translated = sentenceOf(filledIn(kind));
            QVERIFY2(hasHangul(translated), qPrintable(translated));
            // The same values stand in both.
            QCOMPARE(translated.contains(QStringLiteral("/a %2 b")),
                     sentence.contains(QStringLiteral("/a %2 b")));
            QCOMPARE(translated.contains(QStringLiteral("12.5")), sentence.contains(QStringLiteral("12.5")));
        }
        QVERIFY(!issueKindFromName(QStringLiteral("of a later version")));
    }

    void valuesAreNeitherPlacesNorRoundedAway()
    {
        QCOMPARE(sentenceOf({IssueKind::Text, {QStringLiteral("%1 %2")}}), QStringLiteral("%1 %2"));
        QCOMPARE(sentenceOf({IssueKind::RecordingGap, {1234567, 1.6}}),
                 QStringLiteral("Before frame 1234567 the recording has a gap of 1.6 s."));
        // Of a file that was tampered with: a sentence with a gap, no crash.
        QCOMPARE(sentenceOf({IssueKind::RecordingGap, {}}),
                 QStringLiteral("Before frame  the recording has a gap of  s."));
        QCOMPARE(roundedTo(1.66, 1), 1.7);
        QCOMPARE(roundedTo(-1499.6, 0), -1500.0);
    }

    void sameSentencesAreSaidOnce()
    {
        const Issue none{IssueKind::NoPose, {}};
        std::vector<Issue> issues = {
            none, {IssueKind::Text, {sentenceOf(none)}}, {IssueKind::KlvOlderSet, {}}};
        QCOMPARE(sentencesOf(issues).size(), 2);
        removeIssues(issues, {IssueKind::NoPose, IssueKind::AboveHorizon});
        QCOMPARE(issues.size(), std::size_t(2));
        QCOMPARE(issues.front().kind, IssueKind::Text);
    }

    void sentencesOfEarlierVersionsAreUnderstood()
    {
        const Issue gap{IssueKind::RecordingGap, {20, 1.6}};
        const Issue picture{IssueKind::PictureCutShort, {QStringLiteral("/flight %2/a \"b\".jpg")}};
        const Issue above{IssueKind::AboveHorizon, {}};
        QStringList sentences = sentencesOf({gap, picture, above});
        const QString foreign = QStringLiteral("Frame 7 looks odd.");
        {
            const Korean korean;
            for (const Issue& issue : {gap, picture, above})
                QCOMPARE(issueFromSentence(sentenceOf(issue)), issue);
            // English ones too, in a Korean Sheen.
            QCOMPARE(issueFromSentence(sentences[0]), gap);
            QCOMPARE(issueFromSentence(sentences[1]), picture);
            QCOMPARE(issueFromSentence(sentences[2]), above);
            QCOMPARE(issueFromSentence(foreign), (Issue{IssueKind::Text, {foreign}}));
        }
        QCOMPARE(issueFromSentence(QString()), (Issue{IssueKind::Text, {QString()}}));
    }
};

QTEST_GUILESS_MAIN(IssueTest)
#include "issue_test.moc"
