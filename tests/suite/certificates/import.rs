//! An authority that a government has certified.

use super::{authority, entries, list, serial_of, signed};
use chrono::{Duration, TimeZone as _, Utc};
use daftar_application::Error;
use daftar_application::certificates::{import_authority, prepare, show};
use daftar_documents::pades;
use daftar_documents::pki::{Certificate, Issuer, Serial, Subject, Term, root};
use daftar_testing::{Persona, TestApp, on_both};
use p256::SecretKey;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::{EncodePrivateKey as _, LineEnding};

/// A root of the government, and an authority that it certified for the office.
struct Government {
    root: Certificate,
    issuing: Certificate,
}

fn secret(number: u8) -> SecretKey {
    SecretKey::from_slice(&[number; 32]).unwrap()
}

fn public(number: u8) -> Vec<u8> {
    let key = SigningKey::from(secret(number));
    key.verifying_key().to_encoded_point(false).as_bytes().to_vec()
}

fn signs(number: u8) -> impl Fn(&[u8]) -> Vec<u8> {
    move |message| {
        let signature: Signature = SigningKey::from(secret(number)).sign(message);
        signature.to_der().as_bytes().to_vec()
    }
}

fn pem(number: u8) -> String {
    secret(number).to_pkcs8_pem(LineEnding::LF).unwrap().to_string()
}

impl Government {
    fn new() -> Self {
        let term = Term::days(Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap(), 3650);
        let root = root("Government", &public(1), Serial::from_random([1; 16]), term, signs(1)).unwrap();
        let issuer = Issuer::new(&root, "").unwrap();
        let serial = Serial::from_random([2; 16]);
        let issuing = issuer.authority("Office", &public(2), serial, term, signs(1)).unwrap();
        Self { root, issuing }
    }

    fn chain(&self) -> String {
        self.issuing.to_pem().unwrap() + &self.root.to_pem().unwrap()
    }
}

async fn refusal(app: &TestApp, chain: &str, key: &str) -> &'static str {
    match import_authority(&app.office, chain.as_bytes(), key).await {
        Err(Error::Refused(refusal)) => refusal.code,
        other => panic!("{other:?}"),
    }
}

on_both! {
    async fn what_does_not_belong_together_is_refused_and_changes_nothing(app: TestApp) {
        prepare(&app.office).await.unwrap();
        let (own, government) = (authority(&app, "root").await, Government::new());
        let (chain, root) = (government.chain(), government.root.to_pem().unwrap());
        assert_eq!(refusal(&app, &chain, &pem(3)).await, "certificate-key-mismatch");
        assert_eq!(refusal(&app, &chain, "no key").await, "certificate-key-unsupported");
        assert_eq!(refusal(&app, "no certificate", &pem(2)).await, "certificate-chain-invalid");
        assert_eq!(refusal(&app, &root, &pem(1)).await, "certificate-chain-invalid");
        let foreign = government.issuing.to_pem().unwrap() + &own.to_pem().unwrap();
        assert_eq!(refusal(&app, &foreign, &pem(2)).await, "certificate-chain-invalid");
        let issuer = Issuer::new(&government.issuing, "").unwrap();
        let subject = Subject { person: "A", title: "B", unit: "C", office: "D" };
        let term = Term::days(app.office.now(), 30);
        let officer = issuer.officer(subject, &public(3), Serial::from_random([3; 16]), term, signs(2)).unwrap();
        let leaf = officer.to_pem().unwrap() + &chain;
        assert_eq!(refusal(&app, &leaf, &pem(3)).await, "certificate-not-an-authority");
        app.clock.advance(Duration::days(3700));
        assert_eq!(refusal(&app, &chain, &pem(2)).await, "certificate-not-valid");
        assert_eq!(authority(&app, "root").await, own);
        assert_eq!(entries(&app, "authority_made").await.len(), 2);
    }

    async fn officers_are_certified_anew_by_the_authority_that_was_given(app: TestApp) {
        let before = serial_of(&app, Persona::SectionOfficer).await;
        let government = Government::new();
        import_authority(&app.office, government.chain().as_bytes(), &pem(2)).await.unwrap();
        assert_eq!(authority(&app, "root").await, government.root);
        assert_eq!(authority(&app, "issuing").await, government.issuing);
        assert_ne!(serial_of(&app, Persona::SectionOfficer).await, before);
        let found = pades::inspect(&signed(&app, Persona::SectionOfficer).await, &government.root).unwrap();
        assert!(found[0].intact && found[0].covers_whole_document);
        assert!(government.issuing.issued(&found[0].signer));
        app.anonymous().get("/api/v1/certificates/root-crl").await.expect(404);
        assert_eq!(list(&app).await.revoked().count(), 0);
        let made = entries(&app, "authority_made").await;
        assert_eq!((made.len(), &made[0]["body"]["content"]["imported"]), (4, &serde_json::json!(true)));
        let shown = show(&app.office).await.unwrap();
        assert_eq!((shown.officers, shown.authorities[0].signs_here, shown.authorities[1].signs_here), (1, false, true));
    }
}
