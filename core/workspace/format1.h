#pragma once

#include <QString>

namespace sheen {

/**
 * Brings a workspace of format 1, which kept masks, telemetry and outlines in the rows that change and each
 * region of one class as a slick, to the present format. The file as it was is moved aside as moveAside()
 * does; returns where. Throws Error, and leaves everything as it was, where its folder cannot be written or
 * another program has it open.
 */
QString convertFormat1(const QString& path);

}  // namespace sheen
