//! An office's authority with keys that everybody knows.

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use daftar_documents::pades::{self, Seal, SealError};
use daftar_documents::pki::{Certificate, Crl, Issuer, Revoked, RevokedFor, Serial, Subject, Term, root};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};

pub(crate) struct Key(SigningKey);

impl Key {
    pub(crate) fn new(number: u8) -> Self {
        Self(SigningKey::from_slice(&[number; 32]).unwrap())
    }

    pub(crate) fn public(&self) -> Vec<u8> {
        self.0.verifying_key().to_encoded_point(false).as_bytes().to_vec()
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.0.sign(message);
        signature.to_der().as_bytes().to_vec()
    }
}

pub(crate) fn serial(number: u8) -> Serial {
    Serial::from_random([number; 16])
}

/// The day on which the authority was made.
pub(crate) fn day() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 26, 9, 0, 0).unwrap()
}

pub(crate) const ROOT: u8 = 1;
pub(crate) const ISSUING: u8 = 2;
pub(crate) const OFFICER: u8 = 3;

/// Root, issuing authority and one officer; `office` distinguishes them from others'.
pub(crate) struct Authority {
    pub(crate) root: Certificate,
    pub(crate) issuing: Certificate,
    pub(crate) officer: Certificate,
    pub(crate) crls: Vec<Crl>,
}

impl Authority {
    pub(crate) fn new(office: &str) -> Self {
        let (root_key, key) = (Key::new(ROOT), Key::new(ISSUING));
        let root = root(office, &root_key.public(), serial(ROOT), Term::days(day(), 3652), |m| {
            root_key.sign(m)
        })
        .unwrap();
        let above = Issuer::new(&root, "https://office.example/root-crl").unwrap();
        let issuing = above
            .authority(office, &key.public(), serial(ISSUING), Term::days(day(), 1826), |m| {
                root_key.sign(m)
            })
            .unwrap();
        let officer = issue(&issuing, &key, &Key::new(OFFICER));
        let root_list = above.crl(1, Term::days(day(), 365), &[], |m| root_key.sign(m)).unwrap();
        let mut made = Self {
            root,
            issuing,
            officer,
            crls: vec![root_list],
        };
        made.crls.push(made.list(day(), &[]));
        made
    }

    pub(crate) fn list(&self, from: DateTime<Utc>, revoked: &[Revoked]) -> Crl {
        let issuer = Issuer::new(&self.issuing, "").unwrap();
        let key = Key::new(ISSUING);
        issuer.crl(7, Term::days(from, 30), revoked, |m| key.sign(m)).unwrap()
    }

    /// The list on which the officer's certificate stands.
    pub(crate) fn revoking(&self, at: DateTime<Utc>) -> Crl {
        let revoked = Revoked {
            serial: serial(OFFICER),
            at,
            reason: RevokedFor::AffiliationChanged,
        };
        self.list(at, &[revoked])
    }

    pub(crate) fn sign(&self, pdf: &[u8]) -> Result<Vec<u8>, SealError> {
        self.sign_with(pdf, &self.crls, day() + TimeDelta::hours(1), OFFICER)
    }

    pub(crate) fn sign_with(&self, pdf: &[u8], crls: &[Crl], at: DateTime<Utc>, key: u8) -> Result<Vec<u8>, SealError> {
        let seal = Seal {
            certificate: &self.officer,
            chain: &[self.issuing.clone(), self.root.clone()],
            crls,
            stamper: None,
            at,
            name: "Muhammad Aslam",
            reason: "",
            location: "لاہور",
        };
        pades::sign(pdf, &seal, |message| Key::new(key).sign(message))
    }
}

/// Certifies an officer.
pub(crate) fn issue(issuing: &Certificate, key: &Key, officer: &Key) -> Certificate {
    let subject = Subject {
        person: "Muhammad Aslam",
        title: "Section Officer (Works)",
        unit: "Irrigation Department",
        office: "Government of the Punjab",
    };
    let issuer = Issuer::new(issuing, "https://office.example/crl").unwrap();
    let term = Term::days(day(), 730);
    issuer
        .officer(subject, &officer.public(), serial(OFFICER), term, |m| key.sign(m))
        .unwrap()
}
