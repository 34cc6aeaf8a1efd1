#include "teach/marks.h"

#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "painted_sea.h"
#include "teach/marks_folder.h"

using namespace sheen;
using namespace sheen::test;

namespace {

QString refusal(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Unreadable ? error.sentence() : QString();
    }
    return {};
}

}  // namespace

class MarksTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString folderWith(const QString& name, const std::vector<std::pair<QString, cv::Mat>>& pictures) const
    {
        QDir().mkpath(path(name));
        for (const auto& [file, picture] : pictures)
            cv::imwrite(path(name + QLatin1Char('/') + file).toStdString(), picture);
        return path(name);
    }

private Q_SLOTS:
    void picturesAreFoundBesideTheirMarks()
    {
        const QString folder =
            folderWith(QStringLiteral("pairs"), {{QStringLiteral("a.png"), paintedSea()},
                                                 {QStringLiteral("a.marks.png"), noMarks()},
                                                 {QStringLiteral("b.jpg"), paintedSea()},
                                                 {QStringLiteral("b.marks.png"), noMarks()},
                                                 {QStringLiteral("c.png"), paintedSea()}});
        const std::vector<MarksFile> files = marksIn(folder, false);
        QCOMPARE(int(files.size()), 2);
        QCOMPARE(files[0].name, QStringLiteral("a"));
        QVERIFY(files[1].picturePath.endsWith(QStringLiteral("b.jpg")));
    }

    void namesMayBeNumbersOfFrames()
    {
        const QString folder =
            folderWith(QStringLiteral("frames"), {{QStringLiteral("000120.marks.png"), noMarks()}});
        QCOMPARE(marksIn(folder, true).front().frame, 120);
        QVERIFY(refusal([&] { marksIn(folder, false); }).contains(QStringLiteral("marks no picture")));
    }

    void foldersWithoutMarksAreRefused()
    {
        QVERIFY(refusal([&] {
                    marksIn(path(QStringLiteral("nowhere")), false);
                }).contains(QStringLiteral("does not exist")));
        const QString folder = folderWith(QStringLiteral("bare"), {{QStringLiteral("a.png"), paintedSea()}});
        QVERIFY(refusal([&] { marksIn(folder, false); }).contains(QStringLiteral("holds no marks")));
    }

    void masksOfAnotherKindAreRefused()
    {
        const QString folder =
            folderWith(QStringLiteral("kinds"), {{QStringLiteral("colour.marks.png"), paintedSea()}});
        QVERIFY(refusal([&] {
                    readMarks(folder + QStringLiteral("/colour.marks.png"));
                }).contains(QStringLiteral("8 bit and one channel")));
        QFile text(folder + QStringLiteral("/text.png"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        QVERIFY(refusal([&] { readMarks(text.fileName()); }).contains(QStringLiteral("no picture")));
        QVERIFY(
            refusal([&] { readMarkedPicture(text.fileName()); }).contains(QStringLiteral("cannot be read")));
    }

    void sizeAndValuesAreChecked()
    {
        cv::Mat marks = noMarks();
        const ModelCard card = seaCard();
        QVERIFY(refusal([&] {
                    checkMarks(QStringLiteral("x"), {320, 200}, marks, card);
                }).contains(QStringLiteral("of the same size")));
        marks.at<uchar>(3, 3) = 9;
        QVERIFY(refusal([&] {
                    checkMarks(QStringLiteral("x"), {320, 240}, marks, card);
                }).contains(QStringLiteral("class 8")));
        marks.at<uchar>(3, 3) = anyOilMarked;
        checkMarks(QStringLiteral("x"), {320, 240}, marks, card);
    }

    void onePictureMayNotBeMarkedTwoWays()
    {
        MarkedPicture one{QStringLiteral("one"), paintedSea(), noMarks(), {}};
        MarkedPicture other{QStringLiteral("other"), paintedSea(), noMarks(), {}};
        stroke(one.marks, {60, 60}, {90, 60}, anyOilMarked);
        stroke(other.marks, {80, 50}, {80, 90}, 1 + 2);
        checkAgreement({one, other}, seaCard());  // any oil, and one kind of it
        stroke(other.marks, {80, 50}, {80, 90}, 1);
        const QString sentence = refusal([&] { checkAgreement({one, other}, seaCard()); });
        QVERIFY2(sentence.contains(QStringLiteral("contradict")), qPrintable(sentence));
        other.picture = paintedSea(2);
        checkAgreement({one, other}, seaCard());
    }
};

QTEST_GUILESS_MAIN(MarksTest)
#include "marks_test.moc"
