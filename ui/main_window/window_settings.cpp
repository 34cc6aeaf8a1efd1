#include "window_settings.h"

#include <QFile>
#include <QFileInfo>
#include <QMainWindow>
#include <QSettings>
#include <QStandardPaths>
#include <memory>

#include "base/error.h"
#include "base/resources.h"
#include "ui/widgets/icons.h"

namespace sheen {

namespace {

constexpr int mostRecentFlights = 10;
/** Raised when docks or tool bars change so much that an old layout would harm. */
constexpr int layoutVersion = 2;

/** Sheen's own settings, beside those that QGIS keeps. */
std::unique_ptr<QSettings> settings()
{
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Sheen"),
                                       QStringLiteral("window"));
}

}  // namespace

QStringList recentFlights()
{
    return settings()->value(QStringLiteral("recentFlights")).toStringList();
}

void rememberFlight(const QString& path)
{
    if (path.isEmpty())
        return;
    QStringList paths = recentFlights();
    paths.removeAll(path);
    paths.prepend(path);
    const auto kept = settings();
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
    return settings()->value(QStringLiteral("catalogue")).toString();
}

void rememberCatalogue(const QString& path)
{
    settings()->setValue(QStringLiteral("catalogue"), path);
}

void saveLayout(const QMainWindow& window)
{
    const auto kept = settings();
    kept->setValue(QStringLiteral("geometry"), window.saveGeometry());
    kept->setValue(QStringLiteral("state"), window.saveState(layoutVersion));
}

bool restoreSavedLayout(QMainWindow& window)
{
    const auto kept = settings();
    const QByteArray state = kept->value(QStringLiteral("state")).toByteArray();
    return !state.isEmpty() &&
           window.restoreGeometry(kept->value(QStringLiteral("geometry")).toByteArray()) &&
           window.restoreState(state, layoutVersion);
}

void applyStyle(QWidget& window)
{
    window.setWindowIcon(icon(QStringLiteral("sheen")));
    try {
        const bool dark = window.palette().color(QPalette::Window).lightness() < 128;
        QFile file(resourcePath(dark ? QStringLiteral("styles/sheen-dark.qss")
                                     : QStringLiteral("styles/sheen.qss")));
        if (file.open(QIODevice::ReadOnly))
            window.setStyleSheet(QString::fromUtf8(file.readAll()));
    } catch (const Error&) {
        // The platform's own look does as well.
    }
}

}  // namespace sheen
