#pragma once

#include <QWidget>

class QTableWidget;
class QPushButton;

namespace sheen {

class Bookmarks;

/** The bookmarks in a list: a double click goes there, the note is written in place. */
class BookmarkPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BookmarkPanel(Bookmarks* bookmarks, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(double startSeconds, double endSeconds);

private:
    void fill();
    int chosenRow() const;  //!< -1 without

    Bookmarks* m_bookmarks;
    QTableWidget* m_table;
    QPushButton* m_remove;
    bool m_fills = false;
};

}  // namespace sheen
