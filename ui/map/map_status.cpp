#include "ui/map/map_status.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsprojectionselectiondialog.h>

#include "ui/widgets/notation.h"
#include "ui/widgets/position_text.h"

namespace sheen {

MapStatus::MapStatus(QgsMapCanvas* canvas, QWidget* parent)
    : QWidget(parent), m_canvas(canvas), m_position(new QLabel), m_scale(new QLabel), m_crs(new QToolButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_position->setObjectName(QStringLiteral("mousePosition"));
    m_position->setToolTip(tr("Where the mouse is on the map (WGS84)"));
    m_position->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_scale->setToolTip(tr("The map's scale"));
    m_crs->setObjectName(QStringLiteral("mapCrs"));
    m_crs->setAutoRaise(true);
    row->addWidget(m_position);
    row->addWidget(m_scale);
    row->addWidget(m_crs);
    connect(canvas, &QgsMapCanvas::xyCoordinates, this, &MapStatus::showPosition);
    connect(&Notation::current(), &Notation::changed, this, &MapStatus::makeRoom);
    makeRoom();
    connect(canvas, &QgsMapCanvas::scaleChanged, this, [this](double scale) {
        m_scale->setText(QStringLiteral("1:") + QLocale().toString(scale, 'f', 0));
    });
    connect(canvas, &QgsMapCanvas::destinationCrsChanged, this, &MapStatus::showCrs);
    connect(m_crs, &QToolButton::clicked, this, &MapStatus::chooseCrs);
    showCrs();
}

/** For the longest position, so that what stands beside it keeps still. */
void MapStatus::makeRoom()
{
    m_position->clear();
    m_position->setMinimumWidth(
        m_position->fontMetrics().horizontalAdvance(positionText(-88.88888, -108.88888)) + 8);
}

void MapStatus::showPosition(const QgsPointXY& map)
{
    const QgsMapSettings& settings = m_canvas->mapSettings();
    const QgsCoordinateTransform toDegrees(settings.destinationCrs(),
                                           QgsCoordinateReferenceSystem::fromEpsgId(4326),
                                           settings.transformContext());
    try {
        const QgsPointXY place = toDegrees.transform(map);
        m_position->setText(
            qAbs(place.y()) <= 90 && qAbs(place.x()) <= 540 ? positionText(place.y(), place.x()) : QString());
    } catch (const QgsException&) {
        m_position->clear();
    }
}

void MapStatus::showCrs()
{
    const QgsCoordinateReferenceSystem crs = m_canvas->mapSettings().destinationCrs();
    m_crs->setText(crs.authid());
    m_crs->setToolTip(tr("The map is drawn in %1. Click to choose another CRS.").arg(crs.description()));
}

void MapStatus::chooseCrs()
{
    auto* dialog = new QgsProjectionSelectionDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCrs(m_canvas->mapSettings().destinationCrs());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (!dialog->crs().isValid())
            return;
        m_canvas->project()->setCrs(dialog->crs());
        m_canvas->setDestinationCrs(dialog->crs());
    });
    dialog->open();
}

}  // namespace sheen
