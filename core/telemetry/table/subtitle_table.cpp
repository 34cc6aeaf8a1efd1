#include "subtitle_table.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>
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

std::map<QString, QString> fieldsOf(const QString& subtitle)
{
    std::map<QString, QString> fields;
    auto matches = field().globalMatch(subtitle);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        fields.emplace(name, valueOf(name, match.captured(2)));
    }
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
    auto matches = timing().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const auto next = matches.hasNext() ? matches.peekNext().capturedStart() : text.size();
        const auto fields = fieldsOf(text.mid(match.capturedEnd(), next - match.capturedEnd()));
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
