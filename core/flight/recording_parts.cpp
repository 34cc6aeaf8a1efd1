#include "recording_parts.h"

#include <QDir>
#include <QRegularExpression>
#include <algorithm>
#include <vector>

namespace sheen {

namespace {

struct NumberedName
{
    QString name;
    QString frame;  //!< the name without its last number
    qulonglong number = 0;
};

/** A number of this many digits or more is a counter; fewer may be a take or a camera ("sea 1", "sea 2"). */
constexpr int leastDigits = 3;

bool split(const QString& name, NumberedName& parts)
{
    static const QRegularExpression form(QStringLiteral("^(.*?)(\\d+)(\\D*)$"));
    const QRegularExpressionMatch match = form.match(name);
    bool ok = false;
    parts.name = name;
    parts.frame = match.captured(1).toLower() + QLatin1Char('#') + match.captured(3).toLower();
    parts.number = match.captured(2).toULongLong(&ok);
    return ok && match.captured(2).size() >= leastDigits;
}

}  // namespace

QStringList videoFileNames(const QString& folder)
{
    return QDir(folder).entryList({"*.mp4", "*.ts", "*.mpg", "*.mpeg", "*.mkv", "*.avi", "*.mov"},
                                  QDir::Files, QDir::Name);
}

QStringList recordingParts(const QString& folder)
{
    const QStringList videos = videoFileNames(folder);
    std::vector<NumberedName> names;
    for (const QString& video : videos) {
        NumberedName name;
        // "mp4" and "m2ts" hold numbers of their own: the suffix is no part of what is counted.
        const auto dot = video.lastIndexOf(QLatin1Char('.'));
        if (!split(video.left(dot), name))
            return {};
        name.name = video;
        name.frame += video.mid(dot).toLower();
        names.push_back(name);
    }
    std::sort(names.begin(), names.end(),
              [](const NumberedName& a, const NumberedName& b) { return a.number < b.number; });
    for (std::size_t i = 1; i < names.size(); ++i) {
        if (names[i].frame != names[0].frame || names[i].number == names[i - 1].number)
            return {};
    }
    QStringList parts;
    for (const NumberedName& name : names)
        parts << name.name;
    return parts.size() > 1 ? parts : QStringList();
}

}  // namespace sheen
