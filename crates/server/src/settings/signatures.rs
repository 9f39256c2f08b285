//! Signatures of issued documents.

use crate::failure::Failure;
use crate::time_stamps::StampPost;
use daftar_application::certificates::TimeStamping;
use daftar_documents::pki::chain_from_pem;
use hyper::Uri;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Signatures of issued documents.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SignatureSettings {
    /// Where a time stamping authority answers (RFC 3161); empty for none.
    pub(crate) time_stamp_url: String,
    /// The roots (PEM) that its certificate must lead to.
    pub(crate) time_stamp_roots: PathBuf,
    /// Whether nothing is issued without its stamp.
    pub(crate) time_stamp_required: bool,
    /// How long an officer waits for it, in seconds.
    pub(crate) time_stamp_seconds: u64,
    /// Certificates (PEM) of authorities that its TLS may be signed by, beside those that browsers know; empty for none.
    pub(crate) tls_roots: PathBuf,
}

impl Default for SignatureSettings {
    fn default() -> Self {
        Self {
            time_stamp_url: String::new(),
            time_stamp_roots: PathBuf::new(),
            time_stamp_required: false,
            time_stamp_seconds: 5,
            tls_roots: PathBuf::new(),
        }
    }
}

impl SignatureSettings {
    /// Refuses an authority that is described in part.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let wrong = |key, problem: &str| {
            Err(Failure::Setting {
                key,
                problem: problem.to_owned(),
            })
        };
        if self.time_stamp_url.is_empty() {
            if self.time_stamp_required {
                return wrong("signatures.time_stamp_url", "is needed where a stamp is required");
            }
            return Ok(());
        }
        let url: Option<Uri> = self.time_stamp_url.parse().ok();
        let ours = url.is_some_and(|url| {
            let host = url.host().is_some_and(|host| !host.is_empty());
            let user = url
                .authority()
                .is_some_and(|authority| authority.as_str().contains('@'));
            matches!(url.scheme_str(), Some("http" | "https")) && host && !user
        });
        if !ours {
            return wrong(
                "signatures.time_stamp_url",
                "must start with http:// or https:// and have no user",
            );
        }
        if self.time_stamp_roots.as_os_str().is_empty() {
            return wrong("signatures.time_stamp_roots", "is needed for a time stamping authority");
        }
        if !(1..=60).contains(&self.time_stamp_seconds) {
            return wrong("signatures.time_stamp_seconds", "must be from 1 to 60");
        }
        Ok(())
    }

    /// The authority, if one is named. The roots are read; nothing is asked of it.
    pub(crate) fn time_stamping(&self) -> Result<Option<TimeStamping>, Failure> {
        self.check()?;
        if self.time_stamp_url.is_empty() {
            return Ok(None);
        }
        let path = &self.time_stamp_roots;
        let pem = std::fs::read(path).map_err(Failure::file(path))?;
        let roots = chain_from_pem(&pem).map_err(|error| Failure::file(path)(io::Error::other(error)))?;
        let post = StampPost::new(&self.time_stamp_url, &self.tls_roots)?;
        let patience = Duration::from_secs(self.time_stamp_seconds);
        Ok(Some(TimeStamping::new(post, roots, self.time_stamp_required, patience)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(settings: &SignatureSettings) -> String {
        settings.time_stamping().map(|_| ()).unwrap_err().to_string()
    }

    #[test]
    fn an_authority_is_described_whole_or_not_at_all() {
        assert!(SignatureSettings::default().time_stamping().unwrap().is_none());
        let required = SignatureSettings {
            time_stamp_required: true,
            ..SignatureSettings::default()
        };
        assert!(refused(&required).contains("signatures.time_stamp_url"));
        for url in [
            "tsa.example.gov.pk",
            "ftp://tsa.example.gov.pk",
            "http://me@tsa.example.gov.pk/",
            "http://",
        ] {
            let elsewhere = SignatureSettings {
                time_stamp_url: url.to_owned(),
                ..SignatureSettings::default()
            };
            assert!(refused(&elsewhere).contains("signatures.time_stamp_url"), "{url}");
        }
        let rootless = SignatureSettings {
            time_stamp_url: "http://tsa.example.gov.pk/".to_owned(),
            ..SignatureSettings::default()
        };
        assert!(refused(&rootless).contains("signatures.time_stamp_roots"));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("roots.pem");
        std::fs::write(&file, "no certificate").unwrap();
        let wrong = SignatureSettings {
            time_stamp_roots: file,
            ..rootless
        };
        assert!(refused(&wrong).contains("roots.pem"));
        let hasty = SignatureSettings {
            time_stamp_seconds: 0,
            ..wrong
        };
        assert!(refused(&hasty).contains("signatures.time_stamp_seconds"));
    }
}
