#include "ui/teach/judgement_text.h"

#include <QCoreApplication>

namespace sheen {

QString judgementText(const std::optional<double>& heldOutOverlap, const QStringList& remarks)
{
    QStringList sentences;
    if (heldOutOverlap)
        sentences
            << QCoreApplication::translate(
                   "sheen::TeachPanel",
                   "On marks that were held out it finds oil with an overlap of %1 of 1; it was checked "
                   "on nothing else.")
                   .arg(*heldOutOverlap, 0, 'f', 2);
    return (sentences + remarks).join(QLatin1Char(' '));
}

}  // namespace sheen
