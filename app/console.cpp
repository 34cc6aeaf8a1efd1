#include "console.h"

#include <cpl_error.h>

#include <QCoreApplication>
#include <cstdio>
#include <new>

#include "base/error.h"

namespace sheen {

namespace {

struct ConsoleText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Console)
};

/** A terminal obeys control characters, and a file's name may hold some. */
QString withoutControls(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void print(std::FILE* stream, const QString& text)
{
    const QByteArray line = withoutControls(text).toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stream);
    std::fflush(stream);
}

/** Qt's and QGIS's chatter is nobody's business; why the program must end is. */
void dropMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtFatalMsg)
        print(stderr, text);
}

}  // namespace

void printLine(const QString& text)
{
    print(stdout, text);
}

void printToStderr(const QString& text)
{
    print(stderr, text);
}

void silenceLibraries()
{
    if (qEnvironmentVariableIsSet("SHEEN_DEBUG"))
        return;
    qInstallMessageHandler(dropMessage);
    CPLSetErrorHandler(CPLQuietErrorHandler);
}

bool parseCommandLine(QCommandLineParser& parser, const QStringList& arguments, ExitStatus& status)
{
    const QCommandLineOption help = parser.addHelpOption();
    status = ExitStatus::Done;
    if (!parser.parse(arguments)) {
        printToStderr(ConsoleText::tr("%1 See sheen %2 --help.").arg(parser.errorText(), arguments.value(1)));
        status = ExitStatus::WrongUsage;
        return false;
    }
    if (parser.isSet(help)) {
        printLine(parser.helpText().trimmed());
        return false;
    }
    return true;
}

QStringList operands(const QCommandLineParser& parser)
{
    return parser.positionalArguments().mid(1);
}

ExitStatus guarded(const std::function<ExitStatus()>& work)
{
    try {
        return work();
    } catch (const Error& error) {
        printToStderr(error.sentence());
        return ExitStatus(int(error.kind()));
    } catch (const std::bad_alloc&) {
        printToStderr(
            ConsoleText::tr("There is not enough memory for this. Close other programs, or process fewer or "
                            "smaller frames."));
    } catch (const std::exception& error) {
        printToStderr(
            ConsoleText::tr("Sheen stopped: %1.").arg(QString::fromLocal8Bit(error.what()).trimmed()));
    }
    return ExitStatus::Stopped;
}

}  // namespace sheen
