//! Where the keys lie that seal the secrets of the database.

use crate::failure::Failure;
use daftar_application::keys::{RingSettings, TokenSettings};
use daftar_domain::keys::KeyKind;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Where the keys lie that seal the secrets of the database.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct KeySettings {
    /// `file`: in `secrets/key-encryption-keys` of the data folder; `pkcs11`: in a token or HSM.
    pub(crate) kind: KeyKind,
    /// The PKCS#11 library of the token's maker. It may be named beside `kind = "file"`: its keys then open what they
    /// have sealed, until everything is sealed anew.
    pub(crate) module: PathBuf,
    /// The label of the token.
    pub(crate) token_label: String,
    /// The file with the token's user PIN, of the mode 0600. The PIN itself never stands in the configuration.
    pub(crate) pin_file: PathBuf,
    /// The label of the office's keys in the token.
    pub(crate) key_label: String,
}

impl Default for KeySettings {
    fn default() -> Self {
        Self {
            kind: KeyKind::File,
            module: PathBuf::new(),
            token_label: String::new(),
            pin_file: PathBuf::new(),
            key_label: "daftar".to_owned(),
        }
    }
}

impl KeySettings {
    /// Refuses a token that is named in part.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let has_module = !self.module.as_os_str().is_empty();
        if self.kind != KeyKind::Pkcs11 && !has_module {
            return Ok(());
        }
        let needed = [
            ("keys.module", has_module),
            ("keys.token_label", !self.token_label.is_empty()),
            ("keys.pin_file", !self.pin_file.as_os_str().is_empty()),
            ("keys.key_label", !self.key_label.is_empty()),
        ];
        match needed.into_iter().find(|(_, given)| !given) {
            None => Ok(()),
            Some((key, _)) => Err(Failure::Setting {
                key,
                problem: "is needed for a token".to_owned(),
            }),
        }
    }

    /// The ring of keys, with its file in the data folder.
    pub(crate) fn ring(&self, data: &Path) -> RingSettings {
        let token = (!self.module.as_os_str().is_empty()).then(|| TokenSettings {
            module: self.module.clone(),
            token_label: self.token_label.clone(),
            pin_file: self.pin_file.clone(),
            key_label: self.key_label.clone(),
        });
        RingSettings {
            kind: self.kind,
            file: data.join("secrets/key-encryption-keys"),
            token,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_named_whole_or_not_at_all() {
        let mut keys = KeySettings::default();
        assert!(keys.check().is_ok());
        assert!(keys.ring(Path::new("data")).token.is_none());
        keys.kind = KeyKind::Pkcs11;
        for wrong in ["keys.module", "keys.token_label", "keys.pin_file"] {
            let refused = keys.check().unwrap_err().to_string();
            assert!(refused.contains(wrong), "{refused}");
            match wrong {
                "keys.module" => keys.module = PathBuf::from("/usr/lib/hsm.so"),
                "keys.token_label" => keys.token_label = "office".to_owned(),
                _ => keys.pin_file = PathBuf::from("pin"),
            }
        }
        assert!(keys.check().is_ok());
        assert!(keys.ring(Path::new("data")).token.is_some());
    }
}
