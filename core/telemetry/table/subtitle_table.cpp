#include "subtitle_table.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <array>
#include <cmath>
#include <map>

namespace sheen {

namespace {

const QRegularExpression& timing()
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d+):(\\d\\d):(\\d\\d)[,.](\\d{1,3}) *--> *\\d+:\\d\\d:\\d\\d"),
        QRegularExpression::MultilineOption);
    return form;
}

/** "name: number" or "name : number"; texts such as color_md are of no use. */
const QRegularExpression& field()
{
    static const QRegularExpression form(
        QStringLiteral("\\b([A-Za-z][A-Za-z_0-9]*) ?: ?([-+]?\\d+(?:\\.\\d+)?)(?=[\\s\\],;<]|$)"));
    return form;
}

/** "GPS (129.45, 35.2, 900)", "GPS(35.2,129.45,900.0M)". */
const QRegularExpression& compactPosition()
{
    static const QRegularExpression form(
        QStringLiteral("\\bGPS ?\\( ?(-?\\d+(?:\\.\\d+)?) ?, ?(-?\\d+(?:\\.\\d+)?) ?, ?(-?\\d+(?:\\.\\d+)?) ?"
                       "([Mm]?) ?\\)"));
    return form;
}

/** "G.PRY (-90.0°, 0.0°, 40.0°)" of the gimbal, "F.PRY" of the aircraft: pitch, roll, yaw. */
const QRegularExpression& compactAttitude()
{
    static const QRegularExpression form(
        QStringLiteral("\\b([GF])\\.PRY ?\\( ?(-?[\\d.]+)°? ?, ?(-?[\\d.]+)°? ?, ?(-?[\\d.]+)°? ?\\)"));
    return form;
}

/** "H 901.19m" is above the take-off, as is a barometer's height. */
const QRegularExpression& compactHeight()
{
    static const QRegularExpression form(
        QStringLiteral("\\b(?:H |BAROMETER ?: ?)(-?\\d+(?:\\.\\d+)?) ?[Mm]?\\b"));
    return form;
}

/** "2025-05-14 03:12:07.000", "2025.05.14 03:12:07": of the camera's clock, in a zone that it does not say.
 */
const QRegularExpression& clock()
{
    static const QRegularExpression form(QStringLiteral(
        "\\b(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})[ T](\\d{1,2}:\\d{2}:\\d{2}(?:\\.\\d{1,3})?)"));
    return form;
}

double secondsOf(const QRegularExpressionMatch& match)
{
    const QString fraction = match.captured(4).leftJustified(3, QLatin1Char('0'));
    return match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt() +
           fraction.toInt() / 1000.0;
}

/** Some cameras write the equivalent focal length in tenths of a millimetre: 240 for 24 mm. */
QString valueOf(const QString& name, const QString& text)
{
    if (name == QLatin1String("focal_len") && !text.contains(QLatin1Char('.')) && text.toDouble() >= 100)
        return QString::number(text.toDouble() / 10);
    return text;
}

using Fields = std::map<QString, QString>;

/**
 * Which of a compact position's numbers comes first is told by what no latitude can be; else by the form:
 * with a unit behind the altitude (Matrice) the latitude is the first, without (Phantom, Mavic) the
 * longitude.
 */
bool latitudeComesFirst(const QString& text)
{
    bool hasUnit = false;
    auto matches = compactPosition().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (std::abs(match.captured(1).toDouble()) > 90)
            return false;
        if (std::abs(match.captured(2).toDouble()) > 90)
            return true;
        hasUnit = hasUnit || !match.captured(4).isEmpty();
    }
    return hasUnit;
}

void addCompactForms(const QString& subtitle, bool latitudeFirst, Fields& fields)
{
    if (const auto height = compactHeight().match(subtitle); height.hasMatch())
        fields.emplace(QStringLiteral("rel_alt"), height.captured(1));
    if (const auto position = compactPosition().match(subtitle); position.hasMatch()) {
        fields.emplace(QStringLiteral("latitude"), position.captured(latitudeFirst ? 1 : 2));
        fields.emplace(QStringLiteral("longitude"), position.captured(latitudeFirst ? 2 : 1));
        // Without a unit the third number may count satellites: it is a height where there is no other.
        if (!position.captured(4).isEmpty() || fields.count(QStringLiteral("rel_alt")) == 0)
            fields.emplace(QStringLiteral("abs_alt"), position.captured(3));
    }
    auto attitudes = compactAttitude().globalMatch(subtitle);
    while (attitudes.hasNext()) {
        const QRegularExpressionMatch attitude = attitudes.next();
        const bool isGimbals = attitude.captured(1) == QLatin1String("G");
        const std::array names =
            isGimbals ? std::array{"gb_pitch", "gb_roll", "gb_yaw"}
                      : std::array{"flight_pitch_degree", "flight_roll_degree", "flight_yaw_degree"};
        for (int i = 0; i < 3; ++i)
            fields.emplace(QString::fromLatin1(names[std::size_t(i)]), attitude.captured(2 + i));
    }
}

Fields fieldsOf(const QString& subtitle, bool latitudeFirst)
{
    Fields fields;
    auto matches = field().globalMatch(subtitle);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        fields.emplace(name, valueOf(name, match.captured(2)));
    }
    addCompactForms(subtitle, latitudeFirst, fields);
    if (const auto time = clock().match(subtitle); time.hasMatch())
        fields.emplace(QStringLiteral("local_time"),
                       QStringLiteral("%1-%2-%3 %4")
                           .arg(time.captured(1), time.captured(2), time.captured(3), time.captured(4)));
    return fields;
}

}  // namespace

bool isSubtitles(const QByteArray& text)
{
    return timing().match(QString::fromUtf8(text.left(300))).hasMatch();
}

QByteArray tableFromSubtitles(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QByteArray table;
    QStringList names;
    const bool latitudeFirst = latitudeComesFirst(text);
    auto matches = timing().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const auto next = matches.hasNext() ? matches.peekNext().capturedStart() : text.size();
        const auto fields =
            fieldsOf(text.mid(match.capturedEnd(), next - match.capturedEnd()), latitudeFirst);
        if (names.isEmpty()) {
            for (const auto& [name, value] : fields)
                names << name;
            if (names.isEmpty())
                return "time_s\n";
            table += "time_s," + names.join(QLatin1Char(',')).toUtf8() + '\n';
        }
        QStringList cells{QString::number(secondsOf(match), 'f', 3)};
        for (const QString& name : names) {
            const auto at = fields.find(name);
            cells << (at != fields.end() ? at->second : QString());
        }
        table += cells.join(QLatin1Char(',')).toUtf8() + '\n';
    }
    return table;
}

}  // namespace sheen
