#pragma once

#include <qgsapplication.h>

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

/** main() of a test that needs QGIS: with a profile and settings of its own that go when it ends. */
#define SHEEN_QGIS_TEST_MAIN(TestClass)                                                    \
    int main(int argc, char** argv)                                                        \
    {                                                                                      \
        QStandardPaths::setTestModeEnabled(true);                                          \
        const QTemporaryDir profile;                                                       \
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, profile.path()); \
        QgsApplication application(argc, argv, true, profile.path());                      \
        QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));                \
        QCoreApplication::setApplicationName(QStringLiteral(#TestClass));                  \
        if (!qEnvironmentVariableIsSet("QGIS_PREFIX_PATH"))                                \
            QgsApplication::setPrefixPath(QStringLiteral(SHEEN_QGIS_PREFIX), true);        \
        QgsApplication::initQgis();                                                        \
        int status = 0;                                                                    \
        {                                                                                  \
            TestClass test;                                                                \
            status = QTest::qExec(&test, argc, argv);                                      \
        }                                                                                  \
        QgsApplication::exitQgis();                                                        \
        return status;                                                                     \
    }
