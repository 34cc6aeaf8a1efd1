// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "base/cancel.h"
#include "data/entered_facts.h"
#include "evidence/recording_digest.h"
#include "flight/flight.h"
#include "output/products.h"
#include "progress_report.h"
#include "ships/ship_findings.h"
#include "workspace/workspace.h"

namespace sheen {

/** What a workspace keeps beside frames and slicks, and products say. */
struct KeptFacts
{
    EnteredFacts entered;
    std::vector<Edit> edits;
    std::optional<RecordingDigest> recording;  //!< std::nullopt where it is not at hand, or nobody asks
    std::optional<ShipFindings> ships;         //!< std::nullopt where no AIS was given, or nobody asks

    /** Lets an input point to all of it. */
    void fill(ProductInput& input) const;
};

/** What a person entered, as a workspace keeps it. */
EnteredFacts enteredFactsOf(const Workspace& workspace);
void keepEnteredFacts(Workspace& workspace, const EnteredFacts& facts);

/** Which files of AIS were given for a flight. */
void keepAisFiles(Workspace& workspace, const QStringList& files);
/** Absolute paths. Throws Error(Unreadable) with a sentence that names the first that cannot be read, or is
 * no AIS. */
QStringList readableAisFiles(const QStringList& files);
/** The absolute path of a report's template, empty of none. Throws Error(Unreadable) where it cannot be used.
 */
QString readableTemplate(const QString& path);

/**
 * Reads all of it. The recording's SHA-256 is computed where a product says it, and kept in the workspace as
 * long as the recording is the same. Throws Error.
 */
KeptFacts keptFacts(Workspace& workspace, const Flight* flight, const std::set<Product>& products,
                    ProgressReport& progress, const Cancel* cancel);

}  // namespace sheen
