#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <qgsapplication.h>

#include "base/error.h"
#include "base/resources.h"

namespace sheen {

namespace {

bool isDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

/** Its dark lines drawn light, for a dark window. */
QIcon lightIcon(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("#37474f", "#cfd8dc");
    svg.replace("width=\"24\" height=\"24\"", "width=\"48\" height=\"48\"");  // sharp at scale 2
    QPixmap pixmap;
    pixmap.loadFromData(svg, "SVG");
    return {pixmap};
}

/** For a light and for a dark window, whichever it is when the icon is drawn: the user changes that. */
class TwoToneEngine : public QIconEngine
{
public:
    explicit TwoToneEngine(const QString& path) : m_dark(path), m_light(lightIcon(path)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        shown().paint(painter, rect, Qt::AlignCenter, mode, state);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return shown().pixmap(size, mode, state);
    }
    QSize actualSize(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return shown().actualSize(size, mode, state);
    }
    QIconEngine* clone() const override { return new TwoToneEngine(*this); }

private:
    const QIcon& shown() const { return isDark() ? m_light : m_dark; }

    QIcon m_dark;   //!< dark lines
    QIcon m_light;  //!< light ones
};

}  // namespace

QIcon icon(const QString& name)
{
    if (name.isEmpty())
        return {};
    if (name.startsWith(QLatin1String("mAction")))
        return QgsApplication::getThemeIcon(QStringLiteral("/%1.svg").arg(name));
    try {
        return QIcon(new TwoToneEngine(resourcePath(QStringLiteral("icons/%1.svg").arg(name))));
    } catch (const Error&) {
        return {};  // the action's text does without
    }
}

}  // namespace sheen
