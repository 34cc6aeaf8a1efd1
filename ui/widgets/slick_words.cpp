#include "ui/widgets/slick_words.h"

#include <QCoreApplication>

namespace sheen {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlickText)
};

}  // namespace

QString decisionText(Decision decision)
{
    switch (decision) {
        case Decision::Undecided:
            return Words::tr("undecided");
        case Decision::Accepted:
            return Words::tr("accepted");
        case Decision::Rejected:
            return Words::tr("rejected");
    }
    return {};
}

QString lookAlikeText(LookAlike kind)
{
    switch (kind) {
        case LookAlike::Unsaid:
            return Words::tr("not said", "which look-alike");
        case LookAlike::Algae:
            return Words::tr("algae");
        case LookAlike::Wake:
            return Words::tr("wake");
        case LookAlike::Shadow:
            return Words::tr("shadow");
        case LookAlike::Calm:
            return Words::tr("calm water");
        case LookAlike::Sediment:
            return Words::tr("sediment");
        case LookAlike::Ice:
            return Words::tr("ice");
        case LookAlike::Other:
            return Words::tr("something else", "which look-alike");
    }
    return {};
}

QString takenForText(TakenFor takenFor, LookAlike kind)
{
    switch (takenFor) {
        case TakenFor::Oil:
            return Words::tr("oil");
        case TakenFor::OtherSubstance:
            return Words::tr("another substance");
        case TakenFor::Unknown:
            return Words::tr("unknown", "substance");
        case TakenFor::LookAlike:
            return kind == LookAlike::Unsaid ? Words::tr("look-alike")
                                             : Words::tr("look-alike: %1").arg(lookAlikeText(kind));
    }
    return {};
}

QString formText(SlickForm form)
{
    switch (form) {
        case SlickForm::Continuous:
            return Words::tr("continuous", "form");
        case SlickForm::Patches:
            return Words::tr("patches", "form");
        case SlickForm::Streamers:
            return Words::tr("streamers", "form");
        case SlickForm::Windrows:
            return Words::tr("windrows", "form");
    }
    return {};
}

}  // namespace sheen
