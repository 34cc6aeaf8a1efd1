// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence_package.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "base/error.h"
#include "base/part_folder.h"
#include "base/whole_file.h"
#include "evidence/bag.h"
#include "evidence/concerned_frames.h"
#include "evidence/recording_digest.h"
#include "evidence/signature.h"
#include "evidence/zip_package.h"
#include "report/report.h"
#include "tables/edits_csv.h"
#include "tables/summary.h"
#include "version_text.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Evidence)
};

const QString bagName = QStringLiteral("evidence");

/** One package while it is put together. */
class EvidenceWriter
{
public:
    EvidenceWriter(const ProductInput& input, const Workspace& workspace, ProgressReport& progress,
                   const Cancel* cancel)
        : m_input(input), m_workspace(workspace), m_progress(progress), m_cancel(cancel)
    {}

    /** Fills the folder of the bag and seals it. */
    void write(const QString& bag)
    {
        const QDir data(bag + QStringLiteral("/data"));
        if (!data.mkpath(QStringLiteral(".")))
            throw Error(EvidenceText::tr("The folder \"%1\" cannot be made.").arg(data.path()));
        m_workspace.copyTo(data.filePath(QStringLiteral("sheen.gpkg")));
        step(0.1);
        for (const QString& sentence : writeProducts(
                 m_input, {Product::Csv, Product::GeoJson, Product::Messages, Product::Gpx, Product::Ships},
                 data.path(), {}, m_cancel))
            m_progress.notice(sentence);
        if (m_input.edits)
            writeEditsCsv(*m_input.edits, data.filePath(QStringLiteral("edits.csv")));
        writeSummary(m_input.facts, m_input.slicks, data.filePath(QStringLiteral("summary.json")));
        step(0.2);
        writeReport(m_input, data.filePath(QStringLiteral("report.pdf")), m_cancel);
        step(0.5);
        addFrames(data);
        addModel(data);
        if (m_input.recording)
            writeWholeFile(data.filePath(QStringLiteral("recording-sha256.txt")),
                           checksumLines(m_input.recording->files));
        writeWholeFile(data.filePath(QStringLiteral("versions.txt")), versionText().toUtf8());
        step(0.7);
        sealBag(bag, info(), m_cancel);
        sign(bag + QStringLiteral("/tagmanifest-sha256.txt"));
        step(0.8);
    }

private:
    void step(double share)
    {
        if (m_cancel && m_cancel->requested())
            throw Error(EvidenceText::tr("Cancelled."), ErrorKind::Cancelled);
        m_progress.productProgress(Product::Evidence, share);
    }

    void addFrames(const QDir& data)
    {
        if (!m_input.flight) {
            m_progress.notice(EvidenceText::tr(
                "The recording is not at hand: the evidence package has neither frames nor its SHA-256."));
            return;
        }
        const int missing = writeConcernedFrames(m_input.frames, m_input.slicks, *m_input.flight,
                                                 data.filePath(QStringLiteral("frames")), m_cancel);
        if (missing > 0)
            m_progress.notice(
                EvidenceText::tr("%n frame(s) could not be read again and are not in the evidence package.",
                                 nullptr, missing));
    }

    /** A model that was taught on this flight exists nowhere else. */
    void addModel(const QDir& data)
    {
        const ModelCard& model = m_input.facts.model;
        if (!model.json.contains(QLatin1String("taught")))
            return;
        const QString target = data.filePath(QStringLiteral("model/model.pt"));
        const bool same = QFile::exists(model.path) && digestOfFile(model.path, {}).sha256 == model.sha256;
        if (!same || !data.mkpath(QStringLiteral("model")) || !QFile::copy(model.path, target))
            m_progress.notice(
                EvidenceText::tr("The taught model \"%1\" is not there as it was: it is not in the evidence "
                                 "package.")
                    .arg(model.path));
    }

    BagInfo info() const
    {
        const EnteredFacts& entered = m_input.entered;
        const RunFacts& facts = m_input.facts;
        return {
            {QStringLiteral("Source-Organization"), entered.of(EnteredFact::Organisation)},
            {QStringLiteral("Contact-Name"), entered.of(EnteredFact::Observer)},
            {QStringLiteral("External-Identifier"), entered.of(EnteredFact::CaseNumber)},
            {QStringLiteral("External-Description"),
             QStringLiteral("Oil on the sea: %1").arg(facts.flightName)},
            {QStringLiteral("Bag-Software-Agent"), QStringLiteral("Sheen %1").arg(facts.sheenVersion)},
            {QStringLiteral("Recording"), facts.flightPath},
            {QStringLiteral("Recording-Bytes"),
             m_input.recording ? QString::number(m_input.recording->bytes) : QString()},
            {QStringLiteral("Recording-SHA256"), m_input.recording ? m_input.recording->sha256 : QString()},
            {QStringLiteral("Model"), facts.model.name + QLatin1Char(' ') + facts.model.version},
            {QStringLiteral("Model-SHA256"), facts.model.sha256},
        };
    }

    void sign(const QString& tagManifest)
    {
        const SigningResult result = signFile(tagManifest, m_cancel);
        if (result.state == Signing::NoKey)
            m_progress.notice(
                EvidenceText::tr("The evidence package is not signed: GnuPG has no key of yours. Whoever can "
                                 "write it can change files and manifests alike."));
        else if (result.state == Signing::Failed)
            m_progress.notice(
                EvidenceText::tr("The evidence package is not signed: GnuPG did not sign it (%1).")
                    .arg(result.words));
    }

    const ProductInput& m_input;
    const Workspace& m_workspace;
    ProgressReport& m_progress;
    const Cancel* m_cancel;
};

}  // namespace

void writeEvidence(const ProductInput& input, const Workspace& workspace, const QString& folder,
                   ProgressReport& progress, const Cancel* cancel)
{
    const PartFolder parts(folder);
    const QString bag = parts.path(bagName);
    EvidenceWriter(input, workspace, progress, cancel).write(bag);
    if (!fitsIntoZip(bag)) {
        const QString target = QDir(folder).filePath(bagName);
        if (QFileInfo::exists(target))
            throw Error(
                EvidenceText::tr(
                    "The evidence package is too large for a ZIP file, and the folder \"%1\" is there "
                    "already. Move it away and export again.")
                    .arg(target));
        parts.publish(bagName);
        progress.notice(
            EvidenceText::tr("The evidence package is too large for a ZIP file: it is the folder \"%1\".")
                .arg(target));
        return;
    }
    const QString zip = QStringLiteral("evidence.zip");
    zipFolder(
        bag, parts.path(zip),
        [&progress](double share) { progress.productProgress(Product::Evidence, 0.8 + 0.2 * share); },
        cancel);
    parts.publish(zip);
}

}  // namespace sheen
