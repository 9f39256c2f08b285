//! What a command answers: small, the same everywhere, and stored for idempotent repetition.

use super::Version;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Something the officer should know about an act that was done all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Rule 7: more than two officers below the secretary have noted on this case.
    ManyNotingOfficers,
    /// The file passed 300 pages; a new volume is due.
    VolumeFull,
    /// The post that it went to has nobody in charge.
    VacantPost,
    /// The address book has an entry of this name and e-mail already.
    SameContact,
    /// The document was issued without a time stamp: the authority could not be had, and none is required.
    NoTimeStamp,
}

/// The outcome of an official act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The resource that was made or changed.
    pub id: Uuid,
    /// Its version after the act.
    pub version: Version,
    /// The official number, where the act allotted one.
    pub number: Option<String>,
    /// Paragraphs that became permanent, first and last.
    pub paragraphs: Option<(i32, i32)>,
    /// The digest of the ledger entry, hex: the officer's receipt for the act.
    pub entry: String,
    /// What the officer should know.
    pub warnings: Vec<Warning>,
}
