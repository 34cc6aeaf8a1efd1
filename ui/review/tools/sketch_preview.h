#pragma once

#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <QObject>
#include <optional>

#include "ui/session/edit_preview.h"
#include "ui/session/work_thread.h"

class QAction;
class QgsMapCanvas;

namespace sheen {

class SlickStore;

/**
 * Shows on the map, while an outline is drawn or changed, what it would take from which slick and which of
 * the sea under it was never seen, and says so in a sentence. Knows whether it takes from what lies below at
 * all. It is worked out on a thread of its own; of sketches that come in quickly the latest counts.
 */
class SketchPreview : public QObject
{
    Q_OBJECT

public:
    /** `keepBelow`: a switch; while it is on, what is sketched gives way. */
    SketchPreview(QgsMapCanvas* canvas, SlickStore* store, QAction* keepBelow, QObject* parent);
    ~SketchPreview() override;

    void show(const SketchedOutline& sketch);
    void clear();

    /** Whether what lies below gives way: as the switch says, with Ctrl the other way round. */
    bool takes(bool control) const;

Q_SIGNALS:
    void told(const QString& sentence);

private:
    void begin();
    void take(int request, const SketchedOutline& sketch, const EditPreview& preview);
    void paint(const EditPreview& preview);
    QString sentenceOf(const SketchedOutline& sketch, const EditPreview& preview) const;

    SlickStore* m_store;
    QAction* m_keepBelow;
    QObjectUniquePtr<QgsRubberBand> m_lost;    //!< the canvas may delete them first
    QObjectUniquePtr<QgsRubberBand> m_unseen;  //!< likewise
    std::optional<SketchedOutline> m_wanted;
    int m_request = 0;
    int m_cleared = 0;  //!< requests up to this one are of sketches that are gone
    bool m_works = false;
    WorkThread m_thread;
};

}  // namespace sheen
