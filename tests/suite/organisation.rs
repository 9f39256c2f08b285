//! Units, posts, persons, charges, from outside.

mod charges;
mod imports;
mod persons;
mod posts;
mod units;

use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// Adds a unit below another, as the administrator.
pub(crate) async fn add_unit(app: &TestApp, parent: &str, code: &str) -> Reply {
    let body = json!({
        "parent_id": parent, "kind": "section", "code": code,
        "name_en": "A Section", "name_ur": "ایک سیکشن",
    });
    app.acting(Persona::Administrator).post("/api/v1/units", &body).await
}

/// The body that creates a post.
pub(crate) fn new_post(unit: &str, code: &str, reports_to: Option<&str>) -> Value {
    json!({
        "unit_id": unit, "code": code, "title_en": "Section Officer", "title_ur": "سیکشن آفیسر",
        "grade": 17, "reports_to": reports_to, "roles": ["officer"],
    })
}

/// Creates a post, as the administrator.
pub(crate) async fn add_post(app: &TestApp, unit: &str, code: &str) -> Reply {
    app.acting(Persona::Administrator)
        .post("/api/v1/posts", &new_post(unit, code, None))
        .await
}

/// Opens an account, as the administrator.
pub(crate) async fn add_person(app: &TestApp, user_name: &str) -> Reply {
    let body = json!({
        "user_name": user_name, "name_en": "Ayesha Khan", "name_ur": "عائشہ خان",
        "email": "ayesha@example.gov.pk", "language": "ur",
    });
    app.acting(Persona::Administrator).post("/api/v1/persons", &body).await
}

/// Acts on something at the version that it has now.
pub(crate) async fn act(app: &TestApp, resource: &str, act: &str, body: &Value) -> Reply {
    let admin = app.acting(Persona::Administrator);
    let etag = admin.get(resource).await.expect(200).etag();
    admin.if_match(&etag).post(&format!("{resource}/{act}"), body).await
}

/// The administrator with the version that a post has now.
pub(crate) async fn on_post(app: &TestApp, post: impl std::fmt::Display) -> Client {
    let admin = app.acting(Persona::Administrator);
    let etag = admin.get(&format!("/api/v1/posts/{post}")).await.expect(200).etag();
    admin.if_match(&etag)
}
