#pragma once

#include <QString>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "glyphs/text_strokes.h"

namespace sheen {

/** Side of the square that the network sees of a glyph, in pixels; half the size of a StrokeLine. */
constexpr int glyphCellSide = 20;

/**
 * A glyph with what lies around it, unmasked, as the network sees it: CV_32FC1, glyphCellSide square, 1 as
 * bright as the line's strokes. The rows are the line's, the glyph is in the middle of the columns, moved by
 * so many of the StrokeLine's pixels.
 */
cv::Mat glyphCell(const StrokeLine& line, const cv::Rect& glyph);

/** The characters that the network tells apart, in the order of its outputs; an O is a 0. */
QString glyphNetworkCharacters();

/** What a glyph may be. */
struct GlyphCandidate
{
    QChar character;
    double probability = 0;
};

/**
 * A small network that learned glyphs of many fonts, faint and over rough ground, one by one: where a
 * recogniser of whole lines is in doubt. Trained by resources/overlays/glyphs/train.py. Used by one thread at
 * a time.
 */
class GlyphNetwork
{
public:
    /** Throws Error where the network's file cannot be read. */
    GlyphNetwork();
    ~GlyphNetwork();

    /** For each glyph of the line the characters of the alphabet that it may be, the likeliest first. */
    std::vector<std::vector<GlyphCandidate>> read(const StrokeLine& line, const QString& alphabet);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
