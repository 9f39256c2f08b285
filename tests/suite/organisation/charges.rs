//! Appointing, handing over, ending.

use super::{add_person, add_post, new_post};
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn a_transfer_acts_at_the_next_request(app: TestApp) {
        let (from, to) = (app.people.of(Persona::SectionOfficer), app.people.of(Persona::OtherSectionOfficer));
        let predecessor = app.acting(Persona::SectionOfficer);
        let successor = app.acting(Persona::OtherSectionOfficer);
        let post = from.post.to_string();
        predecessor.get("/api/v1/units").await.expect(200);
        let refused = successor.with("Acting-Post", &post).get("/api/v1/units").await.expect(403);
        assert_eq!(refused.code(), "acting-post-not-held");

        let body = json!({ "to_person_id": to.person, "kind": "additional", "remark": "Order No. 7" });
        let path = format!("/api/v1/posts/{post}");
        app.acting(Persona::Administrator).post(&format!("{path}/transfer"), &body).await.expect(200);

        let gone = predecessor.get("/api/v1/units").await.expect(403);
        assert_eq!(gone.code(), "no-charge");
        successor.with("Acting-Post", &post).get("/api/v1/units").await.expect(200);
        let which = successor.get("/api/v1/units").await.expect(400);
        assert_eq!(which.code(), "acting-post-required");
        let me = successor.get("/api/v1/me").await.expect(200);
        assert_eq!(me.json["charges"].as_array().unwrap().len(), 2);
        assert_eq!(me.json["charges"][0]["kind"], "substantive");
        assert!(me.json["acting"].is_null());

        let charges = app.acting(Persona::Clerk).get(&format!("{path}/charges")).await.expect(200);
        assert_eq!(charges.json["items"][0]["remark"], "Order No. 7");
        assert_eq!(charges.json["items"][1]["to"], charges.json["items"][0]["from"]);
        let holder = app.acting(Persona::Clerk).get(&path).await.expect(200);
        assert_eq!(holder.json["holder"]["person"]["id"], to.person.to_string());
        assert_eq!(holder.json["version"], 2);
    }

    async fn a_post_has_one_holder(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let post = add_post(&app, &app.people.unit("BUD").to_string(), "SO-NEW").await.expect(201).id();
        let person = add_person(&app, "ayesha.khan").await.expect(201).id();
        let path = format!("/api/v1/posts/{post}");
        let appoint = json!({ "person_id": person, "kind": "substantive" });
        let transfer = json!({ "to_person_id": person, "kind": "substantive" });
        assert_eq!(admin.post(&format!("{path}/transfer"), &transfer).await.expect(409).code(), "post-vacant");
        let charges = format!("{path}/charges");
        let (a, b) = tokio::join!(admin.post(&charges, &appoint), admin.post(&charges, &appoint));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        assert_eq!(admin.post(&format!("{path}/transfer"), &transfer).await.expect(409).code(), "already-holder");
        let listed = admin.get(&charges).await.expect(200);
        let charge = listed.json["items"][0]["id"].as_str().unwrap().to_owned();
        admin.post(&format!("/api/v1/charges/{charge}/end"), &json!({})).await.expect(200);
        let ended = admin.post(&format!("/api/v1/charges/{charge}/end"), &json!({})).await.expect(409);
        assert_eq!(ended.code(), "charge-ended");
        admin.post(&charges, &appoint).await.expect(201);
        let nobody = json!({ "person_id": "00000000-0000-7000-8000-000000000000", "kind": "acting" });
        let unknown = admin.post(&charges, &nobody).await.expect(422);
        assert_eq!(unknown.json["errors"][0]["pointer"], "/person_id");
    }

    async fn somebody_always_manages_the_organisation(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let ids = app.people.of(Persona::Administrator);
        let end = format!("/api/v1/charges/{}/end", ids.charge);
        assert_eq!(admin.post(&end, &json!({})).await.expect(409).code(), "last-administrator");
        let post = format!("/api/v1/posts/{}", ids.post);
        let etag = admin.get(&post).await.expect(200).etag();
        let roles = json!({ "roles": ["officer"] });
        let demoted = admin.if_match(&etag).patch(&post, &roles).await.expect(409);
        assert_eq!(demoted.code(), "last-administrator");
        let sheet = "code,unit_code,title_en,title_ur,grade,reports_to_code,roles\n\
            ADMINISTRATOR,GOV,System Administrator,منتظم نظام,18,,officer\n";
        let refused = crate::organisation::imports::import(&app, &json!({ "dry_run": false, "posts_csv": sheet })).await;
        assert_eq!(refused.json["state"], "refused");
        assert_eq!(refused.json["errors"][0]["column"], "roles");
        assert_eq!(refused.json["errors"][0]["code"], "last-administrator");

        // With a second administrator the first may go.
        let mut second = new_post(&app.people.unit("GOV").to_string(), "ADMIN-2", None);
        second["roles"] = json!(["administrator"]);
        let second = admin.post("/api/v1/posts", &second).await.expect(201).id();
        let person = add_person(&app, "ayesha.khan").await.expect(201).id();
        let appoint = json!({ "person_id": person, "kind": "substantive" });
        admin.post(&format!("/api/v1/posts/{second}/charges"), &appoint).await.expect(201);
        admin.post(&end, &json!({})).await.expect(200);
        assert_eq!(admin.get("/api/v1/units").await.expect(403).code(), "no-charge");
    }

    async fn every_change_is_in_the_ledger(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let post = app.people.of(Persona::SectionOfficer).post;
        let to = app.people.of(Persona::LawOfficer).person;
        let body = json!({ "to_person_id": to, "kind": "look_after" });
        let act = admin.post(&format!("/api/v1/posts/{post}/transfer"), &body).await.expect(200);
        let ledger = app.acting(Persona::Auditor).get(&format!("/api/v1/ledger/entries?subject_id={post}")).await.expect(200);
        let entry = &ledger.json["items"][0];
        assert_eq!(entry["kind"], "charge_transferred");
        assert_eq!(entry["digest"], act.json["entry"]);
        assert_eq!(entry["person"]["id"], app.people.of(Persona::Administrator).person.to_string());
    }
}
