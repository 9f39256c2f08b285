//! The authority and its lists.

use super::{authority, entries, letter, list, revoked, serial, serial_of, signed};
use chrono::Duration;
use daftar_application::certificates::{prepare, renew_authority, sign_document};
use daftar_application::keys::{list_keys, retire_key, rotate_keys};
use daftar_application::{Error, jobs};
use daftar_documents::pades;
use daftar_domain::ledger::Actor;
use daftar_testing::{Persona, TestApp, on_both};
use futures_util::future::join_all;
use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use serde_json::json;

/// The sealed secret of an authority, as the database has it.
async fn sealed(app: &TestApp, kind: &str) -> String {
    let select = Query::select()
        .column("sealed_secret")
        .from("certificate_authorities")
        .and_where(Expr::col("kind").eq(kind))
        .to_owned();
    let row = app.database.raw.query_one(&select).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Officers who need a certificate at the same time, from two servers: none of them is refused.
async fn all_at_once(app: &TestApp) {
    let other = app.beside().await;
    let officers = [
        Persona::DeputySecretary,
        Persona::Secretary,
        Persona::OtherSectionOfficer,
        Persona::LawOfficer,
    ];
    let asked = officers.into_iter().enumerate().map(|(at, persona)| {
        let of = app.people.of(persona);
        serial(if at % 2 == 0 { &app.office } else { &other }, of.person, of.post)
    });
    for done in join_all(asked).await {
        done.unwrap();
    }
}

on_both! {
    async fn the_authority_is_made_once_by_servers_that_start_together(app: TestApp) {
        app.anonymous().get("/api/v1/certificates/root").await.expect(404);
        app.anonymous().get("/api/v1/certificates/crl").await.expect(404);
        let other = app.beside().await;
        let starts = (0..6).map(|at| prepare(if at % 2 == 0 { &app.office } else { &other }));
        for done in join_all(starts).await {
            done.unwrap();
        }
        let made = entries(&app, "authority_made").await;
        let kinds: Vec<_> = made.iter().map(|entry| &entry["body"]["content"]["kind"]).collect();
        assert_eq!(kinds, [&json!("issuing"), &json!("root")]);
        let (root, issuing) = (authority(&app, "root").await, authority(&app, "issuing").await);
        assert!(root.issued(&root) && root.issued(&issuing));
        assert_eq!(root.common_name().as_deref(), Some("Government of the Province Root CA"));
        assert_eq!(made[1]["body"]["content"]["certificate"], hex::encode(root.digest()));
        assert_eq!(made[1]["body"]["content"]["imported"], false);
    }

    async fn certificates_and_lists_come_in_their_forms_and_may_be_kept(app: TestApp) {
        prepare(&app.office).await.unwrap();
        let text = app.anonymous().get("/api/v1/certificates/root").await.expect(200);
        assert_eq!(text.headers["content-type"], "application/x-pem-file");
        assert!(text.bytes.starts_with(b"-----BEGIN CERTIFICATE-----"));
        let der = app.anonymous().with("Accept", "application/pkix-cert").get("/api/v1/certificates/issuing").await.expect(200);
        assert_eq!(der.headers["content-type"], "application/pkix-cert");
        for reply in [&text, &der] {
            assert_eq!(reply.headers["cache-control"], "public, max-age=86400");
            assert!(reply.headers["vary"].to_str().unwrap().contains("Accept"));
        }
        for path in ["crl", "root-crl"] {
            let list = app.anonymous().get(&format!("/api/v1/certificates/{path}")).await.expect(200);
            assert_eq!(list.headers["content-type"], "application/pkix-crl");
            assert_eq!(list.headers["cache-control"], "public, max-age=3600");
        }
        assert_eq!(list(&app).await.revoked().count(), 0);
    }

    async fn a_signed_document_is_good_for_whoever_trusts_the_root(app: TestApp) {
        let pdf = signed(&app, Persona::SectionOfficer).await;
        assert!(pdf.starts_with(&letter()));
        let found = pades::inspect(&pdf, &authority(&app, "root").await).unwrap();
        assert!(found[0].is_good(), "{:?}", found[0]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].signed_at, app.office.now());
        assert_eq!(hex::encode(found[0].signer.digest()), entries(&app, "certificate_issued").await[0]["body"]["content"]["certificate"]);
    }

    async fn secrets_of_authorities_lie_sealed_and_open_in_their_own_row_alone(app: TestApp) {
        serial_of(&app, Persona::SectionOfficer).await;
        let (root, issuing) = (sealed(&app, "root").await, sealed(&app, "issuing").await);
        assert!(root.starts_with("v1.") && issuing.starts_with("v1.") && root != issuing);
        let old = list_keys(&app.office).await.unwrap().keys[0].id;
        assert_eq!(rotate_keys(&app.office).await.unwrap().sealed, 3, "the officer's, and the authorities'");
        retire_key(&app.office, old).await.unwrap();
        serial_of(&app, Persona::DeputySecretary).await;

        let swap = Query::update()
            .table("certificate_authorities")
            .value("sealed_secret", sealed(&app, "root").await)
            .and_where(Expr::col("kind").eq("issuing"))
            .to_owned();
        app.database.raw.execute(&swap).await.unwrap();
        let (of, pdf) = (app.people.of(Persona::Secretary), letter());
        let refused = app.office.act_as(Actor::SYSTEM, None, async |work| sign_document(work, of.person, of.post, &pdf).await);
        assert!(matches!(refused.await, Err(Error::Internal(_))));
    }

    async fn lists_are_renewed_before_they_expire_and_no_document_has_an_old_one(app: TestApp) {
        prepare(&app.office).await.unwrap();
        let first = list(&app).await;
        jobs::housekeeping(&app.office).await.unwrap();
        assert_eq!(list(&app).await, first, "not before it is time");
        app.clock.advance(Duration::days(21));
        jobs::housekeeping(&app.office).await.unwrap();
        let second = list(&app).await;
        assert!(second.next_update() > first.next_update());
        // Nobody works for two months: the document brings a new list all the same.
        app.clock.advance(Duration::days(60));
        all_at_once(&app).await;
        let pdf = signed(&app, Persona::SectionOfficer).await;
        assert!(pades::inspect(&pdf, &authority(&app, "root").await).unwrap()[0].is_good());
        assert!(list(&app).await.next_update() > second.next_update());
    }

    async fn an_authority_whose_secret_is_lost_is_made_anew(app: TestApp) {
        let before = serial_of(&app, Persona::SectionOfficer).await;
        let old = authority(&app, "root").await;
        let pdf = signed(&app, Persona::SectionOfficer).await;
        renew_authority(&app.office).await.unwrap();
        let root = authority(&app, "root").await;
        assert!(root != old && root.issued(&authority(&app, "issuing").await));
        assert_ne!(serial_of(&app, Persona::SectionOfficer).await, before);
        assert!(pades::inspect(&pdf, &old).unwrap()[0].is_good(), "what was signed stays signed under the old root");
        assert!(!pades::inspect(&pdf, &root).unwrap()[0].is_good());
    }

    async fn an_authority_that_ends_has_a_successor_in_time(app: TestApp) {
        let before = serial_of(&app, Persona::SectionOfficer).await;
        let (root, old) = (authority(&app, "root").await, authority(&app, "issuing").await);
        app.clock.advance(Duration::days(5 * 365 - 100));
        all_at_once(&app).await;
        let after = serial_of(&app, Persona::SectionOfficer).await;
        let new = authority(&app, "issuing").await;
        assert!(before != after && new != old && root.issued(&new));
        assert_eq!(authority(&app, "root").await, root);
        assert_eq!(entries(&app, "authority_made").await.len(), 3);
        assert_eq!(revoked(&app).await, [""; 0]);
        let found = pades::inspect(&signed(&app, Persona::SectionOfficer).await, &root).unwrap();
        assert!(found[0].is_good(), "{:?}", found[0]);
    }
}
