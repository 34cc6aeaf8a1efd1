#include "ui/widgets/vertical_scroll.h"

#include <QScrollArea>
#include <QStyle>

namespace sheen {

QScrollArea* verticallyScrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setMinimumWidth(content->minimumSizeHint().width() +
                            scroll->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    return scroll;
}

}  // namespace sheen
