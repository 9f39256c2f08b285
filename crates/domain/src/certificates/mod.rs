//! Certificates: the office certifies whose key an officer signs documents with, in which post.

mod authority;
mod officer;
mod refusal;

pub use authority::{Authority, AuthorityKind, ISSUING_DAYS, LIST_DAYS, ROOT_DAYS, ROOT_LIST_DAYS, is_list_due};
pub use officer::{Holder, Need, OFFICER_DAYS, OfficerCertificate, RevocationReason, need};
pub use refusal::CertificateRefusal;
