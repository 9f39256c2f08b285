//! Assistants: who lets whom assist at his post, and what that is worth.

mod drafts;
mod ends;
mod given;
mod refused;
mod seen;

use crate::organisation::add_person;
use chrono::Duration;
use daftar_application::Clock as _;
use daftar_domain::office::PersonId;
use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// The request that makes an assistant of a person for thirty days.
pub(crate) fn assistant(app: &TestApp, person: impl std::fmt::Display) -> Value {
    json!({"person_id": person.to_string(), "until": app.clock.now() + Duration::days(30)})
}

/// Lets somebody assist at the post of somebody else.
pub(crate) async fn give(app: &TestApp, giver: Persona, who: Persona) -> Reply {
    let body = assistant(app, app.people.of(who).person);
    app.acting(giver).post("/api/v1/delegations", &body).await
}

/// The client of somebody who acts at the post of somebody else.
pub(crate) fn at_post_of(app: &TestApp, who: Persona, holder: Persona) -> Client {
    let post = app.people.of(holder).post.to_string();
    app.acting(who).with("Acting-Post", &post)
}

/// Lets somebody assist, and answers his client at that post.
pub(crate) async fn assisting(app: &TestApp, giver: Persona, who: Persona) -> Client {
    give(app, giver, who).await.expect(201);
    at_post_of(app, who, giver)
}

/// A new person without a post, who assists the section officer; answers him and the delegation.
pub(crate) async fn assisting_person(app: &TestApp, user_name: &str) -> (PersonId, String) {
    let person = add_person(app, user_name).await.expect(201).id();
    let officer = app.acting(Persona::SectionOfficer);
    let given = officer.post("/api/v1/delegations", &assistant(app, &person)).await;
    (PersonId(person.parse().unwrap()), given.expect(201).id())
}

/// Saves a draft over nothing.
async fn draft(client: &Client, file: &str, text: &str) -> Reply {
    let body = json!({ "body": crate::files::body(&[text]) });
    let path = format!("/api/v1/files/{file}/draft-note");
    client.if_match("\"0\"").put(&path, &body).await
}

/// Puts a draft up at the version of an earlier answer.
async fn put_up(client: &Client, file: &str, version: &Reply) -> Reply {
    let client = client.if_match(&version.etag());
    let request = client.request("POST", &format!("/api/v1/files/{file}/draft-note/put-up"));
    client.send(request).await
}

/// What was put up to an officer on a file.
async fn put_up_to(app: &TestApp, officer: Persona, file: &str) -> Value {
    let path = format!("/api/v1/files/{file}/draft-notes");
    app.acting(officer).get(&path).await.expect(200).json["items"].clone()
}
