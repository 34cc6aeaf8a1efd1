#pragma once

#include <QString>
#include <QStringList>

class QMainWindow;
class QWidget;

namespace sheen {

/** What the window remembers from one time to the next, and how it looks. */
QStringList recentFlights();  //!< the newest first
void rememberFlight(const QString& path);
QString lastFolder();     //!< in which a flight was opened last
QString lastCatalogue();  //!< of an archive; empty: none was opened
void rememberCatalogue(const QString& path);

void saveLayout(const QMainWindow& window);
/** False where nothing was kept. */
bool restoreSavedLayout(QMainWindow& window);

/** Sheen's style sheet and icon. */
void applyStyle(QWidget& window);

}  // namespace sheen
