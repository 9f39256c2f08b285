//! Set-up links and the first account.

use super::{OTHER, PASSWORD, sign_in, with_token};
use chrono::Duration;
use daftar_application::identity::{NewUser, add_user};
use daftar_domain::office::Language;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::json;

async fn link(app: &TestApp, persona: Persona) -> String {
    let path = format!("/api/v1/persons/{}/set-up-link", app.people.of(persona).person);
    let admin = app.acting(Persona::Administrator);
    let issued = admin.send(admin.request("POST", &path)).await.expect(201);
    let path = issued.json["url_path"].as_str().unwrap();
    path.strip_prefix("/set-up#").unwrap().to_owned()
}

on_both! {
    async fn a_link_gives_a_password_once(app: TestApp) {
        let token = link(&app, Persona::Clerk).await;
        let open = app.anonymous().post("/api/v1/set-up/check", &json!({ "token": token })).await.expect(200);
        assert_eq!(open.json["user_name"], "clerk");
        let weak = json!({ "token": token, "new_password": "aaaaaaaaaaaaaa" });
        let refused = app.anonymous().post("/api/v1/set-up", &weak).await.expect(422);
        assert_eq!(refused.json["errors"][0]["code"], "password-too-weak");
        let set = json!({ "token": token, "new_password": PASSWORD });
        let session = app.anonymous().post("/api/v1/set-up", &set).await.expect(200);
        with_token(&app, &session).get("/api/v1/me").await.expect(200);
        // A reset ends what ran before.
        app.acting(Persona::Clerk).get("/api/v1/me").await.expect(401);
        sign_in(&app, "clerk", PASSWORD).await.expect(200);
        let again = app.anonymous().post("/api/v1/set-up", &json!({ "token": token, "new_password": OTHER })).await.expect(404);
        assert_eq!(again.code(), "set-up-link-unknown");
    }

    async fn old_replaced_and_invented_links_answer_alike(app: TestApp) {
        let replaced = link(&app, Persona::Clerk).await;
        let current = link(&app, Persona::Clerk).await;
        let check = async |token: &str| app.anonymous().post("/api/v1/set-up/check", &json!({ "token": token })).await;
        let (first, second) = (check(&replaced).await.expect(404), check("invented").await.expect(404));
        assert_eq!(first.json["title"], second.json["title"]);
        check(&current).await.expect(200);
        app.clock.advance(Duration::hours(72));
        check(&current).await.expect(404);
    }

    async fn only_administrators_issue_links(app: TestApp) {
        let path = format!("/api/v1/persons/{}/set-up-link", app.people.of(Persona::Clerk).person);
        for persona in [Persona::Secretary, Persona::Auditor, Persona::Clerk] {
            let client = app.acting(persona);
            client.send(client.request("POST", &path)).await.expect(403);
        }
    }

    async fn a_user_added_at_the_machine_changes_his_first_password(app: TestApp) {
        let user = NewUser {
            user_name: "Root.Admin".to_owned(),
            name_en: "Root".to_owned(),
            name_ur: "منتظم".to_owned(),
            language: Language::Urdu,
            administrator: true,
        };
        let added = add_user(&app.office, &user).await.unwrap();
        let first = sign_in(&app, "root.admin", &added.first_password).await.expect(200);
        assert_eq!(first.json["token_kind"], "password_change");
        let change = json!({ "current_password": added.first_password, "new_password": PASSWORD });
        let full = with_token(&app, &first).put("/api/v1/me/password", &change).await.expect(200);
        let me = with_token(&app, &full).get("/api/v1/me").await.expect(200);
        assert_eq!(me.json["charges"][0]["roles"], json!(["administrator"]));
        assert!(add_user(&app.office, &user).await.is_err());
    }
}
