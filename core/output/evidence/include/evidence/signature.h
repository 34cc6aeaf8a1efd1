// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/cancel.h"

namespace sheen {

/** What came of signing. */
enum class Signing {
    Signed,
    NoKey,   //!< GnuPG is not installed, or the user has no secret key
    Failed,  //!< `words` says why, as GnuPG does
};

struct SigningResult
{
    Signing state = Signing::NoKey;
    QString words;
};

/**
 * Signs a file with the user's own key of GnuPG; the signature is written beside it, as FILE.asc. GnuPG may
 * ask for the key's password. Does not throw; `cancel` ends it.
 */
SigningResult signFile(const QString& path, const Cancel* cancel = nullptr);

enum class SignatureState {
    None,        //!< there is no signature
    Good,        //!< made by `signer` over what is there now
    Bad,         //!< made over something else
    NotChecked,  //!< GnuPG or the signer's public key is not here
};

struct SignatureCheck
{
    SignatureState state = SignatureState::None;
    QString signer;  //!< name as the key has it; of what was not checked the key's number
};

/** Checks the signature of a file. Does not throw. */
SignatureCheck checkSignature(const QString& path, const QString& signaturePath);

}  // namespace sheen
