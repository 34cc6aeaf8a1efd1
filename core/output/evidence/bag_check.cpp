// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/bag_check.h"

#include <QFile>
#include <QTemporaryDir>
#include <map>

#include "bag_files.h"
#include "bag_names.h"
#include "base/error.h"
#include "evidence_text.h"

namespace sheen {

namespace {

using Digests = std::map<QString, QString>;  //!< SHA-256 by name

/** What a manifest says; nothing where it is missing. A manifest that cannot be read was altered. */
Digests readManifest(const BagFiles& files, const char* name, BagCheck& check)
{
    const QString manifest = QLatin1String(name);
    if (!files.has(manifest)) {
        check.missing << manifest;
        return {};
    }
    const auto lines = filesOfManifest(files.read(manifest));
    if (!lines) {
        check.altered << manifest;
        return {};
    }
    Digests digests;
    for (const FileDigest& file : *lines)
        digests[file.name] = file.sha256;
    return digests;
}

void compare(const BagFiles& files, const Digests& digests, const Cancel* cancel, BagCheck& check)
{
    for (const auto& [name, sha256] : digests) {
        if (!files.has(name))
            check.missing << name;
        else if (files.digest(name, cancel).sha256 != sha256)
            check.altered << name;
        else
            ++check.files;
    }
}

SignatureCheck signatureOf(const BagFiles& files)
{
    if (!files.has(QLatin1String(bag::signature)))
        return {};
    const QTemporaryDir folder;
    for (const char* name : {bag::tagManifest, bag::signature}) {
        QFile copy(folder.filePath(QLatin1String(name)));
        if (!copy.open(QIODevice::WriteOnly) || copy.write(files.read(QLatin1String(name))) < 0)
            return {SignatureState::NotChecked, {}};
    }
    return checkSignature(folder.filePath(QLatin1String(bag::tagManifest)),
                          folder.filePath(QLatin1String(bag::signature)));
}

}  // namespace

BagCheck checkBag(const QString& path, const Cancel* cancel)
{
    const BagFiles files(path);
    const bool anyOfIt = files.has(QLatin1String(bag::declaration)) ||
                         files.has(QLatin1String(bag::manifest)) ||
                         files.has(QLatin1String(bag::tagManifest));
    if (!anyOfIt)
        throw Error(
            EvidenceText::tr("\"%1\" is no evidence package: it has no manifest with SHA-256.").arg(path),
            ErrorKind::Unreadable);
    BagCheck check;
    const Digests payload = readManifest(files, bag::manifest, check);
    const Digests tags = readManifest(files, bag::tagManifest, check);
    compare(files, payload, cancel, check);
    compare(files, tags, cancel, check);
    for (const QString& name : files.names()) {
        const bool ofTheBag = name == QLatin1String(bag::tagManifest) ||
                              name == QLatin1String(bag::signature) ||
                              (name == QLatin1String(bag::manifest) && tags.empty());
        if (!ofTheBag && payload.count(name) == 0 && tags.count(name) == 0)
            check.added << name;
    }
    check.missing.removeDuplicates();
    check.altered.removeDuplicates();
    check.signature = signatureOf(files);
    return check;
}

}  // namespace sheen
