//! The tree of units.

use super::{act, add_post, add_unit};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn a_unit_is_added_renamed_and_closed(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let parent = app.people.unit("FD").to_string();
        let added = add_unit(&app, &parent, "FD-NEW").await.expect(201);
        let path = added.headers["location"].to_str().unwrap().to_owned();
        assert_eq!(added.json["version"], 1);
        let unit = admin.get(&path).await.expect(200);
        assert_eq!((unit.json["code"].as_str(), unit.json["posts"].as_i64()), (Some("FD-NEW"), Some(0)));

        let change = json!({ "name_en": "Better Section", "file_number_template": "{section}/{head}-{serial}/{year}" });
        let missing = admin.patch(&path, &change).await.expect(428);
        assert_eq!(missing.code(), "if-match-required");
        let changed = admin.if_match(&unit.etag()).patch(&path, &change).await.expect(200);
        assert_eq!(changed.etag(), "\"2\"");
        admin.if_match(&unit.etag()).patch(&path, &change).await.expect(412);
        let unit = admin.get(&path).await.expect(200);
        assert_eq!(unit.json["name_en"], "Better Section");
        assert_eq!(unit.json["name_ur"], "ایک سیکشن");

        act(&app, &path, "closure", &json!({})).await.expect(200);
        let again = act(&app, &path, "closure", &json!({})).await.expect(409);
        assert_eq!(again.code(), "unit-closed");
        let open = admin.get("/api/v1/units?query=better").await.expect(200);
        assert_eq!(open.json["items"], json!([]));
        let all = admin.get("/api/v1/units?query=better&include_closed=true").await.expect(200);
        assert_eq!(all.json["items"].as_array().unwrap().len(), 1);
    }

    async fn what_is_wrong_is_told_at_its_field(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let body = json!({
            "parent_id": null, "kind": "section", "code": "has space", "name_en": " ", "name_ur": "ایک\u{202E}",
            "file_number_template": "{nothing}",
        });
        let wrong = admin.with("Accept-Language", "ur").post("/api/v1/units", &body).await.expect(422);
        let told: Vec<(String, String)> = wrong.json["errors"].as_array().unwrap().iter()
            .map(|e| (e["pointer"].as_str().unwrap().to_owned(), e["code"].as_str().unwrap().to_owned()))
            .collect();
        for (pointer, code) in [
            ("/code", "code-shape"), ("/name_en", "required"), ("/name_ur", "forbidden-character"),
            ("/file_number_template", "file-number-template-shape"),
        ] {
            assert!(told.contains(&(pointer.to_owned(), code.to_owned())), "{told:?}");
        }
        assert!(wrong.json["errors"][0]["message"].as_str().unwrap().contains("کوڈ"));
        let taken = add_unit(&app, &app.people.unit("GOV").to_string(), "FD").await.expect(409);
        assert_eq!(taken.code(), "code-taken");
        let lost = add_unit(&app, "00000000-0000-7000-8000-000000000000", "X-1").await.expect(422);
        assert_eq!(lost.json["errors"][0]["pointer"], "/parent_id");
        let unknown = json!({ "kind": "castle" });
        admin.post("/api/v1/units", &unknown).await.expect(422);
        let extra = json!({ "kind": "section", "code": "A", "name_en": "A", "name_ur": "ا", "colour": "green" });
        admin.post("/api/v1/units", &extra).await.expect(400);
    }

    async fn a_unit_never_lies_below_itself_and_closes_only_when_empty(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let (gov, fd) = (app.people.unit("GOV").to_string(), app.people.unit("FD").to_string());
        let path = format!("/api/v1/units/{gov}");
        let etag = admin.get(&path).await.expect(200).etag();
        let below = json!({ "parent_id": app.people.unit("BUD").to_string() });
        let cycle = admin.if_match(&etag).patch(&path, &below).await.expect(422);
        assert_eq!(cycle.code(), "parent-cycle");
        let full = act(&app, &path, "closure", &json!({})).await.expect(409);
        assert_eq!(full.code(), "unit-not-empty");

        let unit = add_unit(&app, &fd, "FD-X").await.expect(201).id();
        let path = format!("/api/v1/units/{unit}");
        let post = add_post(&app, &unit, "SO-X").await.expect(201).id();
        act(&app, &path, "closure", &json!({})).await.expect(409);
        act(&app, &format!("/api/v1/posts/{post}"), "abolition", &json!({})).await.expect(200);
        act(&app, &path, "closure", &json!({})).await.expect(200);
        let shut = add_post(&app, &unit, "SO-Y").await.expect(409);
        assert_eq!(shut.code(), "unit-closed");
    }

    async fn two_moves_at_once_never_make_a_cycle(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let gov = app.people.unit("GOV").to_string();
        let one = add_unit(&app, &gov, "ONE").await.expect(201).id();
        let two = add_unit(&app, &gov, "TWO").await.expect(201).id();
        let (path_one, path_two) = (format!("/api/v1/units/{one}"), format!("/api/v1/units/{two}"));
        let client = admin.if_match("\"1\"");
        let (under_one, under_two) = (json!({ "parent_id": one }), json!({ "parent_id": two }));
        let (a, b) = tokio::join!(client.patch(&path_one, &under_two), client.patch(&path_two, &under_one));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422]);
    }

    async fn lists_go_on_where_they_ended(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let mut codes = Vec::new();
        let mut path = "/api/v1/units?limit=3".to_owned();
        loop {
            let page = clerk.get(&path).await.expect(200);
            for unit in page.json["items"].as_array().unwrap() {
                codes.push(unit["code"].as_str().unwrap().to_owned());
            }
            let Some(next) = page.json["next_cursor"].as_str() else { break };
            path = format!("/api/v1/units?limit=3&cursor={next}");
        }
        let mut sorted = codes.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), 7, "{codes:?}");
        assert_eq!(codes.len(), 7);
        let odd = clerk.get("/api/v1/units?cursor=odd").await.expect(400);
        assert_eq!(odd.code(), "cursor-invalid");
        clerk.get("/api/v1/units?colour=green").await.expect(400);
    }

    async fn a_unit_says_in_its_letterhead_where_it_is(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let path = format!("/api/v1/units/{}", app.people.unit("FD"));
        let unit = admin.get(&path).await.expect(200);
        assert_eq!((&unit.json["place_en"], &unit.json["phone"]), (&json!(""), &json!("")));
        let half = json!({
            "place_en": "Lahore", "address_ur": "لوئر مال", "phone": "042 ☎🙂", "email": "nobody",
        });
        let wrong = admin.if_match(&unit.etag()).patch(&path, &half).await.expect(422);
        let told: Vec<_> = wrong.json["errors"].as_array().unwrap().iter()
            .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
            .collect();
        assert_eq!(told, [("/place_ur", "required"), ("/address_en", "required"), ("/email", "email-shape")]);
        let unprintable = admin.if_match(&unit.etag()).patch(&path, &json!({"phone": "042 🙂"})).await.expect(422);
        assert_eq!(unprintable.json["errors"][0]["code"], "letterhead-unprintable");
        assert_eq!(unprintable.json["errors"][0]["pointer"], "/phone");

        let whole = json!({
            "place_en": " Lahore ", "place_ur": "لاہور", "address_en": "Lower Mall", "address_ur": "لوئر مال",
            "phone": "042-99211060", "email": "office@finance.example.gov.pk",
        });
        let _ = admin.if_match(&unit.etag()).patch(&path, &whole).await.expect(200);
        admin.if_match(&unit.etag()).patch(&path, &whole).await.expect(412);
        let listed = app.acting(Persona::Clerk).get("/api/v1/units?query=FD").await.expect(200);
        assert_eq!(listed.json["items"][0]["place_en"], "Lahore");
        // A change of something else leaves it; an empty text takes a part of it away.
        let _ = admin.if_match("\"2\"").patch(&path, &json!({"name_en": "Finance"})).await.expect(200);
        let _ = admin.if_match("\"3\"").patch(&path, &json!({"phone": " "})).await.expect(200);
        let unit = admin.get(&path).await.expect(200);
        assert_eq!((&unit.json["phone"], &unit.json["address_ur"]), (&json!(""), &json!("لوئر مال")));

        let entries = format!("/api/v1/ledger/entries?subject_id={}&kind=unit_changed", app.people.unit("FD"));
        let entries = app.acting(Persona::Auditor).get(&entries).await.expect(200).json;
        assert_eq!(entries["items"].as_array().unwrap().len(), 3);
        assert!(!entries.to_string().contains("99211060"), "{entries}");
    }

    async fn only_administrators_change_units(app: TestApp) {
        let body = json!({ "kind": "section", "code": "A", "name_en": "A", "name_ur": "ا" });
        for persona in [Persona::Secretary, Persona::Clerk, Persona::Auditor] {
            let refused = app.acting(persona).post("/api/v1/units", &body).await.expect(403);
            assert_eq!(refused.code(), "role-missing");
        }
        app.anonymous().post("/api/v1/units", &body).await.expect(401);
    }

    async fn the_same_key_adds_one_unit(app: TestApp) {
        let admin = app.acting(Persona::Administrator).with("Idempotency-Key", "one");
        let body = json!({ "kind": "department", "code": "K", "name_en": "K", "name_ur": "ک" });
        let first = admin.post("/api/v1/units", &body).await.expect(201);
        let again = admin.post("/api/v1/units", &body).await.expect(201);
        assert_eq!(first.json, again.json);
        let other = json!({ "kind": "department", "code": "L", "name_en": "K", "name_ur": "ک" });
        let mismatch = admin.post("/api/v1/units", &other).await.expect(422);
        assert_eq!(mismatch.code(), "idempotency-mismatch");
    }
}
