#pragma once

#include <qgsapplication.h>

#include <QtTest>

namespace sheen::test {

/** Runs a test with QGIS without a window, as main; the test is gone before QGIS is. */
template <typename Test>
int runWithQgis(int argc, char** argv)
{
    QgsApplication application(argc, argv, false);
    QgsApplication::initQgis();
    int result = 0;
    {
        Test test;
        result = QTest::qExec(&test, argc, argv);
    }
    QgsApplication::exitQgis();
    return result;
}

}  // namespace sheen::test
