#include "start_hint.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/literal_text.h"

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
        // Without its letter: Alt with it belongs to the menus.
        auto* button = new QPushButton(action->icon(), action->text().remove(QLatin1Char('&')));
        button->setToolTip(action->toolTip());
        button->setMinimumHeight(30);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        column->addWidget(button);
    }
    m_flights = new QVBoxLayout;
    m_flights->setSpacing(2);
    column->addLayout(m_flights);
    parent->installEventFilter(this);
    centre();
}

void StartHint::showFlights(const QStringList& paths)
{
    constexpr int shown = 5;
    QStringList there;
    for (const QString& path : paths) {
        if (there.size() < shown && QFileInfo::exists(path))
            there << path;
    }
    if (!there.isEmpty())
        m_flights->addWidget(new QLabel(tr("Flights of last time:")));
    for (const QString& path : there) {
        auto* button = new QPushButton(asMenuText(QFileInfo(path).fileName()));
        button->setObjectName(QStringLiteral("recentFlight"));
        button->setFlat(true);
        button->setStyleSheet(QStringLiteral("text-align: left"));
        button->setToolTip(asPlainText(QDir::toNativeSeparators(path)));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT openWanted(path); });
        m_flights->addWidget(button);
    }
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
