#include "ui/review/review_bar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "slick_text.h"
#include "ui/review/review_actions.h"
#include "ui/session/second_looks.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/flow_layout.h"

namespace sheen {

ReviewBar::ReviewBar(SlickStore* store, SecondLooks* looks, ReviewActions* actions, QWidget* parent)
    : QWidget(parent), m_store(store), m_looks(looks), m_review(new GuidedReview(store, looks, this))
{
    setObjectName(QStringLiteral("reviewBar"));
    makeActions(actions);
    makeRows(actions);
    hide();
    connect(m_review, &GuidedReview::activeChanged, this, [this](bool active) {
        m_start->setText(active ? tr("&End Review") : tr("&Start Review"));
        setVisible(active);
    });
    connect(m_review, &GuidedReview::progressChanged, this, &ReviewBar::showProgress);
    connect(m_review, &GuidedReview::finished, this,
            [this] { Q_EMIT message(tr("Every slick of this review was looked at.")); });
    connect(store, &SlickStore::selectionChanged, this, &ReviewBar::showNote);
    connect(store, &SlickStore::changed, this, &ReviewBar::showNote);
    const auto enable = [this] { m_start->setEnabled(!m_store->slicks().empty()); };
    connect(store, &SlickStore::reset, this, enable);
    connect(store, &SlickStore::changed, this, enable);
    m_start->setEnabled(false);
}

void ReviewBar::makeActions(ReviewActions* actions)
{
    const auto make = [this](const char* name, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setStatusTip(tip);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        return action;
    };
    m_start = make("reviewStart", tr("&Start Review"),
                   tr("Go through the slicks one after another, each shown in map and frame"),
                   QKeySequence(QStringLiteral("Ctrl+G")));
    m_start->setShortcutContext(Qt::WindowShortcut);
    connect(m_start, &QAction::triggered, this, &ReviewBar::startOrEnd);
    m_secondLook = make("reviewSecondLook", tr("Second &Look"),
                        tr("Mark the slick to be looked at once more, or take the mark off"), Qt::Key_W);
    connect(m_secondLook, &QAction::triggered, this, [this] {
        const SlickStore::Ids ids = m_store->selection();
        m_looks->want(ids, !(ids.size() == 1 && m_looks->isWanted(*ids.begin())));
        m_review->goOn();
    });
    m_takenFor = make("reviewTakenFor", tr("&Taken for…"), tr("Say what the slick is taken for"), Qt::Key_T);
    connect(m_takenFor, &QAction::triggered, this, [this] { popUp(makeTakenForMenu()); });
    m_class =
        make("reviewClass", tr("&Class…"), tr("Give the slick or its selected area a class"), Qt::Key_C);
    connect(m_class, &QAction::triggered, this, [this, actions] { popUp(actions->classMenu()); });
    m_writeNote =
        make("reviewNote", tr("Write &Note"), tr("Write a note on the slick; Enter keeps it"), Qt::Key_E);
    connect(m_writeNote, &QAction::triggered, this, [this] {
        if (m_store->selection().size() != 1)
            return;
        setVisible(true);
        m_note->setFocus();
        m_note->selectAll();
    });
    // After the decision itself, which was connected before.
    connect(actions->acceptAction(), &QAction::triggered, m_review, &GuidedReview::goOn);
    connect(actions->rejectAction(), &QAction::triggered, m_review, &GuidedReview::goOn);
}

QList<QAction*> ReviewBar::menuActions() const
{
    return {m_start, m_secondLook, m_takenFor, m_class, m_writeNote};
}

void ReviewBar::makeRows(ReviewActions* actions)
{
    using Order = GuidedReview::Order;
    using Filter = GuidedReview::Filter;
    // Two rows that break where they must: else the window would grow beyond a small screen.
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 3, 6, 3);
    rows->setSpacing(3);
    auto* choices = new FlowLayout;
    auto* row = new FlowLayout;
    rows->addLayout(choices);
    rows->addLayout(row);
    m_filter = new QComboBox;
    m_filter->setObjectName(QStringLiteral("reviewFilter"));
    m_filter->setToolTip(tr("Which slicks are gone through"));
    m_filter->addItem(tr("undecided ones"), static_cast<int>(Filter::Undecided));
    m_filter->addItem(tr("to be looked at again"), static_cast<int>(Filter::SecondLook));
    m_filter->addItem(tr("accepted ones"), static_cast<int>(Filter::Accepted));
    m_filter->addItem(tr("rejected ones"), static_cast<int>(Filter::Rejected));
    m_filter->addItem(tr("all"), static_cast<int>(Filter::All));
    m_order = new QComboBox;
    m_order->setObjectName(QStringLiteral("reviewOrder"));
    m_order->setToolTip(tr("In which order"));
    m_order->addItem(tr("largest first"), static_cast<int>(Order::Size));
    m_order->addItem(tr("most oil first"), static_cast<int>(Order::Volume));
    m_order->addItem(tr("surest first"), static_cast<int>(Order::Confidence));
    m_order->addItem(tr("as seen"), static_cast<int>(Order::Time));
    m_order->addItem(tr("from north to south"), static_cast<int>(Order::Place));
    m_order->addItem(tr("the nearest next"), static_cast<int>(Order::Nearness));
    for (QComboBox* box : {m_filter, m_order})
        connect(box, QOverload<int>::of(&QComboBox::activated), this, &ReviewBar::restart);
    m_progress = new QLabel;
    m_progress->setObjectName(QStringLiteral("reviewProgress"));
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("reviewNoteEdit"));
    m_note->setPlaceholderText(tr("Note (E)"));
    m_note->setMinimumWidth(80);
    connect(m_note, &QLineEdit::returnPressed, this, &ReviewBar::writeNote);
    choices->addWidget(m_filter);
    choices->addWidget(m_order);
    choices->addWidget(m_progress);
    for (QAction* action : {actions->previousAction(), actions->nextAction(), actions->acceptAction(),
                            actions->rejectAction(), m_secondLook, m_takenFor}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::NoFocus);  // the keys stay where they hold
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
        row->addWidget(button);
    }
    row->addWidget(m_note);
}

