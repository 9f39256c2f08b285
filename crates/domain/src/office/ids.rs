//! Typed identifiers. All are `UUIDv7`: sortable by creation, guessable by nobody who matters,
//! because what may not be seen answers like what does not exist.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

ids! {
    /// A node of the organisation tree.
    UnitId,
    /// A place in a unit. Work belongs to posts, never to persons.
    PostId,
    /// A human being with an account.
    PersonId,
    /// A person holding a post from a date.
    ChargeId,
    /// A person assisting at a post for a time.
    DelegationId,
    /// One sign-in, until it is signed out, expires or is revoked.
    SessionId,
    /// An incoming paper (dak).
    ReceiptId,
    /// An e-mail that came in.
    MailId,
    /// The bytes of a paper, as uploaded.
    DocumentId,
    /// A file: note portion and correspondence portion under one number.
    FileId,
    /// A head or sub-head of a section's file index.
    HeadId,
    /// A submitted note, agreement or docket.
    NoteId,
    /// A note that its author is still writing.
    DraftId,
    /// A paper in the correspondence portion of a file.
    PaperId,
    /// An outgoing communication, from its first draft on.
    CommunicationId,
    /// A communication that was issued.
    IssueId,
    /// An issued communication on its way to one of those who are to have it.
    DispatchId,
    /// Somebody outside the office whose address is kept.
    ContactId,
    /// A group of the address book.
    GroupId,
    /// How a form is set, in the office or in a unit.
    TemplateId,
    /// One version of a template.
    TemplateVersionId,
    /// Something that an officer said about a draft.
    RemarkId,
    /// One step in the history of a file or receipt.
    MovementId,
    /// An entry of the ledger.
    EntryId,
    /// A passkey of a person.
    PasskeyId,
    /// A statement that waits for its officer's signature.
    PreparationId,
    /// One run of the organisation import.
    ImportId,
    /// A file that is made into one document and one archive.
    ExportId,
    /// A key that seals secrets of the database.
    EncryptionKeyId,
    /// A key that the office keeps for an officer to sign with.
    SigningKeyId,
    /// An authority for certificates.
    AuthorityId,
    /// An officer\'s certificate.
    CertificateId,
}

/// How often a mutable resource has changed, starting at 1. Sent as `ETag`, asked for by `If-Match`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub i64);

impl Version {
    /// The version of a resource that was just made.
    pub const FIRST: Self = Self(1);

    /// The version after one more change.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
