#include "platform/interruption.h"

#include <csignal>

namespace sheen {

namespace {

Cancel interrupted;

// An atomic store: allowed in a signal handler.
void requestCancel(int)
{
    interrupted.request();
}

}  // namespace

const Cancel& cancelOnSignals()
{
    struct sigaction action = {};
    action.sa_handler = requestCancel;
    action.sa_flags = int(SA_RESETHAND | SA_RESTART);  // the second signal finds the default: the end
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return interrupted;
}

void ignoreWriteSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace sheen
