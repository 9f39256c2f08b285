//! Officers' certificates: used again, renewed, revoked.

use super::{authority, entries, revoked, serial, serial_of, signed};
use crate::organisation::{act, on_post};
use chrono::Duration;
use daftar_application::Error;
use daftar_application::keys::retire_signing_keys;
use daftar_documents::pades;
use daftar_testing::{Persona, TestApp, on_both};
use futures_util::future::join_all;
use serde_json::json;

/// Changes something that has a version, as the administrator.
async fn change(app: &TestApp, path: &str, body: &serde_json::Value) {
    let admin = app.acting(Persona::Administrator);
    let etag = admin.get(path).await.expect(200).etag();
    admin.if_match(&etag).patch(path, body).await.expect(200);
}

on_both! {
    async fn a_certificate_is_issued_at_first_need_and_used_again(app: TestApp) {
        let of = app.people.of(Persona::SectionOfficer);
        let other = app.beside().await;
        let asked = (0..6).map(|at| serial(if at % 2 == 0 { &app.office } else { &other }, of.person, of.post));
        let serials: Vec<_> = join_all(asked).await.into_iter().map(Result::unwrap).collect();
        assert!(serials.iter().all(|serial| *serial == serials[0] && serial.len() == 32), "{serials:?}");
        let issued = entries(&app, "certificate_issued").await;
        assert_eq!((issued.len(), &issued[0]["subject_id"]), (1, &json!(of.person)));
        let content = &issued[0]["body"]["content"];
        assert_eq!((&content["serial"], &content["post"]), (&json!(serials[0]), &json!(of.post)));
    }

    async fn it_is_renewed_for_another_title_name_or_key_and_before_it_ends(app: TestApp) {
        let of = app.people.of(Persona::SectionOfficer);
        let mut serials = vec![serial_of(&app, Persona::SectionOfficer).await];
        change(&app, &format!("/api/v1/posts/{}", of.post), &json!({ "title_en": "Section Officer (Releases)" })).await;
        serials.push(serial_of(&app, Persona::SectionOfficer).await);
        let found = pades::inspect(&signed(&app, Persona::SectionOfficer).await, &authority(&app, "root").await).unwrap();
        assert_eq!(found[0].signer.title().as_deref(), Some("Section Officer (Releases)"));
        change(&app, &format!("/api/v1/persons/{}", of.person), &json!({ "name_en": "Ayesha Siddiqa" })).await;
        serials.push(serial_of(&app, Persona::SectionOfficer).await);
        app.clock.advance(Duration::days(701));
        serials.push(serial_of(&app, Persona::SectionOfficer).await);
        assert_eq!(serial_of(&app, Persona::SectionOfficer).await, serials[3], "once");
        assert_eq!(revoked(&app).await, [""; 0], "what is renewed is not revoked: its documents stay good");
        assert_eq!(retire_signing_keys(&app.office).await.unwrap(), 1);
        serials.push(serial_of(&app, Persona::SectionOfficer).await);
        serials.dedup();
        assert_eq!(serials.len(), 5);
        assert_eq!(entries(&app, "certificate_issued").await.len(), 5);
    }

    async fn it_is_revoked_at_the_end_of_the_charge_and_stands_on_the_list(app: TestApp) {
        let of = app.people.of(Persona::SectionOfficer);
        let (mine, his) = (serial_of(&app, Persona::SectionOfficer).await, serial_of(&app, Persona::DeputySecretary).await);
        let pdf = signed(&app, Persona::SectionOfficer).await;
        app.clock.advance(Duration::hours(1));
        let end = format!("/api/v1/charges/{}/end", of.charge);
        on_post(&app, of.post).await.post(&end, &json!({})).await.expect(200);
        assert_eq!(revoked(&app).await, std::slice::from_ref(&mine), "and not {his}");
        let said = entries(&app, "certificate_revoked").await;
        assert_eq!(said.len(), 1);
        let content = &said[0]["body"]["content"];
        assert_eq!((&content["serial"], &content["reason"]), (&json!(mine), &json!("charge_ended")));
        let refused = serial(&app.office, of.person, of.post).await;
        assert!(matches!(refused, Err(Error::Internal(_))), "who holds no post has no certificate for it");
        let found = pades::inspect(&pdf, &authority(&app, "root").await).unwrap();
        assert!(found[0].is_good(), "what was signed before stays good");
    }

    async fn it_is_revoked_when_the_post_is_handed_to_somebody_else(app: TestApp) {
        let (from, to) = (app.people.of(Persona::SectionOfficer), app.people.of(Persona::OtherSectionOfficer));
        let (mine, his) = (serial_of(&app, Persona::SectionOfficer).await, serial_of(&app, Persona::OtherSectionOfficer).await);
        let post = format!("/api/v1/posts/{}", from.post);
        let himself = json!({ "to_person_id": from.person, "kind": "look_after" });
        act(&app, &post, "transfer", &himself).await.expect(200);
        assert_eq!(serial_of(&app, Persona::SectionOfficer).await, mine, "he goes on in the same post");
        act(&app, &post, "transfer", &json!({ "to_person_id": to.person, "kind": "additional" })).await.expect(200);
        assert_eq!(revoked(&app).await, [mine]);
        let additional = serial(&app.office, to.person, from.post).await.unwrap();
        assert_ne!(additional, his, "one for each post");
    }

    async fn all_are_revoked_when_the_account_is_closed_or_the_key_retired(app: TestApp) {
        let (first, second) = (serial_of(&app, Persona::SectionOfficer).await, serial_of(&app, Persona::Secretary).await);
        let closed = format!("/api/v1/persons/{}", app.people.of(Persona::SectionOfficer).person);
        act(&app, &closed, "deactivation", &json!({})).await.expect(200);
        assert_eq!(revoked(&app).await, [first]);
        assert_eq!(retire_signing_keys(&app.office).await.unwrap(), 1);
        assert!(revoked(&app).await.contains(&second));
        let said = entries(&app, "certificate_revoked").await;
        let reasons: Vec<_> = said.iter().map(|entry| &entry["body"]["content"]["reason"]).collect();
        assert_eq!(reasons, [&json!("key_retired"), &json!("account_closed")]);
        assert_ne!(serial_of(&app, Persona::Secretary).await, second, "a new key, a new certificate");
    }
}
