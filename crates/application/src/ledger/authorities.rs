//! The office's certificates and lists, for whoever checks signed documents elsewhere.

use crate::certificates::{certificate, list};
use crate::office::{Error, Office};
use daftar_domain::certificates::AuthorityKind;

/// What there is of them, DER, by the names that archives give them.
pub(crate) async fn root_and_lists(office: &Office) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut all = Vec::new();
    for kind in [AuthorityKind::Root, AuthorityKind::Issuing] {
        if let Some(certificate) = certificate(office, kind).await? {
            all.push((format!("{kind}.der"), certificate.der().to_vec()));
        }
        if let Some(list) = list(office, kind).await? {
            all.push((format!("{kind}.crl"), list));
        }
    }
    Ok(all)
}
