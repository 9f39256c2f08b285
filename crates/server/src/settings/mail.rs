//! E-mail.

use crate::failure::Failure;
use crate::http::certificates;
use daftar_application::mail::{Encryption, Mailer, Relay, Sender};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::net::IpAddr;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// E-mail.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MailSettings {
    /// The folder in which a mail server lays what comes in: below it a folder for each registry, named by the unit's code,
    /// with one mail a file, or a Maildir. Empty takes no mail in.
    pub(crate) folder: PathBuf,
    /// The host of the mail server that takes what goes out. Empty sends no mail: letters go by post.
    pub(crate) server: String,
    /// Its port.
    pub(crate) port: u16,
    /// `starttls`, `tls` from the first byte, or `none` for a server on the same machine.
    pub(crate) encryption: EncryptionSetting,
    /// Who the office is there; empty signs in as nobody.
    pub(crate) user: String,
    /// The file with the password, of the mode 0600. The password itself never stands in the configuration.
    pub(crate) password_file: PathBuf,
    /// Certificates (PEM) of authorities that the server's own may be signed by, beside those that browsers know; empty for
    /// none.
    pub(crate) roots: PathBuf,
    /// The address that letters are sent from. Reports of mail servers go there: it belongs into a registry's folder.
    pub(crate) from: String,
    /// The name that they are sent under.
    pub(crate) from_name: String,
    /// What the office calls itself to the server; empty takes the host of `from`.
    pub(crate) hello: String,
    /// Where answers go that are meant for a registry; without one they go to `from`.
    pub(crate) registries: Vec<RegistryAddress>,
}

/// Where answers go that are meant for a registry.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegistryAddress {
    /// The code of its unit.
    pub(crate) unit: String,
    /// Its address of e-mail.
    pub(crate) address: String,
}

/// How the way to the mail server is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EncryptionSetting {
    /// Not at all: for a server on the same machine.
    None,
    /// `STARTTLS`, and nothing without it.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            folder: PathBuf::new(),
            server: String::new(),
            port: 587,
            encryption: EncryptionSetting::StartTls,
            user: String::new(),
            password_file: PathBuf::new(),
            roots: PathBuf::new(),
            from: String::new(),
            from_name: String::new(),
            hello: String::new(),
            registries: Vec::new(),
        }
    }
}

impl MailSettings {
    /// Refuses a mail server that is described in part, or that the office would speak to in the open.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let wrong = |key, problem: &str| {
            Err(Failure::Setting {
                key,
                problem: problem.to_owned(),
            })
        };
        if self.server.is_empty() {
            return Ok(());
        }
        if self.from.is_empty() {
            return wrong("mail.from", "is needed for a mail server");
        }
        if self.user.is_empty() != self.password_file.as_os_str().is_empty() {
            return wrong("mail.password_file", "belongs to mail.user: name both or neither");
        }
        if self.encryption == EncryptionSetting::None {
            if !is_this_machine(&self.server) {
                return wrong("mail.encryption", "none is for a server on this machine only");
            }
            if !self.user.is_empty() {
                return wrong("mail.encryption", "a password is not sent without encryption");
            }
        }
        Ok(())
    }

    /// The way out for mail, if a server is named. The password and the roots are read; nothing is asked of the server.
    pub(crate) fn mailer(&self) -> Result<Option<Mailer>, Failure> {
        self.check()?;
        if self.server.is_empty() {
            return Ok(None);
        }
        let login = if self.user.is_empty() {
            None
        } else {
            Some((self.user.clone(), password(&self.password_file)?))
        };
        let roots = if self.roots.as_os_str().is_empty() {
            Vec::new()
        } else {
            certificates(&self.roots)?.iter().map(|root| root.to_vec()).collect()
        };
        let host = self.from.rsplit('@').next().unwrap_or_default();
        let relay = Relay {
            host: self.server.clone(),
            port: self.port,
            encryption: match self.encryption {
                EncryptionSetting::None => Encryption::None,
                EncryptionSetting::StartTls => Encryption::StartTls,
                EncryptionSetting::Tls => Encryption::Tls,
            },
            login,
            roots,
            hello: if self.hello.is_empty() { host } else { &self.hello }.to_owned(),
        };
        let registries = self.registries.iter().cloned();
        let sender = Sender {
            address: self.from.clone(),
            name: self.from_name.clone(),
            registries: registries.map(|registry| (registry.unit, registry.address)).collect(),
        };
        let mailer = Mailer::new(&relay, sender).map_err(|error| Failure::Setting {
            key: "mail",
            problem: error.to_string(),
        });
        mailer.map(Some)
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The password in a file that nobody else may read.
fn password(path: &Path) -> Result<SecretString, Failure> {
    let metadata = fs::metadata(path).map_err(Failure::file(path))?;
    if metadata.mode() & 0o077 != 0 {
        let open = io::Error::other("others than its owner may use it; its mode must be 0600");
        return Err(Failure::file(path)(open));
    }
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    let password = text.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Failure::file(path)(io::Error::other("there is no password in it")));
    }
    Ok(password.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn here() -> MailSettings {
        MailSettings {
            server: "127.0.0.1".to_owned(),
            encryption: EncryptionSetting::None,
            from: "office@finance.example.gov.pk".to_owned(),
            ..MailSettings::default()
        }
    }

    fn refused(settings: &MailSettings) -> String {
        settings.mailer().unwrap_err().to_string()
    }

    #[test]
    fn without_a_server_no_mail_is_sent() {
        assert!(MailSettings::default().mailer().unwrap().is_none());
        assert!(here().mailer().unwrap().is_some());
    }

    #[test]
    fn a_way_in_the_open_leads_to_this_machine_only() {
        let elsewhere = MailSettings {
            server: "mail.example.gov.pk".to_owned(),
            ..here()
        };
        assert!(refused(&elsewhere).contains("mail.encryption"));
        let guarded = MailSettings {
            encryption: EncryptionSetting::StartTls,
            ..elsewhere
        };
        assert!(guarded.mailer().unwrap().is_some());
    }

    #[test]
    fn what_is_named_in_part_or_is_no_address_is_refused() {
        let nobody = MailSettings {
            from: String::new(),
            ..here()
        };
        assert!(refused(&nobody).contains("mail.from"));
        let half = MailSettings {
            user: "office".to_owned(),
            ..here()
        };
        assert!(refused(&half).contains("mail.password_file"));
        let astray = MailSettings {
            registries: vec![RegistryAddress {
                unit: "FD-RI".to_owned(),
                address: "the registry".to_owned(),
            }],
            ..here()
        };
        assert!(refused(&astray).contains("'the registry' is no address"));
    }

    #[test]
    fn the_password_lies_in_a_file_of_ones_own() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        fs::write(&file, "s3cret\n").unwrap();
        let settings = MailSettings {
            encryption: EncryptionSetting::Tls,
            user: "office".to_owned(),
            password_file: file.clone(),
            ..here()
        };
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(refused(&settings).contains("0600"));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(settings.mailer().unwrap().is_some());
        fs::write(&file, "\n").unwrap();
        assert!(refused(&settings).contains("no password"));
    }
}
