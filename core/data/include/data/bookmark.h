#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <vector>

namespace sheen {

/** What an analyst noted of a moment or a range of the recording. */
struct Bookmark
{
    double startSeconds = 0;  //!< in the recording
    double endSeconds = 0;    //!< the same as the start: a moment
    QString note;
    QString person;
    QDateTime written;  //!< UTC

    bool isRange() const { return endSeconds > startSeconds; }
    bool operator==(const Bookmark& other) const = default;
};

/** Under which a workspace keeps them. */
QString keptBookmarksName();
QJsonObject bookmarksToJson(const std::vector<Bookmark>& bookmarks);
/** By their start. What is no bookmark is left out. */
std::vector<Bookmark> bookmarksFromJson(const QJsonObject& json);

}  // namespace sheen
