#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>
#include <vector>

#include "data/run_facts.h"
#include "data/telemetry.h"
#include "grammar/overlay_format.h"

namespace sheen {

/** The colour of an overlay's letters: the sum of the channels in which they are bright (blue 1, green 2, red
 * 4).
 */
enum class LetterColour { Blue = 1, Green = 2, Cyan = 3, Red = 4, Magenta = 5, Yellow = 6, White = 7 };
QString letterColourName(LetterColour colour);  //!< as in a layout's file: white, yellow, ...

/** Where an overlay writes its fields, and how; a JSON file (format: docs/overlay-layouts.md). */
struct OverlayLayout
{
    struct Field
    {
        OverlayField field = OverlayField::Date;
        QRectF box;            //!< as a share of the active picture, 0 to 1
        bool inverse = false;  //!< dark letters on a bright box
        FieldFormat format;
    };

    QString name;   //!< "mx-hd"
    QString title;  //!< for people
    QString path;
    double aspectRatio = 0;  //!< width / height that it is usual for
    double textHeight = 0;   //!< capitals' height as a share of the picture's height
    LetterColour textColour = LetterColour::White;
    std::vector<Field> fields;
    std::vector<QRectF> otherMarks;  //!< further places with text or symbols: scales, reticle, mode words
};

/** Every place with writing or symbols; shares of the picture. */
std::vector<OverlayMark> overlayMarks(const OverlayLayout& layout);

/** Throws Error(Unreadable) with a sentence that names the file and the key that is wrong in it. */
OverlayLayout loadOverlayLayout(const QString& path);

/** Writes what loadOverlayLayout() reads; the file appears only when it is whole. Throws Error. */
void saveOverlayLayout(const QString& path, const OverlayLayout& layout);

/** The layouts that ship with Sheen, and those in the user's own folder; broken files are left out. */
std::vector<OverlayLayout> availableOverlayLayouts();

/** A layout by its name, or by the path of its file. Throws Error, also where the file of that name is
 * broken. */
OverlayLayout overlayLayoutNamed(const QString& nameOrPath);

/** Where the user's own layouts lie, NAME.json each. */
QString ownOverlayLayoutFolder();

/** Whether a layout of this name ships with Sheen: the user's own have other names. */
bool isShippedOverlayLayout(const QString& name);

}  // namespace sheen
