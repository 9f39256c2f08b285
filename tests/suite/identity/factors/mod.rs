//! Second factors, from outside.

mod admin;
mod enrolment;
mod notices;
mod passkeys;
mod tokens;
mod totp;

use super::{PASSWORD, give_password, sign_in, with_token};
use daftar_application::Clock as _;
use daftar_domain::identity::{FactorPolicy, totp_code};
use daftar_testing::{Authenticator, Backend, Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// A phone: it knows a secret, and shows codes.
pub(crate) struct Phone(Vec<u8>);

impl Phone {
    /// A phone that has read an offer.
    pub(crate) fn reading(offer: &Reply) -> Self {
        let secret = offer.json["secret"].as_str().unwrap();
        let digit = |c: u8| if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'A' };
        let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
        for c in secret.bytes() {
            bits = bits << 5 | u32::from(digit(c));
            held += 5;
            if held >= 8 {
                held -= 8;
                bytes.push(u8::try_from(bits >> held & 0xFF).unwrap());
            }
        }
        Self(bytes)
    }

    /// The code that it shows now.
    pub(crate) fn code(&self, app: &TestApp) -> String {
        totp_code(&self.0, app.clock.now()).unwrap()
    }
}

/// An office in which whoever must have a second factor must have one.
pub(crate) async fn strict_office() -> TestApp {
    let reader = env!("CARGO_BIN_EXE_daftar-test-papers");
    TestApp::start_with(Backend::Sqlite, reader, FactorPolicy::Required).await
}

/// Enrols a phone; answers it with the codes on paper. The clock moves on, so that its next code is another.
pub(crate) async fn enrol_phone(app: &TestApp, client: &Client) -> (Phone, Vec<String>) {
    let offer = client.post("/api/v1/me/totp", &json!({})).await.expect(200);
    let phone = Phone::reading(&offer);
    let confirmed = confirm(app, client, &phone).await.expect(200);
    (phone, codes(&confirmed))
}

pub(crate) async fn confirm(app: &TestApp, client: &Client, phone: &Phone) -> Reply {
    let reply = client.put("/api/v1/me/totp", &json!({ "code": phone.code(app) })).await;
    app.clock.advance(chrono::Duration::seconds(30));
    reply
}

pub(crate) fn codes(reply: &Reply) -> Vec<String> {
    let codes = reply.json["recovery_codes"].as_array().unwrap();
    codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

/// A client of somebody who has signed in with his password, with a token that is as fresh as the clock.
pub(crate) async fn signed_in(app: &TestApp, persona: Persona) -> Client {
    give_password(app, persona, false).await;
    let reply = sign_in(app, persona.user_name(), PASSWORD).await.expect(200);
    assert_eq!(reply.json["token_kind"], "session");
    with_token(app, &reply)
}

/// Signs in with the password; answers the client that has still to prove a second factor.
pub(crate) async fn half_signed_in(app: &TestApp, persona: Persona) -> (Client, Reply) {
    let reply = sign_in(app, persona.user_name(), PASSWORD).await.expect(200);
    assert_eq!(reply.json["token_kind"], "second_factor");
    assert!(!reply.headers.contains_key("set-cookie"));
    (with_token(app, &reply), reply)
}

pub(crate) async fn finish(half: &Client, proof: Value) -> Reply {
    half.post("/api/v1/session/second-factor", &proof).await
}

/// Enrols a passkey; answers its id.
pub(crate) async fn enrol_passkey(client: &Client, authenticator: &Authenticator) -> String {
    let options = client.post("/api/v1/me/passkeys/options", &json!({})).await.expect(200);
    let body = json!({"name": "Laptop", "credential": authenticator.register(&options.json, None)});
    let made = client.post("/api/v1/me/passkeys", &body).await.expect(201);
    assert_eq!(made.etag(), "\"1\"");
    made.id()
}

/// The administrator approves a passkey.
pub(crate) async fn approve(app: &TestApp, id: &str, version: &str) -> Reply {
    let admin = app.acting(Persona::Administrator).if_match(version);
    admin.post(&format!("/api/v1/passkeys/{id}/approval"), &json!({})).await
}

/// Somebody with an approved passkey.
pub(crate) async fn with_passkey(app: &TestApp, persona: Persona, number: u8) -> (Client, Authenticator, String) {
    let client = signed_in(app, persona).await;
    let authenticator = Authenticator::new(number);
    let id = enrol_passkey(&client, &authenticator).await;
    approve(app, &id, "\"1\"").await.expect(200);
    (client, authenticator, id)
}

/// The code of the only wrong field.
pub(crate) fn field(reply: &Reply) -> (&str, &str) {
    let error = &reply.json["errors"][0];
    (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())
}

/// Kinds of the account's entries in the ledger, the latest first.
pub(crate) async fn ledger_of(app: &TestApp, persona: Persona) -> Vec<String> {
    let path = format!(
        "/api/v1/ledger/entries?module=identity&subject_id={}",
        app.people.of(persona).person
    );
    let entries = app.acting(Persona::Auditor).get(&path).await.expect(200);
    let entries = entries.json["items"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap().to_owned())
        .collect()
}
