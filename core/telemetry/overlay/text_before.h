#pragma once

#include <QString>
#include <vector>

namespace sheen {

/**
 * What a field said in the frame before, and how often each of its characters changes: degrees hold still
 * while the last decimals run. Of the texts that a faint line may say, one is likelier than another by that.
 */
class TextBefore
{
public:
    /** By how much likelier a text is than one of which nothing is known, beside other texts; 1 at most. */
    double weight(const QString& text) const;

    /** It says this now. */
    void learn(const QString& text);

private:
    struct Place
    {
        double same = 2, changed = 1;  //!< before anything was seen
    };
    QString m_text;
    std::vector<Place> m_places;
};

}  // namespace sheen
