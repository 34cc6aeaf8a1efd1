#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/data/run_facts.h"
#include "core/data/telemetry.h"

namespace sheen {

/** Where an overlay writes its fields; a JSON file in resources/overlays (format: docs/overlay-layouts.md).
 */
struct OverlayLayout
{
    struct Field
    {
        OverlayField field = OverlayField::Date;
        QRectF box;            //!< as a share of the active picture, 0 to 1
        bool inverse = false;  //!< dark letters on a bright box
    };

    QString name;   //!< "mx-hd"
    QString title;  //!< for people
    QString path;
    double aspectRatio = 0;  //!< width / height that it is usual for
    double textHeight = 0;   //!< capitals' height as a share of the picture's height
    std::vector<Field> fields;
    std::vector<QRectF> otherMarks;  //!< further places with text or symbols: scales, reticle, mode words
};

/** Every place with writing or symbols; shares of the picture. */
std::vector<OverlayMark> overlayMarks(const OverlayLayout& layout);

/** Throws Error(Unreadable). */
OverlayLayout loadOverlayLayout(const QString& path);

/** The layouts that ship with Sheen, and those in the user's own folder. */
std::vector<OverlayLayout> availableOverlayLayouts();

}  // namespace sheen
