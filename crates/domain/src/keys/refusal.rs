use crate::office::refusals;

refusals! {
    /// Refusals of keys.
    KeyRefusal {
        /// The office has no key with this id.
        KeyUnknown => "key-unknown", Conflict;
        /// New secrets are sealed with it.
        KeyCurrent => "key-current", Conflict;
        /// Secrets of the database open with it alone.
        KeyInUse => "key-in-use", Conflict;
        /// An officer's key that signs no more.
        SigningKeyRetired => "signing-key-retired", Conflict;
    }
}
