#pragma once

#include <QCommandLineParser>
#include <QString>
#include <functional>

#include "exit_status.h"

namespace sheen {

/** To stdout and stderr, with a line's end, at once. */
void printLine(const QString& text);
void printToStderr(const QString& text);

/** Libraries' chatter stays off the console: one clear sentence is worth more. SHEEN_DEBUG=1 lets it through.
 */
void silenceLibraries();

/**
 * Reads a command's arguments, `arguments` as main got them; answers --help by itself. False where the
 * command is over then, with `status` set.
 */
bool parseCommandLine(QCommandLineParser& parser, const QStringList& arguments, ExitStatus& status);

/** A command's arguments that are no options, without the command's own name. */
QStringList operands(const QCommandLineParser& parser);

/** Runs a command's work; an Error becomes its sentence on stderr and its exit status. */
ExitStatus guarded(const std::function<ExitStatus()>& work);

}  // namespace sheen
