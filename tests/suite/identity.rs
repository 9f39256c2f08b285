//! Accounts and sessions, from outside.

pub(crate) mod factors;
mod passwords;
mod sessions;
mod set_up;
mod sign_in;
mod webauthn;

use daftar_application::Clock as _;
use daftar_persistence::identity::Credential;
use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::json;

/// A password that passes the rules.
pub(crate) const PASSWORD: &str = "mango-river-lantern-84";
/// Another.
pub(crate) const OTHER: &str = "teapot-glacier-sandal-19";

/// Gives a persona a password, as if chosen long ago.
pub(crate) async fn give_password(app: &TestApp, persona: Persona, must_change: bool) {
    let person = app.people.of(persona).person;
    let password_hash = app.office.passwords().hash(&PASSWORD.into()).await.unwrap();
    let tx = app.database.database.begin().await.unwrap();
    let credential = Credential {
        password_hash,
        must_change,
    };
    tx.identity()
        .put_credential(person, &credential, app.clock.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Tries to sign in, from an address of one's own.
pub(crate) async fn sign_in_from(app: &TestApp, address: &str, user_name: &str, password: &str) -> Reply {
    let body = json!({ "user_name": user_name, "password": password });
    app.anonymous()
        .with("X-Forwarded-For", address)
        .post("/api/v1/session", &body)
        .await
}

pub(crate) async fn sign_in(app: &TestApp, user_name: &str, password: &str) -> Reply {
    sign_in_from(app, "10.0.0.1", user_name, password).await
}

/// The value of the refresh cookie that a reply sets.
pub(crate) fn cookie(reply: &Reply) -> String {
    let header = reply.headers["set-cookie"].to_str().unwrap();
    let pair = header.split(';').next().unwrap();
    pair.strip_prefix("daftar_refresh=").unwrap().to_owned()
}

/// Presents a refresh token.
pub(crate) async fn refresh(app: &TestApp, token: &str) -> Reply {
    let client = app
        .anonymous()
        .with("X-Daftar", "1")
        .with("Cookie", &format!("daftar_refresh={token}"));
    let request = client.request("POST", "/api/v1/session/refresh");
    client.send(request).await
}

/// A client with the access token of a reply.
pub(crate) fn with_token(app: &TestApp, reply: &Reply) -> Client {
    app.anonymous().with_token(reply.json["access_token"].as_str().unwrap())
}
