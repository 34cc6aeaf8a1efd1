#include "start_hint.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sheen {

StartHint::StartHint(const QList<QAction*>& actions, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("startHint"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 22, 28, 24);
    column->setSpacing(8);
    auto* title = new QLabel(tr("Open a flight"));
    title->setObjectName(QStringLiteral("startHintTitle"));
    title->setAlignment(Qt::AlignCenter);
    auto* text =
        new QLabel(tr("Open a video or a folder of frames, or drop one here.\n"
                      "Results of an earlier run open with their review."));
    text->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(6);
    for (QAction* action : actions) {
        auto* button = new QPushButton(action->icon(), action->text());
        button->setToolTip(action->toolTip());
        button->setMinimumHeight(30);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        column->addWidget(button);
    }
    parent->installEventFilter(this);
    centre();
}

bool StartHint::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        centre();
    return QFrame::eventFilter(watched, event);
}

void StartHint::centre()
{
    adjustSize();
    const QSize room = parentWidget()->size();
    move((room.width() - width()) / 2, (room.height() - height()) / 2);
}

}  // namespace sheen
