#pragma once

#include <QJsonObject>
#include <QString>
#include <chrono>

#include "output/products.h"
#include "run/run.h"

namespace sheen {

/**
 * Tells on the console how far a command is: a bar on stderr where that is a terminal, a line every few
 * seconds where not; with --json one object a line on stdout. Used by one thread at a time.
 */
class ProgressReport
{
public:
    ProgressReport(bool json, bool quiet);

    void started(const RunFacts& facts, int framesExpected);
    void frameDone(const FrameRecord& record, const RunProgress& progress);
    void productProgress(Product product, double share);
    /** How far it is, in words; on the line of the bar. */
    void state(const QString& text) { showState(text, false); }
    /** With --json alone. */
    void event(const char* name, QJsonObject fields) const;
    void notice(const QString& sentence);
    /** `summary`: what the JSON object of the end holds besides. */
    void finished(QJsonObject summary);
    void failed(const QString& sentence, int status);

    bool isJson() const { return m_json; }
    bool isQuiet() const { return m_quiet; }

private:
    void object(const char* event, QJsonObject fields) const;
    void showState(const QString& text, bool last);
    bool due(double everySeconds);

    bool m_json;
    bool m_quiet;
    bool m_terminal;
    bool m_lineOpen = false;  //!< the bar stands on the terminal's current line
    std::chrono::steady_clock::time_point m_shown;
    bool m_shownAny = false;
};

}  // namespace sheen
