#pragma once

#include <QDialog>
#include <QTimer>
#include <vector>

class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace sheen {

class ArchiveMap;
class ArchiveSearch;
class ArchiveTable;
struct FlightEntry;

/**
 * The flights of an archive that `sheen archive` ran: a list with date, place, oil and state, and their
 * footprints on a map of the world; searched by words, time and what the map shows. It reads in the
 * background, and only the latest search counts.
 */
class ArchiveWindow : public QDialog
{
    Q_OBJECT

public:
    /** `folder`: where a catalogue is looked for first. */
    explicit ArchiveWindow(QString folder, QWidget* parent = nullptr);
    ~ArchiveWindow() override;

    /** A catalogue, or the folder that it lies in. What is wrong with it is said in the window. */
    void open(const QString& path);

public Q_SLOTS:
    void done(int result) override;  //!< ends a search

Q_SIGNALS:
    void catalogueOpened(const QString& path);
    /** The results of a flight; the recording where there are none. */
    void openWanted(const QString& path);

private:
    QWidget* makeSearchRow();
    QWidget* makeList();
    QWidget* makeButtons();
    void chooseCatalogue();
    void search();
    void showFound(const std::vector<FlightEntry>& flights);
    void showFailure(const QString& sentence);
    void stopSearch();
    void sayState();
    const FlightEntry* chosen() const;
    void openChosen();

    QString m_folder;
    QString m_catalogue;     //!< that is open; empty: none
    bool m_isNew = false;    //!< nothing of it has been shown yet
    bool m_stopped = false;  //!< the last search came to no end
    ArchiveSearch* m_search;
    ArchiveTable* m_table;
    QSortFilterProxyModel* m_sorted;
    ArchiveMap* m_map;
    QTreeView* m_view = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_path = nullptr;
    QLabel* m_state = nullptr;
    QLineEdit* m_words = nullptr;
    QCheckBox* m_timed = nullptr;
    QDateEdit* m_from = nullptr;
    QDateEdit* m_to = nullptr;
    QCheckBox* m_withOil = nullptr;
    QCheckBox* m_inMap = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_open = nullptr;
    QTimer m_soon;  //!< runs while the search may still change
};

}  // namespace sheen