QMenu* ReviewBar::makeTakenForMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int number = 1;
    const auto add = [&](TakenFor takenFor, LookAlike kind) {
        QAction* action =
            menu->addAction(QStringLiteral("&%1  %2").arg(number++ % 10).arg(takenForText(takenFor, kind)));
        connect(action, &QAction::triggered, this,
                [this, takenFor, kind] { m_store->setTakenFor(m_store->selection(), takenFor, kind); });
    };
    for (const TakenFor takenFor : {TakenFor::Oil, TakenFor::OtherSubstance, TakenFor::Unknown})
        add(takenFor, LookAlike::Unsaid);
    for (const LookAlike kind : {LookAlike::Algae, LookAlike::Wake, LookAlike::Shadow, LookAlike::Calm,
                                 LookAlike::Sediment, LookAlike::Ice, LookAlike::Other})
        add(TakenFor::LookAlike, kind);
    return menu;
}

void ReviewBar::popUp(QMenu* menu)
{
    if (!m_store->selection().empty() && !menu->isEmpty())
        menu->popup(mapToGlobal(QPoint(0, height())));
}

void ReviewBar::startOrEnd()
{
    if (m_review->isActive())
        m_review->end();
    else
        restart();
}

void ReviewBar::restart()
{
    const auto order = static_cast<GuidedReview::Order>(m_order->currentData().toInt());
    const auto filter = static_cast<GuidedReview::Filter>(m_filter->currentData().toInt());
    if (!m_review->start(order, filter)) {
        setVisible(true);  // so that another filter can be chosen
        m_progress->setText(tr("none"));
        Q_EMIT message(tr("No slick passes this filter: choose another one."));
        return;
    }
    Q_EMIT focusWanted();
}

void ReviewBar::showProgress()
{
    if (!m_review->isActive())
        return;
    const GuidedReview::Progress progress = m_review->progress();
    m_progress->setText(tr("%1 of %2, %3 accepted, %4 rejected")
                            .arg(progress.position)
                            .arg(progress.count)
                            .arg(progress.accepted)
                            .arg(progress.rejected));
}

void ReviewBar::showNote()
{
    const SlickStore::Ids ids = m_store->selection();
    const Slick* slick = ids.size() == 1 ? m_store->find(*ids.begin()) : nullptr;
    m_note->setEnabled(slick != nullptr);
    if (!m_note->hasFocus() || !slick)
        m_note->setText(slick ? slick->note : QString());
    for (QAction* action : {m_secondLook, m_takenFor, m_class})
        action->setEnabled(!ids.empty());
    m_writeNote->setEnabled(slick != nullptr);
}

void ReviewBar::writeNote()
{
    const SlickStore::Ids ids = m_store->selection();
    if (ids.size() == 1)
        m_store->setNote(*ids.begin(), m_note->text());
    if (!m_review->isActive())
        hide();
    Q_EMIT focusWanted();
}

}  // namespace sheen
