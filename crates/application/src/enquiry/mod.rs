//! What anybody may ask the office without an account. Nothing here changes anything but the count of who asked in vain.
//!
//! Whatever cannot be answered is answered alike, and after the same work: one count, one question to the database, one
//! comparison, whether the number is unknown, the code malformed or of another paper.

mod asking;
mod issues;
mod receipts;

pub use issues::{AmendedPublicly, PublicIssue, by_code, by_token, public_document};
pub use receipts::{Tracked, track};
