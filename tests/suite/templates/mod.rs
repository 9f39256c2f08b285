//! Templates of the office's own.

mod force;
mod print;
mod versions;

use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

pub(crate) const TEMPLATES: &str = "/api/v1/templates";

/// The built-in letter with a motto below its head.
pub(crate) const MOTTO: &str = "#import \"/daftar.typ\": *\n#show: sheet\n\n#letterhead()\n#align(center)[Motto]\n\
    #number-line()\n#addressees()\n#subject()\n#amends()\n#reference()\n#salutation()\n#body()\n#closing()\n\
    #enclosures()\n#copies()\n";

fn admin(app: &TestApp) -> Client {
    app.acting(Persona::Administrator)
}

/// Makes a template of a letter.
pub(crate) async fn make(app: &TestApp, unit: Option<&str>, source: &str) -> Reply {
    let body = match unit {
        Some(code) => json!({"form": "letter", "unit": app.people.unit(code).to_string(), "source": source}),
        None => json!({"form": "letter", "source": source}),
    };
    admin(app).post(TEMPLATES, &body).await
}

/// An administrator's client at a template's present version.
async fn at(app: &TestApp, id: &str) -> Client {
    let client = admin(app);
    client.if_match(&client.get(&format!("{TEMPLATES}/{id}")).await.expect(200).etag())
}

async fn read(app: &TestApp, id: &str) -> Value {
    admin(app).get(&format!("{TEMPLATES}/{id}")).await.expect(200).json
}

async fn save(app: &TestApp, id: &str, source: &str) -> Reply {
    let body = json!({"source": source, "based_on": 1});
    at(app, id)
        .await
        .post(&format!("{TEMPLATES}/{id}/versions"), &body)
        .await
}

async fn enforce(app: &TestApp, id: &str, number: i32) -> Reply {
    let body = json!({ "number": number });
    at(app, id)
        .await
        .post(&format!("{TEMPLATES}/{id}/enforcement"), &body)
        .await
}

async fn withdraw(app: &TestApp, id: &str) -> Reply {
    at(app, id)
        .await
        .post(&format!("{TEMPLATES}/{id}/withdrawal"), &json!({}))
        .await
}

async fn preview(app: &TestApp, source: &str, language: &str, sample: &str) -> Reply {
    let body = json!({"form": "letter", "language": language, "sample": sample, "source": source});
    admin(app).post("/api/v1/template-previews", &body).await
}
