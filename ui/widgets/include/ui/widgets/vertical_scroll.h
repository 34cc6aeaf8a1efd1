#pragma once

class QScrollArea;
class QWidget;

namespace sheen {

/** `content`, which it takes, in an area that scrolls up and down alone: as wide as the content needs, so
 * that nothing is cut off at the right, and as low as its place. */
QScrollArea* verticallyScrolled(QWidget* content);

}  // namespace sheen
