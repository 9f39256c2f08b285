//! Keys that lie outside the database, and the secrets that they seal in it.

mod officers;
mod replaced;

use daftar_application::keys::{sign, signing_key};
use daftar_application::{Error, Office};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{PersonId, SigningKeyId};
use daftar_testing::{Persona, TestApp};
use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use serde_json::Value;

/// What a person is given to sign.
const MESSAGE: &[u8] = b"the note, in canonical form";

/// A person's key and its public half, made if need be.
async fn key_of(office: &Office, person: PersonId) -> Result<(SigningKeyId, String), Error> {
    let made = office.act_as(Actor::SYSTEM, None, async |work| {
        let key = signing_key(work, person).await?;
        Ok((key.id, key.public_key))
    });
    made.await
}

/// A signature over [`MESSAGE`].
async fn signed(office: &Office, key: SigningKeyId) -> Result<Vec<u8>, Error> {
    office
        .act_as(Actor::SYSTEM, None, async |work| sign(work, key, MESSAGE).await)
        .await
}

/// The sealed secret of a key, as the database has it; none where it was forgotten.
async fn sealed(app: &TestApp, key: SigningKeyId) -> Option<String> {
    let select = Query::select()
        .column("sealed_secret")
        .from("officer_keys")
        .and_where(Expr::col("id").eq(key.0))
        .to_owned();
    app.database
        .raw
        .query_one(&select)
        .await
        .unwrap()
        .unwrap()
        .try_get_by_index(0)
        .unwrap()
}

/// Writes another sealed secret for a key, past the office.
async fn put_sealed(app: &TestApp, key: SigningKeyId, sealed: &str) {
    let update = Query::update()
        .table("officer_keys")
        .value("sealed_secret", sealed)
        .and_where(Expr::col("id").eq(key.0))
        .to_owned();
    assert_eq!(app.database.raw.execute(&update).await.unwrap().rows_affected(), 1);
}

/// The ledger's entries of one kind, the newest first.
async fn entries(app: &TestApp, kind: &str) -> Vec<Value> {
    let reply = app
        .acting(Persona::Auditor)
        .get(&format!("/api/v1/ledger/entries?kind={kind}"))
        .await
        .expect(200);
    reply.json["items"].as_array().unwrap().clone()
}
