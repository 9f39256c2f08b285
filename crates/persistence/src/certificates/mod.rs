//! The office's authorities for certificates, and officers' certificates.

mod authorities;
mod officers;

use crate::database::{Error, repository};

repository! {
    /// Authorities, their lists, and officers' certificates.
    Certificates, certificates
}

pub use authorities::{KeptAuthority, KeptList};

/// Bytes out of a column of hex.
fn bytes(column: &str) -> Result<Vec<u8>, Error> {
    hex::decode(column).map_err(|_| Error::Inconsistent {
        table: "certificates",
        problem: "a certificate is not in hex".to_owned(),
    })
}
