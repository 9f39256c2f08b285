//! The keys that the office keeps for its officers.

use super::{MESSAGE, entries, key_of, put_sealed, sealed, signed};
use crate::organisation::act;
use daftar_application::Error;
use daftar_application::keys::retire_signing_keys;
use daftar_testing::{Persona, on_both};
use futures_util::future::join_all;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use serde_json::json;

/// The code of a refusal.
fn refusal<T: std::fmt::Debug>(done: Result<T, Error>) -> &'static str {
    match done {
        Err(Error::Refused(refusal)) => refusal.code,
        other => panic!("{other:?}"),
    }
}

on_both! {
    async fn a_key_is_made_at_first_need_and_its_signatures_can_be_checked_by_anyone(app: TestApp) {
        let person = app.people.of(Persona::SectionOfficer).person;
        let (key, public) = key_of(&app.office, person).await.unwrap();
        let signature = signed(&app.office, key).await.unwrap();
        let verifier = VerifyingKey::from_sec1_bytes(&hex::decode(&public).unwrap()).unwrap();
        let signature = Signature::from_der(&signature).unwrap();
        assert!(verifier.verify(MESSAGE, &signature).is_ok());
        assert!(verifier.verify(b"another note", &signature).is_err());

        let again = key_of(&app.beside().await, person).await.unwrap();
        assert_eq!(again, (key, public.clone()), "the same for every process");
        let made = entries(&app, "signing_key_made").await;
        assert_eq!(made.len(), 1);
        assert_eq!((&made[0]["subject_id"], &made[0]["body"]["content"]), (&json!(person), &json!({ "key": key, "public_key": public })));
        assert!(public.starts_with("04") && public.len() == 130, "{public}");
    }

    async fn requests_that_come_at_once_get_one_key(app: TestApp) {
        let person = app.people.of(Persona::SectionOfficer).person;
        let other = app.beside().await;
        let asked = (0..6).map(|at| key_of(if at % 2 == 0 { &app.office } else { &other }, person));
        let keys: Vec<_> = join_all(asked).await.into_iter().map(Result::unwrap).collect();
        assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
        assert_eq!(entries(&app, "signing_key_made").await.len(), 1);
    }

    async fn a_secret_in_the_row_of_another_does_not_open(app: TestApp) {
        let (mine, _) = key_of(&app.office, app.people.of(Persona::SectionOfficer).person).await.unwrap();
        let (his, _) = key_of(&app.office, app.people.of(Persona::DeputySecretary).person).await.unwrap();
        let kept = sealed(&app, mine).await.unwrap();
        put_sealed(&app, mine, &sealed(&app, his).await.unwrap()).await;
        assert!(matches!(signed(&app.office, mine).await, Err(Error::Internal(_))));
        assert!(signed(&app.office, his).await.is_ok());
        put_sealed(&app, mine, &kept).await;
        assert!(signed(&app.office, mine).await.is_ok());
    }

    async fn the_key_of_a_closed_account_signs_no_more(app: TestApp) {
        let person = app.people.of(Persona::SectionOfficer).person;
        let (key, public) = key_of(&app.office, person).await.unwrap();
        let path = format!("/api/v1/persons/{person}");
        act(&app, &path, "deactivation", &json!({})).await.expect(200);
        assert_eq!(refusal(signed(&app.office, key).await), "signing-key-retired");
        assert_eq!(refusal(key_of(&app.office, person).await), "person-deactivated");
        assert_eq!(sealed(&app, key).await, None, "its secret is gone");
        let retired = entries(&app, "signing_key_retired").await;
        assert_eq!(retired.len(), 1);
        assert_eq!((&retired[0]["subject_id"], &retired[0]["body"]["content"]), (&json!(person), &json!({ "key": key })));

        act(&app, &path, "reactivation", &json!({})).await.expect(200);
        let (new, other) = key_of(&app.office, person).await.unwrap();
        assert!(new != key && other != public, "the old key does not come back");
        assert!(signed(&app.office, new).await.is_ok());
        assert_eq!(refusal(signed(&app.office, key).await), "signing-key-retired");
    }

    async fn all_keys_can_be_given_up_and_everybody_gets_a_new_one(app: TestApp) {
        let person = app.people.of(Persona::SectionOfficer).person;
        let (old, _) = key_of(&app.office, person).await.unwrap();
        key_of(&app.office, app.people.of(Persona::Secretary).person).await.unwrap();
        assert_eq!(retire_signing_keys(&app.beside().await).await.unwrap(), 2);
        assert_eq!(refusal(signed(&app.office, old).await), "signing-key-retired");
        assert_eq!((sealed(&app, old).await, entries(&app, "signing_key_retired").await.len()), (None, 2));
        let (new, _) = key_of(&app.office, person).await.unwrap();
        signed(&app.office, new).await.unwrap();
        assert_eq!(entries(&app, "signing_key_made").await.len(), 3);
    }

    async fn an_account_without_key_is_closed_without_a_word_about_keys(app: TestApp) {
        let path = format!("/api/v1/persons/{}", app.people.of(Persona::Clerk).person);
        act(&app, &path, "deactivation", &json!({})).await.expect(200);
        assert_eq!(entries(&app, "signing_key_retired").await.len(), 0);
    }
}
