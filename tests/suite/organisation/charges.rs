//! Appointing, handing over, ending.

use super::{act, add_person, add_post, new_post, on_post};
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
        act(&app, &path, "transfer", &body).await.expect(200);

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
        assert_eq!(act(&app, &path, "transfer", &transfer).await.expect(409).code(), "post-vacant");
        let charges = format!("{path}/charges");
        assert_eq!(admin.post(&charges, &appoint).await.expect(428).code(), "if-match-required");
        // Of two administrators at once one is told that somebody else was faster.
        let seen = on_post(&app, &post).await;
        let (a, b) = tokio::join!(seen.post(&charges, &appoint), seen.post(&charges, &appoint));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 412]);
        assert_eq!(act(&app, &path, "charges", &appoint).await.expect(409).code(), "post-held");
        assert_eq!(act(&app, &path, "transfer", &transfer).await.expect(409).code(), "already-holder");
        let listed = admin.get(&charges).await.expect(200);
        let charge = listed.json["items"][0]["id"].as_str().unwrap().to_owned();
        let end = format!("/api/v1/charges/{charge}/end");
        on_post(&app, &post).await.post(&end, &json!({})).await.expect(200);
        let ended = on_post(&app, &post).await.post(&end, &json!({})).await.expect(409);
        assert_eq!(ended.code(), "charge-ended");
        act(&app, &path, "charges", &appoint).await.expect(201);
        let nobody = json!({ "person_id": "00000000-0000-7000-8000-000000000000", "kind": "acting" });
        let unknown = act(&app, &path, "charges", &nobody).await.expect(422);
        assert_eq!(unknown.json["errors"][0]["pointer"], "/person_id");
    }

    async fn somebody_always_manages_the_organisation(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let ids = app.people.of(Persona::Administrator);
        let end = format!("/api/v1/charges/{}/end", ids.charge);
        let last = on_post(&app, ids.post).await.post(&end, &json!({})).await.expect(409);
        assert_eq!(last.code(), "last-administrator");
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
        act(&app, &format!("/api/v1/posts/{second}"), "charges", &appoint).await.expect(201);
        on_post(&app, ids.post).await.post(&end, &json!({})).await.expect(200);
        assert_eq!(admin.get("/api/v1/units").await.expect(403).code(), "no-charge");
    }

    async fn nobody_gives_himself_a_desk_or_stands_on_two_sides(app: TestApp) {
        let admin = app.people.of(Persona::Administrator).person;
        let officer = format!("/api/v1/posts/{}", app.people.of(Persona::SectionOfficer).post);
        let to_self = json!({ "to_person_id": admin, "kind": "additional" });
        assert_eq!(act(&app, &officer, "transfer", &to_self).await.expect(409).code(), "self-appointed");
        let to_auditor = json!({ "to_person_id": app.people.of(Persona::Auditor).person, "kind": "additional" });
        assert_eq!(act(&app, &officer, "transfer", &to_auditor).await.expect(409).code(), "sides-conflict");

        let mut second = new_post(&app.people.unit("GOV").to_string(), "ADMIN-2", None);
        second["roles"] = json!(["administrator"]);
        let second = app.acting(Persona::Administrator).post("/api/v1/posts", &second).await.expect(201).id();
        let second = format!("/api/v1/posts/{second}");
        for (who, code) in [(Persona::Administrator, "self-appointed"), (Persona::Secretary, "sides-conflict")] {
            let body = json!({ "person_id": app.people.of(who).person, "kind": "additional" });
            assert_eq!(act(&app, &second, "charges", &body).await.expect(409).code(), code);
        }
        // Nor by a sheet.
        let user = Persona::Secretary.user_name();
        let sheet = format!("post_code,user_name,kind,from\nADMIN-2,{user},additional,2026-01-01\n");
        let refused = crate::organisation::imports::import(&app, &json!({ "dry_run": true, "charges_csv": sheet })).await;
        assert_eq!(refused.json["state"], "refused");
        assert_eq!(refused.json["errors"][0]["code"], "sides-conflict");
    }

    async fn a_post_keeps_its_side_while_work_lies_on_its_desk(app: TestApp) {
        let _ = crate::files::open(&app).await;
        let post = format!("/api/v1/posts/{}", app.people.of(Persona::SectionOfficer).post);
        let audits = json!({ "roles": ["auditor"] });
        let change = async || {
            let admin = on_post(&app, app.people.of(Persona::SectionOfficer).post).await;
            admin.patch(&post, &audits).await.expect(409)
        };
        assert_eq!(change().await.code(), "post-has-work");
    }

    async fn every_change_is_in_the_ledger(app: TestApp) {
        let post = app.people.of(Persona::SectionOfficer).post;
        let to = app.people.of(Persona::LawOfficer).person;
        let body = json!({ "to_person_id": to, "kind": "look_after" });
        let act = act(&app, &format!("/api/v1/posts/{post}"), "transfer", &body).await.expect(200);
        let ledger = app.acting(Persona::Auditor).get(&format!("/api/v1/ledger/entries?subject_id={post}")).await.expect(200);
        let entry = &ledger.json["items"][0];
        assert_eq!(entry["kind"], "charge_transferred");
        assert_eq!(entry["digest"], act.json["entry"]);
        assert_eq!(entry["person"]["id"], app.people.of(Persona::Administrator).person.to_string());
    }
}
