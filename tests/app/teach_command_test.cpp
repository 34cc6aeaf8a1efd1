#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/detect/test_models.h"
#include "outcome.h"
#include "workspace/teaching_memory.h"
#include "workspace/workspace.h"

using namespace sheen;
using sheen::test::finished;
using sheen::test::Outcome;

class TeachCommandTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    static Outcome sheen(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SHEEN_PROGRAM), arguments);
        return finished(process);
    }

    /** Of the small model, to which all that is dark is oil. */
    Outcome teach(const QString& marks, const QString& out, const QStringList& more = {}) const
    {
        return sheen(QStringList{QStringLiteral("teach"), QStringLiteral("--marks"), path(marks),
                                 QStringLiteral("--out"), path(out), QStringLiteral("--model"),
                                 path(QStringLiteral("dark.pt")), QStringLiteral("--day"),
                                 QStringLiteral("2024-05-31")} +
                     more);
    }

    /** Green sea; a dark patch, which is no oil, and a reddish one, which is. */
    static cv::Mat picture()
    {
        cv::Mat result(120, 160, CV_8UC3, cv::Scalar(150, 190, 140));
        result(cv::Rect(10, 10, 60, 50)).setTo(cv::Scalar(20, 25, 20));
        result(cv::Rect(90, 60, 60, 50)).setTo(cv::Scalar(130, 140, 220));
        return result;
    }

    static cv::Mat marks()
    {
        cv::Mat result(120, 160, CV_8UC1, cv::Scalar(0));
        cv::line(result, {15, 30}, {60, 30}, 1, 7);
        cv::line(result, {20, 100}, {70, 100}, 1, 7);
        cv::line(result, {95, 75}, {140, 75}, 255, 7);
        cv::line(result, {95, 95}, {140, 95}, 255, 7);
        return result;
    }

    void write(const QString& folder, const QString& name, const cv::Mat& picture) const
    {
        QDir().mkpath(path(folder));
        cv::imwrite(path(folder + QLatin1Char('/') + name).toStdString(), picture);
    }

    QByteArray bytesOf(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::saveDarkIsOil(path(QStringLiteral("dark.pt")));
        write(QStringLiteral("marks"), QStringLiteral("a.png"), picture());
        write(QStringLiteral("marks"), QStringLiteral("a.marks.png"), marks());
        for (int i = 0; i < 3; ++i)
            write(QStringLiteral("flight"), QStringLiteral("frame_%1.png").arg(i), picture());
        write(QStringLiteral("numbers"), QStringLiteral("000001.marks.png"), marks());
        write(QStringLiteral("beyond"), QStringLiteral("000009.marks.png"), marks());
        QDir().mkpath(path(QStringLiteral("empty")));
    }

    void whatItWritesIsAModel()
    {
        const Outcome taught = teach(QStringLiteral("marks"), QStringLiteral("taught.pt"),
                                     {QStringLiteral("--name"), QStringLiteral("Red bay"),
                                      QStringLiteral("--person"), QStringLiteral("A. Nalyst")});
        QVERIFY2(taught.status == 0, qPrintable(taught.err));
        QVERIFY(taught.out.contains(QStringLiteral("2 strokes of oil and 2 of something else")));
        const Outcome card = sheen({QStringLiteral("model"), path(QStringLiteral("taught.pt"))});
        QCOMPARE(card.status, 0);
        for (const char* text : {"Red bay", "A. Nalyst", "2024-05-31", "nothing but its own marks"})
            QVERIFY2(card.out.contains(QLatin1String(text)), text);
        // The base is not needed any more: its file is inside.
        QVERIFY(QFile::rename(path(QStringLiteral("dark.pt")), path(QStringLiteral("away.pt"))));
        const Outcome mask =
            sheen({QStringLiteral("model"), path(QStringLiteral("taught.pt")), QStringLiteral("--check"),
                   QStringLiteral("--picture"), path(QStringLiteral("marks/a.png")), QStringLiteral("--mask"),
                   path(QStringLiteral("mask.png"))});
        QVERIFY(QFile::rename(path(QStringLiteral("away.pt")), path(QStringLiteral("dark.pt"))));
        QVERIFY2(mask.status == 0, qPrintable(mask.err));
        const cv::Mat classes =
            cv::imread(path(QStringLiteral("mask.png")).toStdString(), cv::IMREAD_GRAYSCALE);
        QCOMPARE(int(classes.at<uchar>(35, 40)), 0);
        QVERIFY(classes.at<uchar>(85, 120) > 0);
    }

    void sameMarksSameBytes()
    {
        QCOMPARE(teach(QStringLiteral("marks"), QStringLiteral("one.pt")).status, 0);
        QCOMPARE(teach(QStringLiteral("marks"), QStringLiteral("two.pt")).status, 0);
        QVERIFY(!bytesOf(QStringLiteral("one.pt")).isEmpty());
        QVERIFY(bytesOf(QStringLiteral("one.pt")) == bytesOf(QStringLiteral("two.pt")));
    }

    void framesAreTakenByTheirNumbers()
    {
        const Outcome taught =
            teach(QStringLiteral("numbers"), QStringLiteral("frames.pt"), {path(QStringLiteral("flight"))});
        QVERIFY2(taught.status == 0, qPrintable(taught.err));
        const Outcome beyond =
            teach(QStringLiteral("beyond"), QStringLiteral("beyond.pt"), {path(QStringLiteral("flight"))});
        QCOMPARE(beyond.status, 3);
        QVERIFY2(beyond.err.contains(QStringLiteral("frame 9")), qPrintable(beyond.err));
    }

    /** What was marked in the window teaches on the command line, and goes to those who train networks. */
    void marksOfAWorkspace()
    {
        const Outcome run =
            sheen({QStringLiteral("run"), path(QStringLiteral("flight")), QStringLiteral("--model"),
                   path(QStringLiteral("dark.pt")), QStringLiteral("--out"), path(QStringLiteral("results")),
                   QStringLiteral("--products"), QStringLiteral("gpkg"), QStringLiteral("--quiet")});
        QVERIFY2(run.status == 0 || run.status == 5, qPrintable(run.err));
        const QString results = path(QStringLiteral("results/sheen.gpkg"));
        const auto exported = [&](const QString& products) {
            return sheen({QStringLiteral("export"), results, QStringLiteral("--out"),
                          path(QStringLiteral("export")), QStringLiteral("--products"), products,
                          QStringLiteral("--licence"), QStringLiteral("CC0"), QStringLiteral("--owner"),
                          QStringLiteral("Harbour")});
        };
        const Outcome nothing = exported(QStringLiteral("training"));
        QCOMPARE(nothing.status, 0);
        QVERIFY2(nothing.err.contains(QStringLiteral("Nothing was marked")), qPrintable(nothing.err));
        QVERIFY(!QDir(path(QStringLiteral("export/training"))).exists());
        {
            const auto workspace = Workspace::open(results);
            TeachingMark oil, none;
            oil.frame = none.frame = 1;
            oil.value = 255;
            none.value = 1;
            oil.widthPixels = none.widthPixels = 7;
            oil.points = {{95, 75}, {140, 75}};
            none.points = {{15, 30}, {60, 30}};
            oil.person = QStringLiteral("A. Nalyst");
            const ModelCard card = workspace->facts().model;
            workspace->setMarks({oil, none}, card);
            keepTeachingMemory(*workspace, {card, {}});
        }
        const Outcome written = exported(QStringLiteral("training,csv"));
        QVERIFY2(written.status == 0, qPrintable(written.err));
        const QByteArray coco = bytesOf(QStringLiteral("export/training/annotations.json"));
        for (const char* said : {"CC0", "Harbour", "A. Nalyst", "\"frame\":1"})
            QVERIFY2(coco.contains(said), said);
        const Outcome tiles = teach(QStringLiteral("export/training"), QStringLiteral("tiles.pt"));
        QVERIFY2(tiles.status == 0, qPrintable(tiles.err));
        QVERIFY(tiles.out.contains(QStringLiteral("1 strokes of oil and 1 of something else")));

        const Outcome taught =
            sheen({QStringLiteral("teach"), results, QStringLiteral("--out"), path(QStringLiteral("kept.pt")),
                   QStringLiteral("--model"), path(QStringLiteral("dark.pt"))});
        QVERIFY2(taught.status == 0, qPrintable(taught.err));
        QVERIFY(taught.out.contains(QStringLiteral("1 strokes of oil and 1 of something else")));
        const Outcome early =
            sheen({QStringLiteral("run"), path(QStringLiteral("flight")), QStringLiteral("--out"),
                   path(QStringLiteral("early")), QStringLiteral("--products"), QStringLiteral("training")});
        QCOMPARE(early.status, 2);
        QVERIFY(early.err.contains(QStringLiteral("sheen export")));
    }

    void badMarks_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("said");
        cv::Mat wrongClass = marks();
        wrongClass.at<uchar>(0, 0) = 77;
        write(QStringLiteral("class"), QStringLiteral("a.png"), picture());
        write(QStringLiteral("class"), QStringLiteral("a.marks.png"), wrongClass);
        write(QStringLiteral("size"), QStringLiteral("a.png"), picture());
        write(QStringLiteral("size"), QStringLiteral("a.marks.png"), marks().rowRange(0, 100));
        write(QStringLiteral("nothing"), QStringLiteral("a.png"), picture());
        write(QStringLiteral("nothing"), QStringLiteral("a.marks.png"), marks() * 0);
        cv::Mat opposite = marks();
        opposite.setTo(2, marks() == 255);
        opposite.setTo(1, opposite == 2);
        opposite.setTo(255, marks() == 1);
        write(QStringLiteral("both"), QStringLiteral("a.png"), picture());
        write(QStringLiteral("both"), QStringLiteral("a.marks.png"), marks());
        write(QStringLiteral("both"), QStringLiteral("b.png"), picture());
        write(QStringLiteral("both"), QStringLiteral("b.marks.png"), opposite);
        write(QStringLiteral("text"), QStringLiteral("a.marks.png"), marks());
        QFile text(path(QStringLiteral("text/a.png")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        const auto row = [](const char* folder, const char* said) {
            QTest::newRow(folder) << QString::fromLatin1(folder) << QString::fromLatin1(said);
        };
        row("nowhere", "does not exist");
        row("empty", "holds no marks");
        row("flight", "holds no marks");
        row("numbers", "marks no picture");
        row("class", "no such class");
        row("size", "of the same size");
        row("nothing", "Nothing is marked");
        row("both", "contradict each other");
        row("text", "cannot be read");
    }

    void badMarks()
    {
        QFETCH(QString, folder);
        QFETCH(QString, said);
        const Outcome outcome = teach(folder, QStringLiteral("bad.pt"));
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QCOMPARE(outcome.err.count(QLatin1Char('\n')), 0);
        QVERIFY(!QFile::exists(path(QStringLiteral("bad.pt"))));
    }

    void commandLinesThatAreWrong()
    {
        const QString marksFolder = path(QStringLiteral("marks"));
        QCOMPARE(sheen({QStringLiteral("teach")}).status, 2);
        QCOMPARE(sheen({QStringLiteral("teach"), QStringLiteral("--marks"), marksFolder}).status, 2);
        QCOMPARE(
            sheen({QStringLiteral("teach"), QStringLiteral("--out"), path(QStringLiteral("x.pt"))}).status,
            2);
        QCOMPARE(teach(QStringLiteral("marks"), QStringLiteral("x.pt"),
                       {QStringLiteral("--day"), QStringLiteral("soon")})
                     .status,
                 2);
        QCOMPARE(teach(QStringLiteral("marks"), QStringLiteral("x.pt"),
                       {QStringLiteral("--model"), path(QStringLiteral("none.pt"))})
                     .status,
                 3);
    }
};

QTEST_GUILESS_MAIN(TeachCommandTest)
#include "teach_command_test.moc"
