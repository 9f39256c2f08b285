//! E-mail.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// E-mail.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MailSettings {
    /// The folder in which a mail server lays what comes in: below it a folder for each registry, named by the unit's code,
    /// with one mail a file, or a Maildir. Empty takes no mail in.
    pub(crate) folder: PathBuf,
}
