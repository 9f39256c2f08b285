use crate::office::refusals;

refusals! {
    /// Refusals of certificates.
    CertificateRefusal {
        /// It was revoked before.
        CertificateRevoked => "certificate-revoked", Conflict;
        /// What was given is no chain of certificates that leads from an authority to its root.
        ChainInvalid => "certificate-chain-invalid", Invalid;
        /// The first certificate of a chain may not issue others.
        NotAnAuthority => "certificate-not-an-authority", Invalid;
        /// One of the certificates of a chain is not valid now.
        ChainNotValid => "certificate-not-valid", Conflict;
        /// The secret key is not the certificate's.
        KeyMismatch => "certificate-key-mismatch", Invalid;
        /// A key that is none on P-256.
        KeyUnsupported => "certificate-key-unsupported", Invalid;
        /// The office has no authority yet, and no name to make one with.
        NoOfficeYet => "certificate-no-office", Conflict;
    }
}
