#pragma once

#include <QObject>
#include <vector>

#include "data/bookmark.h"

namespace sheen {

class Session;

/** The bookmarks of the results that are open, by their start; kept in the workspace. */
class Bookmarks : public QObject
{
    Q_OBJECT

public:
    explicit Bookmarks(Session* session);

    const std::vector<Bookmark>& all() const { return m_all; }
    bool canChange() const;  //!< there are results, and they may be written

    /** With the person and the time of now. A range that ends before it starts is turned round. */
    void add(double startSeconds, double endSeconds, const QString& note);
    void setNote(std::size_t index, const QString& note);
    void remove(std::size_t index);

Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);

private:
    void load();
    void clear();
    void keep();

    Session* m_session;
    std::vector<Bookmark> m_all;
};

}  // namespace sheen
