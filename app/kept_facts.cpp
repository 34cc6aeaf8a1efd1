// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_facts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "base/error.h"
#include "flight/identity.h"
#include "ships/flight_window.h"

namespace sheen {

namespace {

const QString digestName = QStringLiteral("recording_digest");
const QString identityKey = QStringLiteral("parts_sha256");

struct ShipsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Ships)
};

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
    input.ships = ships ? &*ships : nullptr;
}

EnteredFacts enteredFactsOf(const Workspace& workspace)
{
    return EnteredFacts::fromJson(workspace.kept(EnteredFacts::keptName()));
}

void keepEnteredFacts(Workspace& workspace, const EnteredFacts& facts)
{
    workspace.keep(EnteredFacts::keptName(), facts.toJson());
}

void keepAisFiles(Workspace& workspace, const QStringList& files)
{
    workspace.keep(keptAisName(), aisFilesToJson(files));
}

QStringList readableFiles(const QStringList& files)
{
    QStringList readable;
    for (const QString& path : files) {
        QFile file(path);
        if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
            throw Error(
                ShipsText::tr("The file of AIS \"%1\" cannot be read. Check its name and that you may read "
                              "it.")
                    .arg(path),
                ErrorKind::Unreadable);
        readable << QFileInfo(path).absoluteFilePath();
    }
    return readable;
}

namespace {

/** Nothing, with a notice, where it cannot be computed. */
std::optional<RecordingDigest> digestOf(Workspace& workspace, const Flight& flight, ProgressReport& progress,
                                        const Cancel* cancel)
{
    const RecordingIdentity identity = identityOf(flight.info().path);
    if (const auto known = knownDigest(workspace, identity))
        return known;
    try {
        RecordingDigest digest = digestOfRecording(
            flight.info().path,
            [&progress](double share) { progress.productProgress(Product::Report, 0.1 * share); }, cancel);
        digest.durationSeconds = flight.info().durationSeconds;
        QJsonObject kept = digestToJson(digest);
        kept.insert(identityKey, identity.partsSha256);
        workspace.keep(digestName, kept);
        return digest;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            progress.notice(error.sentence());
        return std::nullopt;
    }
}

/** Likewise. */
std::optional<ShipFindings> shipsOf(const Workspace& workspace, const EnteredFacts& entered,
                                    ProgressReport& progress, const Cancel* cancel)
{
    const QStringList files = aisFilesFromJson(workspace.kept(keptAisName()));
    if (files.isEmpty())
        return std::nullopt;
    try {
        ShipFindings findings = findShips(files, workspace.slicks(), entered, cancel);
        for (const QString& note : shipNotes(findings, entered))
            progress.notice(note);
        return findings;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            progress.notice(error.sentence());
        return std::nullopt;
    }
}

}  // namespace

KeptFacts keptFacts(Workspace& workspace, const Flight* flight, const std::set<Product>& products,
                    ProgressReport& progress, const Cancel* cancel)
{
    KeptFacts facts{enteredFactsOf(workspace), workspace.edits(), std::nullopt, std::nullopt};
    const bool reported = products.count(Product::Report) > 0 || products.count(Product::Evidence) > 0;
    const auto cancelled = [cancel] { return cancel && cancel->requested(); };
    if (reported && flight && !cancelled())
        facts.recording = digestOf(workspace, *flight, progress, cancel);
    if ((reported || products.count(Product::Ships) > 0) && !cancelled())
        facts.ships = shipsOf(workspace, facts.entered, progress, cancel);
    return facts;
}

}  // namespace sheen
