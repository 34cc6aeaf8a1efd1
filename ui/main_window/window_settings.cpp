#include "window_settings.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMainWindow>
#include <QStandardPaths>

#include "base/error.h"
#include "base/resources.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sheen_settings.h"

namespace sheen {

namespace {

constexpr int mostRecentFlights = 10;
/** Raised when docks or tool bars change so much that an old layout would harm. */
constexpr int layoutVersion = 2;

}  // namespace

QStringList recentFlights()
{
    return sheenSettings()->value(QStringLiteral("recentFlights")).toStringList();
}

void rememberFlight(const QString& path)
{
    if (path.isEmpty())
        return;
    QStringList paths = recentFlights();
    paths.removeAll(path);
    paths.prepend(path);
    const auto kept = sheenSettings();
    kept->setValue(QStringLiteral("recentFlights"), QStringList(paths.mid(0, mostRecentFlights)));
}

QString lastFolder()
{
    const QStringList paths = recentFlights();
    return paths.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::MoviesLocation)
                           : QFileInfo(paths.first()).absolutePath();
}

QString lastCatalogue()
{
    return sheenSettings()->value(QStringLiteral("catalogue")).toString();
}

void rememberCatalogue(const QString& path)
{
    sheenSettings()->setValue(QStringLiteral("catalogue"), path);
}

void saveLayout(const QMainWindow& window)
{
    const auto kept = sheenSettings();
    kept->setValue(QStringLiteral("geometry"), window.saveGeometry());
    kept->setValue(QStringLiteral("state"), window.saveState(layoutVersion));
}

bool restoreSavedLayout(QMainWindow& window)
{
    const auto kept = sheenSettings();
    const QByteArray state = kept->value(QStringLiteral("state")).toByteArray();
    return !state.isEmpty() &&
           window.restoreGeometry(kept->value(QStringLiteral("geometry")).toByteArray()) &&
           window.restoreState(state, layoutVersion);
}

void applyStyle(QWidget& window)
{
    window.setWindowIcon(icon(QStringLiteral("sheen")));
    try {
        // The application's: with Qt 6 a window's own follows later.
        const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
        QFile file(resourcePath(dark ? QStringLiteral("styles/sheen-dark.qss")
                                     : QStringLiteral("styles/sheen.qss")));
        const QString sheet = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        if (!sheet.isEmpty() && sheet != window.styleSheet())  // setting it polishes every widget
            window.setStyleSheet(sheet);
    } catch (const Error&) {
        // The platform's own look does as well.
    }
}

}  // namespace sheen
