//! Persons.

use super::{act, add_person, on_post};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn a_person_is_added_changed_found(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let id = add_person(&app, "Ayesha.Khan").await.expect(201).id();
        let path = format!("/api/v1/persons/{id}");
        let person = admin.get(&path).await.expect(200);
        assert_eq!(person.json["user_name"], "ayesha.khan");
        assert_eq!(person.json["charges"], json!([]));
        let change = json!({ "email": null, "name_en": "Dr Ayesha Khan" });
        admin.if_match(&person.etag()).patch(&path, &change).await.expect(200);
        let person = admin.get(&path).await.expect(200);
        assert_eq!((&person.json["email"], person.json["name_en"].as_str()), (&json!(null), Some("Dr Ayesha Khan")));
        assert_eq!(add_person(&app, "ayesha.khan").await.expect(409).code(), "user-name-taken");
        let found = admin.get("/api/v1/persons?query=%D8%B9%D8%A7%D8%A6%D8%B4%DB%81").await.expect(200);
        assert_eq!(found.json["items"].as_array().unwrap().len(), 1);
        let wrong = json!({ "user_name": "1x", "name_en": "A", "name_ur": "ا", "email": "no address", "language": "en" });
        let wrong = admin.post("/api/v1/persons", &wrong).await.expect(422);
        assert_eq!(wrong.json["errors"].as_array().unwrap().len(), 2);
    }

    async fn deactivation_ends_charges_and_sessions_and_can_be_undone(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let clerk = app.people.of(Persona::Clerk);
        let path = format!("/api/v1/persons/{}", clerk.person);
        app.acting(Persona::Clerk).get("/api/v1/me").await.expect(200);
        act(&app, &path, "deactivation", &json!({})).await.expect(200);
        app.acting(Persona::Clerk).get("/api/v1/me").await.expect(401);
        let person = admin.get(&path).await.expect(200);
        assert_eq!(person.json["charges"], json!([]));
        assert!(!person.json["deactivated_at"].is_null());
        let post = admin.get(&format!("/api/v1/posts/{}", clerk.post)).await.expect(200);
        assert!(post.json["holder"].is_null());
        let inactive = admin.get("/api/v1/persons?active=false").await.expect(200);
        assert_eq!(inactive.json["items"].as_array().unwrap().len(), 1);
        let appoint = json!({ "person_id": clerk.person, "kind": "substantive" });
        let charges = format!("/api/v1/posts/{}/charges", clerk.post);
        let refused = on_post(&app, clerk.post).await.post(&charges, &appoint).await.expect(409);
        assert_eq!(refused.code(), "person-deactivated");
        act(&app, &path, "reactivation", &json!({})).await.expect(200);
        on_post(&app, clerk.post).await.post(&charges, &appoint).await.expect(201);
        // The session stays ended.
        app.acting(Persona::Clerk).get("/api/v1/me").await.expect(401);
    }

    async fn nobody_deactivates_himself(app: TestApp) {
        let path = format!("/api/v1/persons/{}", app.people.of(Persona::Administrator).person);
        assert_eq!(act(&app, &path, "deactivation", &json!({})).await.expect(409).code(), "own-account");
    }

    async fn persons_of_one_name_are_paged_without_loss(app: TestApp) {
        for n in 0..5 {
            add_person(&app, &format!("person.{n}")).await.expect(201);
        }
        let clerk = app.acting(Persona::Clerk);
        let mut names = Vec::new();
        let mut path = "/api/v1/persons?limit=2&query=person.".to_owned();
        loop {
            let page = clerk.get(&path).await.expect(200);
            let items = page.json["items"].as_array().unwrap();
            names.extend(items.iter().map(|person| person["user_name"].as_str().unwrap().to_owned()));
            let Some(next) = page.json["next_cursor"].as_str() else { break };
            path = format!("/api/v1/persons?limit=2&query=person.&cursor={next}");
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 5);
    }
}
