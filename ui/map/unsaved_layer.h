// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgspluginlayer.h>

namespace sheen {

/** A layer that is made anew whenever it is needed: no project saves it, and it is drawn in its own CRS
 * alone. */
class UnsavedLayer : public QgsPluginLayer
{
public:
    using QgsPluginLayer::QgsPluginLayer;

    void setTransformContext(const QgsCoordinateTransformContext&) override {}
    bool readSymbology(const QDomNode&, QString&, QgsReadWriteContext&, StyleCategories) override
    {
        return true;
    }
    bool writeSymbology(QDomNode&, QDomDocument&, QString&, const QgsReadWriteContext&,
                        StyleCategories) const override
    {
        return true;
    }
};

}  // namespace sheen
