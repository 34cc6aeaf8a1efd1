#pragma once

#include <QTemporaryDir>
#include <QtTest>

#include <qgsapplication.h>

/** A main() for tests that need QGIS; settings and profile lie in a folder of their own and go with it. */
#define SHEEN_QGIS_TEST_MAIN(TestClass) SHEEN_QGIS_TEST_MAIN_WITH(QgsApplication, TestClass)

/** The same with an application class of the test's own. */
#define SHEEN_QGIS_TEST_MAIN_WITH(Application, TestClass)                                           \
    int main(int argc, char** argv)                                                                 \
    {                                                                                               \
        const QTemporaryDir home;                                                                   \
        for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) \
            qputenv(variable, home.path().toLocal8Bit());                                           \
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))                                          \
            qputenv("QT_QPA_PLATFORM", "offscreen");                                                \
        Application application(argc, argv, true, home.path());                                     \
        if (!qEnvironmentVariableIsSet("QGIS_PREFIX_PATH"))                                         \
            QgsApplication::setPrefixPath(QStringLiteral(SHEEN_QGIS_PREFIX), true);                 \
        QgsApplication::initQgis();                                                                 \
        int status = 0;                                                                             \
        {                                                                                           \
            TestClass test;                                                                         \
            status = QTest::qExec(&test, argc, argv);                                               \
        }                                                                                           \
        QgsApplication::exitQgis();                                                                 \
        return status;                                                                              \
    }
