#pragma once

#include <QString>

namespace sheen {

/** Registers GDAL's drivers; any number of calls, from any thread. */
void registerGdal();

/**
 * While it lives, what GDAL complains of in this thread is kept here instead of being printed. Made on the
 * stack, around the calls that may fail.
 */
class GdalErrors
{
public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    bool any() const { return m_count > 0; }          //!< failures, no warnings
    const QString& first() const { return m_first; }  //!< in GDAL's own words; empty where there was none
    void clear();

private:
    static void take(int kind, int number, const char* text);

    int m_count = 0;
    QString m_first;
};

}  // namespace sheen
