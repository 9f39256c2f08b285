//! Letters as e-mail: writing them, handing them to the office's mail server, and reading what arrives. It knows nothing
//! of files and officers, and keeps nothing.

mod arrived;
mod carrier;
mod letter;
mod report;

pub use arrived::{Arrived, Attached, Unreadable, read};
pub use carrier::{Carrier, Encryption, Failure, Relay, WrongRelay};
pub use letter::{Attachment, Letter, Unwritable, Written, host};
pub use report::{Fate, Report};

#[cfg(test)]
mod tests;
