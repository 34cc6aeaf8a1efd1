#include "ogr/gdal_errors.h"

#include <cpl_error.h>
#include <gdal.h>

namespace sheen {

void registerGdal()
{
    static const bool registered = [] {
        GDALAllRegister();
        return true;
    }();
    Q_UNUSED(registered)
}

GdalErrors::GdalErrors()
{
    CPLErrorReset();
    CPLPushErrorHandlerEx([](CPLErr kind, CPLErrorNum number, const char* text) { take(kind, number, text); },
                          this);
}

GdalErrors::~GdalErrors()
{
    CPLPopErrorHandler();
}

void GdalErrors::clear()
{
    m_count = 0;
    m_first.clear();
    CPLErrorReset();
}

void GdalErrors::take(int kind, int number, const char* text)
{
    Q_UNUSED(number)
    auto* errors = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
    if (!errors || kind < CE_Failure)
        return;
    // The first failure names the cause, those after it are its consequences.
    if (errors->m_count++ == 0)
        errors->m_first = QString::fromUtf8(text).simplified();
}

}  // namespace sheen
