//! Sealed secrets in an office's database, put there and looked at past the program.

use super::process::Place;
use daftar_application::keys::{KeyRing, RingSettings};
use daftar_domain::keys::KeyKind;
use sea_orm::prelude::{DateTimeUtc, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};
use secrecy::ExposeSecret as _;

/// The keys in the file of an office.
pub(crate) async fn ring(place: &Place) -> KeyRing {
    let settings = RingSettings {
        kind: KeyKind::File,
        file: place.data().join("secrets/key-encryption-keys"),
        token: None,
    };
    KeyRing::open_at(&settings).await.unwrap()
}

/// The database of an office.
pub(crate) async fn database(place: &Place) -> DatabaseConnection {
    let path = place.data().join("daftar.db");
    Database::connect(format!("sqlite://{}", path.display())).await.unwrap()
}

/// What the `at`th key keeps secret.
fn secret(at: usize) -> [u8; 32] {
    std::array::from_fn(|byte| u8::try_from((at + byte) % 251).unwrap())
}

/// Writes so many persons, each with a signing key.
pub(crate) async fn hide(place: &Place, secrets: usize) {
    let (ring, database) = (ring(place).await, database(place).await);
    let (mut persons, mut keys) = (Query::insert(), Query::insert());
    persons
        .into_table("persons")
        .columns(["id", "user_name", "name_en", "name_ur", "language", "version"]);
    keys.into_table("officer_keys")
        .columns(["id", "person_id", "public_key", "sealed_secret", "created_at"]);
    let moment = DateTimeUtc::from_timestamp(1_790_000_000, 0).unwrap();
    for at in 0..secrets {
        let id = nth(at);
        let name = format!("officer.{at}");
        persons.values_panic([
            id.into(),
            name.into(),
            "A".into(),
            "ا".into(),
            "en".into(),
            1_i64.into(),
        ]);
        let sealed = ring.seal(&aad(id, id), &secret(at)).await.unwrap();
        keys.values_panic([id.into(), id.into(), "04".into(), sealed.into(), moment.into()]);
    }
    database.execute(&persons).await.unwrap();
    database.execute(&keys).await.unwrap();
}

/// The id of the `at`th person and his key.
fn nth(at: usize) -> Uuid {
    Uuid::from_u128(u128::try_from(at).unwrap())
}

fn aad(person: Uuid, key: Uuid) -> String {
    format!("officer-key:{person}:{key}")
}

/// All sealed texts, in their order.
pub(crate) async fn sealed(place: &Place) -> Vec<String> {
    let select = Query::select()
        .column("sealed_secret")
        .from("officer_keys")
        .order_by("id", Order::Asc)
        .to_owned();
    let rows = database(place).await.query_all(&select).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// Puts another text in the place of the `at`th.
pub(crate) async fn put(place: &Place, at: usize, sealed: &str) {
    let update = Query::update()
        .table("officer_keys")
        .value("sealed_secret", sealed)
        .and_where(Expr::col("id").eq(nth(at)))
        .to_owned();
    assert_eq!(database(place).await.execute(&update).await.unwrap().rows_affected(), 1);
}

/// Looks that the file's keys open all secrets, and that they are what was hidden.
pub(crate) async fn expect_hidden(place: &Place, secrets: usize) {
    let ring = ring(place).await;
    let select = Query::select()
        .columns(["person_id", "id", "sealed_secret"])
        .from("officer_keys")
        .order_by("id", Order::Asc)
        .to_owned();
    let rows = database(place).await.query_all(&select).await.unwrap();
    assert_eq!(rows.len(), secrets);
    for (at, row) in rows.iter().enumerate() {
        let aad = aad(row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
        let text: String = row.try_get_by_index(2).unwrap();
        let opened = ring.open(&aad, &text).await.unwrap();
        assert_eq!(opened.expose_secret(), secret(at), "{aad}");
    }
}

/// How many entries of a kind the ledger has.
pub(crate) async fn entries(place: &Place, kind: &str) -> usize {
    let select = Query::select()
        .column("id")
        .from("ledger_entries")
        .and_where(Expr::col("kind").eq(kind))
        .to_owned();
    database(place).await.query_all(&select).await.unwrap().len()
}
