#pragma once

#include <QString>
#include <stdexcept>

namespace sheen {

/** Which exit status of the command line a failure stands for (see docs/command-line.md). */
enum class ErrorKind {
    Stopped = 1,     //!< the work stopped: disk full, output cannot be written
    Usage = 2,       //!< the command line or a setting is wrong
    Unreadable = 3,  //!< the flight, model or telemetry cannot be read
    Cancelled = 4,   //!< somebody asked for the end of the work before it had anything to keep
};

/**
 * What stops the work. The sentence says what happened, to which file or frame, and what to do.
 * What is wrong with a single frame is no Error: it is an issue of that frame, and the run goes on.
 */
class Error : public std::runtime_error
{
public:
    explicit Error(const QString& sentence, ErrorKind kind = ErrorKind::Stopped);

    const QString& sentence() const { return m_sentence; }
    ErrorKind kind() const { return m_kind; }

private:
    QString m_sentence;
    ErrorKind m_kind;
};

}  // namespace sheen
