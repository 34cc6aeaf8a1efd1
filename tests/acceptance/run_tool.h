#pragma once

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <exception>

namespace sheen {

/** Reads the command line and does what it asks; what goes wrong is said on stderr, with status 1. */
template <typename Execute>
int runTool(QCommandLineParser& parser, const QCoreApplication& application, const Execute& execute)
{
    parser.process(application);
    try {
        return execute(parser);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

}  // namespace sheen
