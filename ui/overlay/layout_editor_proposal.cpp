#include <QFileInfo>
#include <QPushButton>
#include <algorithm>

#include "field_list.h"
#include "save_layout_dialog.h"
#include "sources/flight_overlay.h"
#include "ui/overlay/layout_editor.h"

// What the pictures themselves show, where no layout is known.

namespace sheen {

namespace {

/** The flight's name as a layout may be named, with a number where there is one of that name. */
QString freeLayoutName(const QString& flight)
{
    QString name;
    for (const QChar character : flight.toLower()) {
        const bool plain = character.unicode() < 128 && character.isLetterOrNumber();
        name += plain ? character : QLatin1Char('-');
    }
    const bool named = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!named || !layoutNameProblem(name).isEmpty())
        name = proposedOverlayName();
    QString free = name;
    for (int number = 2; QFileInfo::exists(ownLayoutPath(free)); ++number)
        free = name + QLatin1Char('-') + QString::number(number);
    return free;
}

}  // namespace

void LayoutEditor::startFromPictures()
{
    m_proposing = true;
    refresh();
    m_probe->propose();
}

void LayoutEditor::showProposal(const OverlayProposal& proposal)
{
    m_proposing = false;
    m_proposal.reset();
    if (!m_draft.boxes.empty()) {  // drawn meanwhile
        Q_EMIT proposalShown();
        return;
    }
    if (proposal.isEmpty()) {
        refresh();
        say(tr("No lines of text that hold still and tell something were found in the pictures. Draw boxes "
               "around them."),
            true);
        Q_EMIT proposalShown();
        return;
    }
    if (!m_frame) {
        m_proposal = proposal;
        return;
    }
    m_lettersByHand = true;
    LayoutDraft draft = draftOf(proposal.layout, QRectF(0, 0, 1, 1));
    draft.name.clear();
    draft.title = proposal.layout.title;
    m_current = -1;
    change(draft);
    m_take->show();
    if (!proposal.sure)
        say(tr("Found in the pictures, but not all that a flight needs, or not surely: look at each box, and "
               "draw "
               "what is missing."),
            true);
    Q_EMIT proposalShown();
}

void LayoutEditor::takeProposal()
{
    m_closeWhenSaved = true;
    keep(kept(), freeLayoutName(m_probe->info().name), m_draft.title);
}

}  // namespace sheen
