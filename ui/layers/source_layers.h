#pragma once

#include <QCoreApplication>
#include <memory>
#include <vector>

#include "ui/layers/map_source.h"

class QgsMapLayer;

namespace sheen {

/** What a source shows, opened. Layers belong to the thread that they were opened for. */
struct SourceLayers
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SourceLayers)

public:
    struct One
    {
        std::unique_ptr<QgsMapLayer> layer;
        bool isVisible = true;  //!< at first; of a chart with dozens of tables only some are
    };
    std::vector<One> layers;  //!< from the top
    QString sentence;         //!< why there is none; or what is worth knowing of them

    SourceLayers();
    SourceLayers(SourceLayers&&) noexcept;
    SourceLayers& operator=(SourceLayers&&) noexcept;
    ~SourceLayers();
};

/**
 * Opens a file for reading, or asks a server what it has; in whatever thread, for that of the application.
 * Layers of one file come apart: points, lines, areas and rasters, from the top. Never throws.
 */
SourceLayers openSource(const MapSource& source);

}  // namespace sheen
