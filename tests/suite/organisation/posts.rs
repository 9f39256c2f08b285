//! Posts.

use super::{act, add_post, new_post, on_post};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn a_post_is_created_changed_and_abolished(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let (unit, superior) = (app.people.unit("BUD").to_string(), app.people.of(Persona::DeputySecretary).post.to_string());
        let created = admin.post("/api/v1/posts", &new_post(&unit, "SO-B-2", Some(&superior))).await.expect(201);
        let path = format!("/api/v1/posts/{}", created.id());
        let post = admin.get(&path).await.expect(200);
        assert_eq!(post.json["reports_to"], superior);
        assert_eq!(post.json["unit"]["code"], "BUD");
        assert!(post.json["holder"].is_null());
        let change = json!({ "grade": 18, "reports_to": null, "roles": ["officer", "authenticator"] });
        admin.if_match(&post.etag()).patch(&path, &change).await.expect(200);
        let post = admin.get(&path).await.expect(200);
        assert_eq!((post.json["grade"].as_i64(), &post.json["reports_to"]), (Some(18), &json!(null)));
        assert_eq!(post.json["roles"], json!(["officer", "authenticator"]));
        act(&app, &path, "abolition", &json!({})).await.expect(200);
        let gone = act(&app, &path, "abolition", &json!({})).await.expect(409);
        assert_eq!(gone.code(), "post-abolished");
    }

    async fn grades_roles_codes_and_superiors_are_checked(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let unit = app.people.unit("BUD").to_string();
        for (field, value, code) in [
            ("grade", json!(23), "grade-out-of-range"),
            ("grade", json!(0), "grade-out-of-range"),
            ("roles", json!([]), "roles-empty"),
            ("roles", json!(["administrator", "officer"]), "roles-conflict"),
            ("roles", json!(["auditor", "registry"]), "roles-conflict"),
            ("code", json!("two words"), "code-shape"),
        ] {
            let mut body = new_post(&unit, "SO-Z", None);
            body[field] = value;
            let wrong = admin.post("/api/v1/posts", &body).await.expect(422);
            assert_eq!(wrong.json["errors"][0]["code"], code);
            assert_eq!(wrong.json["errors"][0]["pointer"], format!("/{field}"));
        }
        add_post(&app, &unit, "SO-Z").await.expect(201);
        assert_eq!(add_post(&app, &unit, "SO-Z").await.expect(409).code(), "code-taken");

        let secretary = format!("/api/v1/posts/{}", app.people.of(Persona::Secretary).post);
        let etag = admin.get(&secretary).await.expect(200).etag();
        let below = json!({ "reports_to": app.people.of(Persona::SectionOfficer).post.to_string() });
        let cycle = admin.if_match(&etag).patch(&secretary, &below).await.expect(422);
        assert_eq!(cycle.code(), "superior-cycle");
    }

    async fn a_post_in_use_is_not_abolished(app: TestApp) {
        let held = format!("/api/v1/posts/{}", app.people.of(Persona::LawOfficer).post);
        assert_eq!(act(&app, &held, "abolition", &json!({})).await.expect(409).code(), "post-held");
        let deputy = app.people.of(Persona::DeputySecretary);
        let admin = on_post(&app, deputy.post).await;
        admin.post(&format!("/api/v1/charges/{}/end", deputy.charge), &json!({})).await.expect(200);
        let path = format!("/api/v1/posts/{}", deputy.post);
        let busy = act(&app, &path, "abolition", &json!({})).await.expect(409);
        assert_eq!(busy.code(), "post-has-subordinates");
    }

    async fn posts_are_found_by_words_role_and_vacancy(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let found = async |query: &str| {
            let page = clerk.get(&format!("/api/v1/posts?{query}")).await.expect(200);
            page.json["items"].as_array().unwrap().len()
        };
        add_post(&app, &app.people.unit("BUD").to_string(), "SO_VACANT").await.expect(201);
        assert_eq!(found("query=so_vacant").await, 1);
        assert_eq!(found("query=so%25vacant").await, 0);
        assert_eq!(found("query=budget+SECTION").await, 2);
        assert_eq!(found("query=%D8%A8%D8%AC%D9%B9").await, 2);
        assert_eq!(found("role=registry").await, 2);
        assert_eq!(found("role=auditor").await, 1);
        assert_eq!(found("vacant=true").await, 1);
        assert_eq!(found("vacant=false").await, 9);
        assert_eq!(found(&format!("unit_id={}", app.people.unit("FD"))).await, 2);
    }
}
