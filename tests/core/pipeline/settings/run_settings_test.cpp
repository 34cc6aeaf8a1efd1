#include <QFile>
#include <QJsonDocument>
#include <QtTest>

#include "base/error.h"
#include "settings/run_settings.h"
#include "support/source_folder.h"

using namespace sheen;

namespace {

QString rangeOf(const SettingDescription& setting)
{
    if (setting.kind == SettingDescription::Kind::Choice)
        return setting.choices.join(QStringLiteral(", "));
    if (setting.kind == SettingDescription::Kind::Text)
        return QStringLiteral("text");
    const QString minimum = QString::number(setting.minimum, 'g', 10);
    if (setting.maximum >= std::numeric_limits<int>::max() - 1)
        return QStringLiteral("from %1").arg(minimum);
    return (setting.minimumExcluded ? QStringLiteral("above %1, to %2") : QStringLiteral("%1 to %2"))
        .arg(minimum, QString::number(setting.maximum, 'g', 10));
}

QString defaultOf(const Setting<RunSettings>& setting)
{
    const QJsonValue value = setting.value({});
    return setting.accepts(value) ? value.toVariant().toString() : QString();
}

QString rowOf(const Setting<RunSettings>& setting)
{
    const QString path =
        setting.group.isEmpty() ? setting.key : setting.group + QLatin1Char('.') + setting.key;
    const QString option = setting.option.isEmpty()
                               ? QString()
                               : QStringLiteral("`--%1 %2`").arg(setting.option, setting.placeholder);
    return QStringLiteral("| %1 | `%2` | %3 | %4 | %5 | %6 |\n")
        .arg(option, path, rangeOf(setting), setting.unit, defaultOf(setting),
             setting.help ? setting.help() : QString());
}

}  // namespace

class RunSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingComesBackFromJson()
    {
        RunSettings settings;
        for (const Setting<RunSettings>& setting : runSettingList()) {
            QJsonValue other = QStringLiteral("something");
            if (setting.kind == SettingDescription::Kind::Choice)
                other = setting.choices.last();
            else if (setting.kind != SettingDescription::Kind::Text)
                other = std::max(setting.minimum, 0.0) + 1;
            QVERIFY2(setting.accepts(other), qPrintable(setting.key));
            setting.assign(settings, other);
            QCOMPARE(setting.value(settings), other);
        }
        const RunSettings again = RunSettings::fromJson(settings.toJson());
        for (const Setting<RunSettings>& setting : runSettingList())
            QCOMPARE(setting.value(again), setting.value(settings));
        QCOMPARE(again.toJson(), settings.toJson());
    }

    void whatMakesNoSenseKeepsItsDefault()
    {
        const auto read = [](const char* json) {
            return RunSettings::fromJson(QJsonDocument::fromJson(json).object());
        };
        QCOMPARE(read("{}").toJson(), RunSettings().toJson());
        QCOMPARE(read(R"({"time_filter_s": -1, "crs": 7, "merge": {"smallest_area_m2": "much"},
                          "selection": {"stride": 0, "every_s": 0, "first_frame": 1.5},
                          "track": {"completion": "guess", "clock_zone_h": 25}})")
                     .toJson(),
                 RunSettings().toJson());
    }

    void optionsAreRead_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* option, const char* text, const char* sentence = "") {
            QTest::addRow("%s %s", option, text)
                << QString::fromLatin1(option) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
        };
        row("smallest", "0");
        row("zone", "-6");
        row("stride", "3");
        row("track", "hold");
        row("stride", "2.5", "--stride needs a whole number of at least 1, not \"2.5\".");
        row("every", "0", "--every needs a number greater than 0 and at most 86400, not \"0\".");
        row("zone", "25", "--zone needs a number from -14 to 14, not \"25\".");
        row("zone", "%1 UTC", "--zone needs a number from -14 to 14, not \"%1 UTC\".");
        row("smallest", "nan", "--smallest needs a number from 0 to 1000000000, not \"nan\".");
        row("track", "guess", "--track is one of smooth, interpolate, hold, not \"guess\".");
        row("crs", "", "--crs needs a value.");
    }

    void optionsAreRead()
    {
        QFETCH(QString, option);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        QString said;
        try {
            const Setting<RunSettings>& setting = runSetting(option.toLatin1().constData());
            RunSettings settings;
            setting.assign(settings, setting.parse(text));
            QCOMPARE(setting.value(settings).toVariant().toString(), text);
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Usage);
            said = error.sentence();
        }
        QCOMPARE(said, sentence);
    }

    /** With SHEEN_WRITE_DOCS=1 the page is written instead. */
    void thePageOfSettingsIsPrintedFromThem()
    {
        QString page = QStringLiteral(
            "# Settings of a run\n\n"
            "Options of `sheen run`, and where `summary.json` and a workspace keep them. Settings without an "
            "option are for\n"
            "programs that write a workspace's settings. This page is printed by the test `run_settings`.\n\n"
            "| option | key | range | unit | default | |\n|---|---|---|---|---|---|\n");
        for (const Setting<RunSettings>& setting : runSettingList())
            page += rowOf(setting);
        QFile file(sourcePath(QStringLiteral("docs/settings.md")));
        if (qEnvironmentVariableIsSet("SHEEN_WRITE_DOCS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(page.toUtf8());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), page);
    }
};

QTEST_GUILESS_MAIN(RunSettingsTest)
#include "run_settings_test.moc"
