// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_facts.h"

#include "base/error.h"
#include "flight/identity.h"

namespace sheen {

namespace {

const QString digestName = QStringLiteral("recording_digest");
const QString identityKey = QStringLiteral("parts_sha256");

/** As it was computed before, where the recording is the same. */
std::optional<RecordingDigest> knownDigest(const Workspace& workspace, const RecordingIdentity& identity)
{
    const QJsonObject kept = workspace.kept(digestName);
    if (!identity.isKnown() || kept.value(identityKey).toString() != identity.partsSha256)
        return std::nullopt;
    RecordingDigest digest = digestFromJson(kept);
    if (digest.files.empty() || digest.bytes != identity.bytes)
        return std::nullopt;
    return digest;
}

}  // namespace

void KeptFacts::fill(ProductInput& input) const
{
    input.entered = entered;
    input.edits = &edits;
    input.recording = recording ? &*recording : nullptr;
}

EnteredFacts enteredFactsOf(const Workspace& workspace)
{
    return EnteredFacts::fromJson(workspace.kept(EnteredFacts::keptName()));
}

void keepEnteredFacts(Workspace& workspace, const EnteredFacts& facts)
{
    workspace.keep(EnteredFacts::keptName(), facts.toJson());
}

KeptFacts keptFacts(Workspace& workspace, const Flight* flight, const std::set<Product>& products,
                    ProgressReport& progress, const Cancel* cancel)
{
    KeptFacts facts{enteredFactsOf(workspace), workspace.edits(), std::nullopt};
    const bool wanted = products.count(Product::Report) > 0 || products.count(Product::Evidence) > 0;
    if (!wanted || !flight || (cancel && cancel->requested()))
        return facts;
    const RecordingIdentity identity = identityOf(flight->info().path);
    facts.recording = knownDigest(workspace, identity);
    if (facts.recording)
        return facts;
    try {
        RecordingDigest digest = digestOfRecording(
            flight->info().path,
            [&progress](double share) { progress.productProgress(Product::Report, 0.1 * share); }, cancel);
        digest.durationSeconds = flight->info().durationSeconds;
        QJsonObject kept = digestToJson(digest);
        kept.insert(identityKey, identity.partsSha256);
        workspace.keep(digestName, kept);
        facts.recording = std::move(digest);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            progress.notice(error.sentence());
    }
    return facts;
}

}  // namespace sheen
