// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include "application.h"
#include "base/error.h"
#include "console.h"
#include "early_options.h"
#include "evidence/bag_check.h"
#include "platform/interruption.h"

namespace sheen {

namespace {

struct VerifyCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::VerifyCommand)
};

std::optional<QString> parsePackage(const QStringList& arguments, ExitStatus& status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(VerifyCommandText::tr(
        "Compares every file of an evidence package with its manifests, and checks its signature."));
    parser.addPositionalArgument(QStringLiteral("verify"), QString(), QStringLiteral("verify"));
    parser.addPositionalArgument(
        QStringLiteral("PACKAGE"),
        VerifyCommandText::tr("An evidence.zip, or the folder that was unpacked from one."));
    if (!parseCommandLine(parser, arguments, status))
        return std::nullopt;
    std::optional<QString> package;
    status = guarded([&] {
        if (operands(parser).size() != 1)
            throw Error(
                VerifyCommandText::tr("sheen verify needs one package (an evidence.zip or its folder)."),
                ErrorKind::Usage);
        package = operands(parser).first();
        return ExitStatus::Done;
    });
    return package;
}

void printNames(const QString& sentence, const QStringList& names)
{
    for (const QString& name : names)
        printLine(sentence.arg(name));
}

QString signatureText(const SignatureCheck& signature)
{
    switch (signature.state) {
        case SignatureState::Good:
            return VerifyCommandText::tr("The signature is good: %1.").arg(signature.signer);
        case SignatureState::Bad:
            return VerifyCommandText::tr("The signature is BAD: it was made over something else.");
        case SignatureState::NotChecked:
            return signature.signer.isEmpty()
                       ? VerifyCommandText::tr("The signature was not checked: GnuPG is not installed.")
                       : VerifyCommandText::tr(
                             "The signature was not checked: the public key %1 is not here. Import it and "
                             "check again.")
                             .arg(signature.signer);
        case SignatureState::None:
            break;
    }
    return VerifyCommandText::tr(
        "There is no signature: whoever could write the package could change files and manifests "
        "alike.");
}

ExitStatus verify(const QString& package, const Cancel& cancel)
{
    const BagCheck check = checkBag(package, &cancel);
    printNames(VerifyCommandText::tr("altered: %1"), check.altered);
    printNames(VerifyCommandText::tr("missing: %1"), check.missing);
    printNames(VerifyCommandText::tr("added: %1"), check.added);
    printLine(signatureText(check.signature));
    if (!check.isIntact())
        throw Error(VerifyCommandText::tr(
                        "The package \"%1\" is not as it was made: %2 files altered, %3 missing, %4 added.")
                        .arg(package)
                        .arg(check.altered.size())
                        .arg(check.missing.size())
                        .arg(check.added.size()));
    printLine(VerifyCommandText::tr("%1 files are as they were when the package was made.").arg(check.files));
    return ExitStatus::Done;
}

}  // namespace

ExitStatus verifyCommand(int& argc, char** argv)
{
    ExitStatus status = ExitStatus::Done;
    const std::optional<QString> package = parseEarly(argc, argv, status, parsePackage);
    if (!package)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, false);
    return guarded([&] { return verify(*package, cancel); });
}

}  // namespace sheen
