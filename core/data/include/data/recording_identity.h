#pragma once

#include <QString>

namespace sheen {

/** By which a recording is known, whatever it is called and wherever it lies. */
struct RecordingIdentity
{
    qint64 bytes = 0;     //!< of the file, or of all pictures of a folder
    QString partsSha256;  //!< of its beginning, middle and end, in hexadecimal; empty: not known

    bool isKnown() const { return !partsSha256.isEmpty(); }
    bool operator==(const RecordingIdentity& other) const = default;
};

}  // namespace sheen
