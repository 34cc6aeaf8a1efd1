#include "text_before.h"

#include <algorithm>

namespace sheen {

double TextBefore::weight(const QString& text) const
{
    // A zoom changes all digits at once: what is seen clearly has to win against all that was before.
    constexpr double least = 0.02;
    constexpr double otherDigits = 9;
    if (m_text.isEmpty())
        return 1;
    if (text.size() != m_text.size())
        return least;
    double weight = 1;
    for (int i = 0; i < text.size(); ++i) {
        const Place& place = m_places[std::size_t(i)];
        const double changes = place.changed / (place.same + place.changed);
        const double same = 1 - changes;
        const double other = changes / otherDigits;
        weight *= (text[i] == m_text[i] ? same : other) / std::max(same, other);
    }
    return std::max(weight, least);
}

void TextBefore::learn(const QString& text)
{
    constexpr double remembered = 30;  // frames
    if (text.size() == m_text.size()) {
        for (int i = 0; i < text.size(); ++i) {
            Place& place = m_places[std::size_t(i)];
            ++(text[i] == m_text[i] ? place.same : place.changed);
            const double sum = place.same + place.changed;
            if (sum > remembered) {
                place.same *= remembered / sum;
                place.changed *= remembered / sum;
            }
        }
    } else {
        m_places.assign(std::size_t(text.size()), {});
    }
    m_text = text;
}

}  // namespace sheen
