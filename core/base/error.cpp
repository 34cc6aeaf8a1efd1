#include "base/error.h"

namespace sheen {

Error::Error(const QString& sentence, ErrorKind kind)
    : std::runtime_error(sentence.toStdString()), m_sentence(sentence), m_kind(kind)
{}

}  // namespace sheen
