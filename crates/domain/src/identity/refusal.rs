use crate::office::refusals;

refusals! {
    /// Refusals of accounts and sessions.
    IdentityRefusal {
        /// A user name is 3 to 64 Latin letters, digits, dots, hyphens and underscores, and starts with a letter.
        UserNameShape => "user-name-shape", Invalid, "/user_name";
        /// Fewer than 12 characters.
        PasswordTooShort => "password-too-short", Invalid, "/new_password";
        /// More than 256 characters.
        PasswordTooLong => "password-too-long", Invalid, "/new_password";
        /// Too easy to guess.
        PasswordTooWeak => "password-too-weak", Invalid, "/new_password";
        /// The new password is the old one.
        PasswordSame => "password-same", Invalid, "/new_password";
        /// The current password is not this one.
        PasswordWrong => "password-wrong", Invalid, "/current_password";
        /// The code of the phone is not good now, or was used before.
        CodeWrong => "code-wrong", Invalid, "/code";
        /// No unused code on paper is this one.
        RecoveryCodeWrong => "recovery-code-wrong", Invalid, "/recovery_code";
        /// None, or more than one, of the ways to prove a factor was given.
        OneProof => "one-proof", Invalid, "";
        /// A password proves nothing more to somebody who has a second factor.
        PasswordNotEnough => "password-not-enough", Invalid, "/password";
        /// No passkey of this person that is good has this id.
        PasskeyUnknown => "passkey-unknown", Invalid, "/assertion";
        /// A factor must be proved again first.
        ProofStale => "factor-proof-required", Forbidden;
        /// No secret is waiting to be confirmed, or it has waited too long.
        TotpNotOffered => "totp-not-offered", Conflict;
        /// There is no phone to be removed.
        NoTotp => "totp-none", Conflict;
        /// There is no second factor that codes on paper could stand in for.
        NoFactor => "factor-none", Conflict;
        /// It is the only factor of somebody who must have one.
        LastFactor => "last-factor", Conflict;
        /// Browsers make no passkeys for the office's address.
        NoPasskeysHere => "passkeys-impossible", Conflict;
        /// The challenge has expired, was answered before, or was meant for somebody or something else.
        ChallengeUnknown => "challenge-unknown", Conflict;
        /// The credential is enrolled already.
        PasskeyKnown => "passkey-known", Conflict;
        /// The person has as many passkeys as anybody may.
        TooManyPasskeys => "too-many-passkeys", Conflict;
        /// The name is empty, too long, or misleads.
        PasskeyName => "passkey-name", Invalid, "/name";
        /// The passkey was revoked.
        PasskeyRevoked => "passkey-revoked", Conflict;
        /// The passkey is approved already.
        PasskeyApproved => "passkey-approved", Conflict;
        /// Nobody approves his own passkey.
        OwnPasskey => "own-passkey", Forbidden;
        /// Nobody resets his own factors.
        OwnFactors => "own-factors", Forbidden;
    }
}
