#include "data/bookmark.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

const QString listKey = QStringLiteral("bookmarks");
const QString startKey = QStringLiteral("start_s");
const QString endKey = QStringLiteral("end_s");
const QString noteKey = QStringLiteral("note");
const QString personKey = QStringLiteral("person");
const QString writtenKey = QStringLiteral("written_utc");

}  // namespace

QString keptBookmarksName()
{
    return QStringLiteral("bookmarks");
}

QJsonObject bookmarksToJson(const std::vector<Bookmark>& bookmarks)
{
    QJsonArray list;
    for (const Bookmark& bookmark : bookmarks) {
        list << QJsonObject{{startKey, bookmark.startSeconds},
                            {endKey, bookmark.endSeconds},
                            {noteKey, bookmark.note},
                            {personKey, bookmark.person},
                            {writtenKey, bookmark.written.toUTC().toString(Qt::ISODate)}};
    }
    return {{listKey, list}};
}

std::vector<Bookmark> bookmarksFromJson(const QJsonObject& json)
{
    std::vector<Bookmark> bookmarks;
    const QJsonArray list = json.value(listKey).toArray();
    for (const QJsonValue& value : list) {
        const QJsonObject one = value.toObject();
        Bookmark bookmark;
        bookmark.startSeconds = one.value(startKey).toDouble(-1);
        bookmark.endSeconds = std::max(bookmark.startSeconds, one.value(endKey).toDouble(-1));
        if (bookmark.startSeconds < 0 || !std::isfinite(bookmark.endSeconds))
            continue;
        bookmark.note = one.value(noteKey).toString();
        bookmark.person = one.value(personKey).toString();
        bookmark.written = QDateTime::fromString(one.value(writtenKey).toString(), Qt::ISODate);
        bookmarks.push_back(bookmark);
    }
    std::stable_sort(bookmarks.begin(), bookmarks.end(),
                     [](const Bookmark& a, const Bookmark& b) { return a.startSeconds < b.startSeconds; });
    return bookmarks;
}

}  // namespace sheen
