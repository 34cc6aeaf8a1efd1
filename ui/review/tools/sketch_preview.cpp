#include "tools/sketch_preview.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsmapcanvas.h>

#include <QAction>
#include <QStringList>
#include <memory>
#include <utility>

#include "slick_text.h"
#include "ui/session/failure.h"
#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

/** Hatched, above all layers: neither the colour of an area, nor of the sketch, nor of the selection. */
QgsRubberBand* hatchedBand(QgsMapCanvas* canvas, const QColor& colour, Qt::BrushStyle style)
{
    auto* band = new QgsRubberBand(canvas, Qgis::GeometryType::Polygon);
    band->setStrokeColor(colour);
    band->setSecondaryStrokeColor(QColor(255, 255, 255, 220));
    band->setFillColor(colour);
    band->setBrushStyle(style);
    band->setWidth(2);
    band->hide();
    return band;
}

QString lossText(const EditPreview::Loss& loss)
{
    return (loss.whole ? SketchPreview::tr("all of slick %1 (%2)", "number, area")
                       : SketchPreview::tr("%2 of slick %1", "number, area"))
        .arg(loss.slickId)
        .arg(areaText(loss.squareMetres));
}

}  // namespace

SketchPreview::SketchPreview(QgsMapCanvas* canvas, SlickStore* store, QAction* keepBelow, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_keepBelow(keepBelow),
      m_lost(hatchedBand(canvas, QColor(200, 0, 0), Qt::BDiagPattern)),
      m_unseen(hatchedBand(canvas, QColor(30, 30, 30), Qt::Dense6Pattern)),
      m_thread(QStringLiteral("sketch"))
{}

SketchPreview::~SketchPreview()
{
    m_thread.stop();
}

bool SketchPreview::takes(bool control) const
{
    return m_keepBelow->isChecked() == control;
}

void SketchPreview::show(const SketchedOutline& sketch)
{
    ++m_request;
    m_wanted = sketch;
    if (!m_works)
        begin();
}

void SketchPreview::clear()
{
    m_cleared = m_request;
    m_wanted.reset();
    if (m_lost)
        m_lost->hide();
    if (m_unseen)
        m_unseen->hide();
}

void SketchPreview::begin()
{
    const SketchedOutline sketch = *std::exchange(m_wanted, std::nullopt);
    m_works = true;
    m_thread.post([this, sketch, request = m_request, work = m_store->previewOf(sketch)] {
        auto preview = std::make_shared<EditPreview>();
        failureOf([&] { *preview = work(); });  // then nothing is shown: the edit itself says why
        QMetaObject::invokeMethod(
            this, [this, request, sketch, preview] { take(request, sketch, *preview); },
            Qt::QueuedConnection);
    });
}

void SketchPreview::take(int request, const SketchedOutline& sketch, const EditPreview& preview)
{
    m_works = false;
    if (m_wanted)
        begin();
    if (request <= m_cleared)
        return;  // that sketch is gone
    paint(preview);
    Q_EMIT told(sentenceOf(sketch, preview));
}

void SketchPreview::paint(const EditPreview& preview)
{
    if (!m_lost || !m_unseen)
        return;
    const QgsCoordinateReferenceSystem ground(QStringLiteral("EPSG:4326"));
    m_lost->reset(Qgis::GeometryType::Polygon);
    for (const EditPreview::Loss& loss : preview.losses)
        m_lost->addGeometry(toGeometry(loss.outline), ground);
    m_lost->setVisible(!preview.losses.empty());
    m_unseen->reset(Qgis::GeometryType::Polygon);
    if (!preview.unseen.empty())
        m_unseen->addGeometry(toGeometry(preview.unseen), ground);
    m_unseen->setVisible(!preview.unseen.empty());
}

QString SketchPreview::sentenceOf(const SketchedOutline& sketch, const EditPreview& preview) const
{
    constexpr double noticedSquareMetres = 0.01;
    if (preview.left.empty())
        return tr("Nothing of this outline would be left: it crosses itself, or lies on slicks that stay.");
    QStringList sentences;
    const bool yields = preview.sketchedSquareMetres - preview.leftSquareMetres > noticedSquareMetres;
    if (!preview.losses.empty()) {
        QStringList losses;
        for (const EditPreview::Loss& loss : preview.losses)
            losses << lossText(loss);
        sentences << tr("It takes %1.").arg(losses.join(QStringLiteral(", ")));
    }
    if (yields)
        sentences << tr("It leaves what lies below as it is: of its %1, %2 remain.", "areas")
                         .arg(areaText(preview.sketchedSquareMetres), areaText(preview.leftSquareMetres));
    if (preview.unseenSquareMetres > noticedSquareMetres)
        sentences << tr("%1 of it was never seen.", "area").arg(areaText(preview.unseenSquareMetres));
    if (!preview.losses.empty() || yields)
        sentences << (sketch.takes ? tr("With Ctrl, it gives way instead.")
                                   : tr("With Ctrl, it takes what lies below instead."));
    if (sentences.isEmpty())
        sentences
            << tr("It takes nothing from other slicks: %1.", "area").arg(areaText(preview.leftSquareMetres));
    return sentences.join(QLatin1Char(' '));
}

}  // namespace sheen
