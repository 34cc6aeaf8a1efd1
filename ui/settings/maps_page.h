#pragma once

#include <QWidget>
#include <vector>

#include "ui/layers/map_source.h"

class QPushButton;
class QTableWidget;

namespace sheen {

/** The base maps and files that were added to the map: to be added, changed, forgotten. */
class MapsPage : public QWidget
{
    Q_OBJECT

public:
    explicit MapsPage(const std::vector<MapSource>& sources, QWidget* parent = nullptr);

    const std::vector<MapSource>& sources() const { return m_sources; }

private:
    QWidget* makeButtons();
    void showSources();
    int chosenRow() const;  //!< -1 without
    void add();
    void change();
    void forget();

    std::vector<MapSource> m_sources;
    QTableWidget* m_table;
    QPushButton* m_change = nullptr;
    QPushButton* m_forget = nullptr;
};

}  // namespace sheen
