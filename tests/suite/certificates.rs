//! The office's authority, officers' certificates, and the documents that are signed with them.

mod authority;
mod import;
mod officers;

use daftar_application::certificates::{for_signing, sign_document};
use daftar_application::{Error, Office, jobs};
use daftar_documents::letter::Letter;
use daftar_documents::pki::{Certificate, Crl};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{PersonId, PostId};
use daftar_testing::{Persona, TestApp};
use serde_json::Value;

/// A paper to sign.
fn letter() -> Vec<u8> {
    Letter {
        subject: "Release of funds".into(),
        paragraphs: vec!["I am directed to convey the approval.".into()],
        ..Letter::default()
    }
    .to_pdf()
}

/// The number of the certificate that somebody signs with, issued if need be.
async fn serial(office: &Office, person: PersonId, post: PostId) -> Result<String, Error> {
    let asked = office.act_as(Actor::SYSTEM, None, async |work| {
        let signing = for_signing(work, person, post).await?;
        Ok(signing.certificate.serial())
    });
    asked.await
}

/// As [`serial`], of somebody in his own post.
async fn serial_of(app: &TestApp, persona: Persona) -> String {
    let of = app.people.of(persona);
    serial(&app.office, of.person, of.post).await.unwrap()
}

/// A letter that somebody signed in his own post.
async fn signed(app: &TestApp, persona: Persona) -> Vec<u8> {
    let (of, pdf) = (app.people.of(persona), letter());
    let done = app.office.act_as(Actor::SYSTEM, None, async |work| {
        sign_document(work, of.person, of.post, &pdf).await
    });
    done.await.unwrap()
}

/// The certificate of an authority, as everybody gets it.
async fn authority(app: &TestApp, which: &str) -> Certificate {
    let client = app.anonymous().with("Accept", "application/pkix-cert");
    let reply = client.get(&format!("/api/v1/certificates/{which}")).await.expect(200);
    Certificate::from_der(&reply.bytes).unwrap()
}

/// The list of revoked certificates, as everybody gets it; it must be the issuing authority's.
async fn list(app: &TestApp) -> Crl {
    let reply = app.anonymous().get("/api/v1/certificates/crl").await.expect(200);
    let list = Crl::from_der(&reply.bytes).unwrap();
    assert!(list.is_of(&authority(app, "issuing").await));
    list
}

/// The numbers on the list after all jobs are done.
async fn revoked(app: &TestApp) -> Vec<String> {
    while jobs::run_next(&app.office).await.unwrap() {}
    list(app).await.revoked().map(|(serial, _)| serial).collect()
}

/// The ledger's entries of one kind, the newest first; in a session that begins now, for years may have passed.
async fn entries(app: &TestApp, kind: &str) -> Vec<Value> {
    let path = format!("/api/v1/ledger/entries?kind={kind}");
    let auditor = app.acting_as(app.people.of(Persona::Auditor).person).await;
    let reply = auditor.get(&path).await.expect(200);
    reply.json["items"].as_array().unwrap().clone()
}
