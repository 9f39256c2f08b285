//! The key that seals the secrets is replaced while the office is open.

use super::{entries, key_of, put_sealed, sealed, signed};
use daftar_application::Error;
use daftar_application::keys::{KeyLine, list_keys, reseal_secrets, retire_key, rotate_keys};
use daftar_domain::office::{EncryptionKeyId, SigningKeyId};
use daftar_persistence::keys::SEALED;
use daftar_testing::{Backend, Persona, TestApp, TestDatabase, on_both};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use serde_json::json;
use uuid::Uuid;

const SIGNERS: [Persona; 3] = [Persona::SectionOfficer, Persona::DeputySecretary, Persona::Secretary];

/// A signing key for each of some officers.
async fn signing_keys(app: &TestApp) -> Vec<SigningKeyId> {
    let mut keys = Vec::new();
    for persona in SIGNERS {
        keys.push(key_of(&app.office, app.people.of(persona).person).await.unwrap().0);
    }
    keys
}

/// The keys that seal, and how many secrets each.
async fn seals(app: &TestApp) -> Vec<(EncryptionKeyId, u64)> {
    let list = list_keys(&app.office).await.unwrap();
    list.keys.iter().map(|key| (key.id, key.seals)).collect()
}

/// Why a key is not retired.
async fn kept(app: &TestApp, key: EncryptionKeyId) -> &'static str {
    match retire_key(&app.office, key).await {
        Err(Error::Refused(refusal)) => refusal.code,
        other => panic!("{other:?}"),
    }
}

on_both! {
    async fn a_new_key_seals_everything_anew_and_the_running_office_learns_of_it(app: TestApp) {
        let keys = signing_keys(&app).await;
        let [(old, 3)] = seals(&app).await[..] else { panic!("{:?}", seals(&app).await) };
        let done = rotate_keys(&app.beside().await).await.unwrap();
        assert_eq!((done.sealed, done.unopened), (3, 0));
        assert_ne!(done.key, old);

        for key in keys {
            assert!(sealed(&app, key).await.unwrap().starts_with(&format!("v1.{}.", done.key)));
            signed(&app.office, key).await.unwrap();
        }
        let (late, _) = key_of(&app.office, app.people.of(Persona::LawOfficer).person).await.unwrap();
        assert!(sealed(&app, late).await.unwrap().starts_with(&format!("v1.{}.", done.key)), "the office seals with the new key");
        assert_eq!(seals(&app).await, [(done.key, 4), (old, 0)]);

        let rotated = entries(&app, "key_encryption_key_rotated").await;
        assert_eq!(rotated.len(), 1);
        assert_eq!(rotated[0]["subject_id"], json!(done.key));
        assert_eq!(rotated[0]["body"]["content"], json!({ "kind": "file", "previous": [old] }));
    }

    async fn a_key_goes_when_nothing_needs_it(app: TestApp) {
        let key = signing_keys(&app).await[0];
        let old = seals(&app).await[0].0;
        assert_eq!(kept(&app, old).await, "key-current");
        let before = sealed(&app, key).await.unwrap();
        let done = rotate_keys(&app.beside().await).await.unwrap();
        put_sealed(&app, key, &before).await;
        assert_eq!(kept(&app, old).await, "key-in-use");
        assert_eq!(kept(&app, done.key).await, "key-current");
        assert_eq!(kept(&app, EncryptionKeyId(Uuid::from_u128(1))).await, "key-unknown");

        assert_eq!(reseal_secrets(&app.office).await.unwrap().sealed, 1);
        retire_key(&app.office, old).await.unwrap();
        assert_eq!(seals(&app).await, [(done.key, 3)]);
        signed(&app.beside().await, key).await.unwrap();
        assert_eq!(kept(&app, old).await, "key-unknown");
        assert_eq!(entries(&app, "key_encryption_key_retired").await.len(), 1);
        assert_eq!(entries(&app, "key_encryption_key_rotated").await.len(), 1, "sealing the rest is no other rotation");

        put_sealed(&app, key, &before).await;
        assert!(matches!(signed(&app.beside().await, key).await, Err(Error::Code("keys-unavailable"))));
        let list = list_keys(&app.beside().await).await.unwrap();
        assert_eq!(list.keys[1], KeyLine { id: old, lies_in: None, current: false, seals: 1 });
    }

    async fn a_secret_that_does_not_open_keeps_nobody_else_back(app: TestApp) {
        let keys = signing_keys(&app).await;
        let old = seals(&app).await[0].0;
        put_sealed(&app, keys[0], &sealed(&app, keys[1]).await.unwrap()).await;
        put_sealed(&app, keys[2], "nonsense").await;
        let done = rotate_keys(&app.beside().await).await.unwrap();
        assert_eq!((done.sealed, done.unopened), (1, 2));
        assert_eq!(seals(&app).await, [(done.key, 1), (old, 1)]);
        assert_eq!(list_keys(&app.office).await.unwrap().nameless, 1);
        assert_eq!(kept(&app, old).await, "key-in-use");
        signed(&app.office, keys[1]).await.unwrap();
    }

    async fn with_nothing_to_do_nothing_is_done(app: TestApp) {
        signing_keys(&app).await;
        let done = reseal_secrets(&app.office).await.unwrap();
        assert_eq!((done.sealed, done.unopened), (0, 0));
        assert_eq!(entries(&app, "key_encryption_key_rotated").await.len(), 0);
    }
}

/// Tables and columns whose names say that a secret is in them.
const SECRETS: &str = "SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables \
    JOIN pragma_table_info(tables.name) AS columns \
    WHERE tables.type = 'table' AND columns.name LIKE '%\\_secret' ESCAPE '\\' ORDER BY 1";

#[tokio::test]
async fn no_column_of_secrets_is_overlooked() {
    let database = TestDatabase::create(Backend::Sqlite).await;
    let query = Statement::from_string(DbBackend::Sqlite, SECRETS);
    let rows = database.raw.query_all_raw(query).await.unwrap();
    let found: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    let mut known: Vec<String> = SEALED
        .iter()
        .map(|sealed| format!("{}.{}", sealed.table, sealed.column))
        .collect();
    known.sort();
    assert_eq!(
        found, known,
        "SEALED must name every column of secrets, or they are lost with an old key"
    );
    assert!(!found.is_empty());
}
