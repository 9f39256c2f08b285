//! Who may let whom assist, and who knows of it.

use super::{assistant, assisting, assisting_person, at_post_of, give};
use crate::identity::factors::{field, strict_office};
use crate::organisation::{act as change, add_person};
use chrono::{Duration, Months};
use daftar_application::Clock as _;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn only_somebody_else_who_is_there_and_stands_on_the_same_side_assists(app: TestApp) {
        let officer = app.acting(Persona::SectionOfficer);
        let of = |who| assistant(&app, app.people.of(who).person);
        for (body, status, code) in [
            (of(Persona::SectionOfficer), 422, "assistant-is-giver"),
            (assistant(&app, uuid::Uuid::nil()), 422, "person-unknown"),
            (of(Persona::Administrator), 409, "sides-conflict"),
            (of(Persona::Auditor), 409, "sides-conflict"),
        ] {
            let refused = officer.post("/api/v1/delegations", &body).await;
            assert_eq!((refused.status, refused.code()), (status, code));
        }
        let gone = add_person(&app, "gone").await.expect(201).id();
        let _ = change(&app, &format!("/api/v1/persons/{gone}"), "deactivation", &json!({})).await.expect(200);
        let refused = officer.post("/api/v1/delegations", &assistant(&app, &gone)).await.expect(409);
        assert_eq!(refused.code(), "person-deactivated");
        // Who deals with no files, or manages or audits, has nobody draft for him.
        for persona in [Persona::Clerk, Persona::Administrator, Persona::Auditor] {
            let refused = give(&app, persona, Persona::LawClerk).await.expect(403);
            assert_eq!(refused.code(), "role-missing", "{persona:?}");
        }
        let _ = give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201);
        assert_eq!(give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(409).code(), "already-assisting");
        // At another post he may.
        let _ = give(&app, Persona::DeputySecretary, Persona::LawClerk).await.expect(201);
    }

    async fn it_is_for_a_year_at_most_and_not_over_before_it_began(app: TestApp) {
        let officer = app.acting(Persona::SectionOfficer);
        let now = app.clock.now();
        let mut body = assistant(&app, app.people.of(Persona::LawClerk).person);
        for (from, until, code) in [
            (None, now, "delegation-until-past"),
            (None, now - Duration::days(1), "delegation-until-past"),
            (Some(now + Duration::days(2)), now + Duration::days(1), "delegation-until-past"),
            (None, now + Duration::days(366), "delegation-too-long"),
            (None, chrono::DateTime::<chrono::Utc>::MAX_UTC, "delegation-too-long"),
        ] {
            (body["from"], body["until"]) = (json!(from), json!(until));
            let refused = officer.post("/api/v1/delegations", &body).await.expect(422);
            assert_eq!(field(&refused), ("/until", code));
        }
        (body["from"], body["until"]) = (json!(now - Duration::days(9)), json!(now + Months::new(12)));
        let made = officer.with("Idempotency-Key", "give").post("/api/v1/delegations", &body).await.expect(201);
        let again = officer.with("Idempotency-Key", "give").post("/api/v1/delegations", &body).await.expect(201);
        assert_eq!(made.json, again.json);
        assert_eq!(made.headers["location"], format!("/api/v1/delegations/{}", made.id()).as_str());
        let shown = officer.get(&format!("/api/v1/delegations/{}", made.id())).await.expect(200).json;
        assert_eq!((&shown["from"], &shown["state"]), (&shown["given_at"], &json!("running")), "not before it was given");
    }

    async fn who_assists_is_no_administrator_meanwhile(app: TestApp) {
        let person = add_person(&app, "pa.new").await.expect(201).id();
        let officer = app.acting(Persona::SectionOfficer);
        let mut body = assistant(&app, &person);
        body["from"] = json!(app.clock.now() + Duration::days(3));
        let made = officer.post("/api/v1/delegations", &body).await.expect(201);
        let unit = app.people.unit("GOV").to_string();
        let mut post = crate::organisation::new_post(&unit, "ADMIN-2", None);
        post["roles"] = json!(["administrator"]);
        let post = app.acting(Persona::Administrator).post("/api/v1/posts", &post).await.expect(201).id();
        let path = format!("/api/v1/posts/{post}");
        let appoint = json!({"person_id": person, "kind": "substantive"});
        assert_eq!(change(&app, &path, "charges", &appoint).await.expect(409).code(), "sides-conflict");
        let _ = officer.delete(&format!("/api/v1/delegations/{}", made.id())).await.expect(200);
        let _ = change(&app, &path, "charges", &appoint).await.expect(201);
        let refused = officer.post("/api/v1/delegations", &assistant(&app, &person)).await.expect(409);
        assert_eq!(refused.code(), "sides-conflict");
    }

    async fn the_holder_and_administrators_see_who_assists(app: TestApp) {
        let officer = app.acting(Persona::SectionOfficer);
        let (clerk, law) = (app.people.of(Persona::Clerk).person, app.people.of(Persona::LawClerk).person);
        let first = give(&app, Persona::SectionOfficer, Persona::Clerk).await.expect(201).id();
        app.clock.advance(Duration::minutes(1));
        let second = give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201).id();
        let _ = give(&app, Persona::DeputySecretary, Persona::LawClerk).await.expect(201);
        let _ = officer.delete(&format!("/api/v1/delegations/{first}")).await.expect(200);
        let post = app.people.of(Persona::SectionOfficer).post;
        let all = officer.get("/api/v1/delegations").await.expect(200).json;
        assert_eq!((&all["items"][0]["id"], &all["items"][1]["id"]), (&json!(second), &json!(first)));
        assert_eq!((all["items"].as_array().unwrap().len(), &all["next_cursor"]), (2, &json!(null)));
        assert_eq!((&all["items"][0]["assistant"]["id"], &all["items"][1]["assistant"]["id"]), (&json!(law), &json!(clerk)));
        assert_eq!((&all["items"][0]["state"], &all["items"][1]["state"]), (&json!("running"), &json!("ended")));
        assert_eq!(all["items"][0]["given_by"]["id"], json!(app.people.of(Persona::SectionOfficer).person));
        let page = officer.get("/api/v1/delegations?limit=1").await.expect(200).json;
        let next = format!("/api/v1/delegations?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
        assert_eq!(officer.get(&next).await.expect(200).json["items"][0]["id"], json!(first));

        let of_post = format!("/api/v1/delegations?post_id={post}");
        let admin = app.acting(Persona::Administrator);
        assert_eq!(admin.get(&of_post).await.expect(200).json, all);
        assert_eq!(app.acting(Persona::DeputySecretary).get(&of_post).await.status, 404);
        assert_eq!(admin.get("/api/v1/delegations").await.expect(403).code(), "role-missing", "he has no assistants");
        let assistant = at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer);
        assert_eq!(assistant.get("/api/v1/delegations").await.expect(403).code(), "assistants-only-draft");
        assistant.get(&format!("/api/v1/delegations/{second}")).await.expect(200);

        let timeline = format!("/api/v1/posts/{post}/timeline");
        let told = officer.get(&timeline).await.expect(200).json["items"].clone();
        let told = told.as_array().unwrap().iter().map(|entry| (entry["kind"].clone(), entry["facts"]["person"]["id"].clone()));
        let told: Vec<_> = told.filter(|(kind, _)| kind.as_str().unwrap().starts_with("delegation")).collect();
        let given = |person| (json!("delegation_given"), json!(person));
        assert!(told.contains(&given(clerk)) && told.contains(&given(law)), "{told:?}");
        assert!(told.contains(&(json!("delegation_ended"), json!(clerk))), "{told:?}");
    }

    async fn one_sees_where_one_assists_and_acts_there_where_one_has_nothing_else(app: TestApp) {
        let post = app.people.of(Persona::SectionOfficer).post;
        let assistant = assisting(&app, Persona::SectionOfficer, Persona::LawClerk).await;
        let me = assistant.get("/api/v1/me").await.expect(200).json;
        let (own, assisted) = (&me["charges"][0], &me["charges"][1]);
        assert_eq!((&own["capacity"], &own["until"], &own["assists"]), (&json!("holder"), &json!(null), &json!(null)));
        assert_eq!((&assisted["capacity"], &assisted["post"]["id"]), (&json!("assistant"), &json!(post)));
        assert_eq!(assisted["assists"]["id"], json!(app.people.of(Persona::SectionOfficer).person));
        assert!(assisted["until"].is_string() && assisted["delegation_id"].is_string());
        assert_eq!((&me["acting"]["post_id"], &me["acting"]["capacity"]), (&json!(post), &json!("assistant")));
        let may = json!(["read_organisation", "read_file", "draft_note", "read_desk", "read_addresses"]);
        assert_eq!(me["acting"]["permissions"], may);
        // Who holds one post acts for it without saying so, as before.
        let me = app.acting(Persona::LawClerk).get("/api/v1/me").await.expect(200).json;
        assert_eq!(me["acting"]["post_id"], json!(app.people.of(Persona::LawClerk).post));
        assert_eq!(me["acting"]["capacity"], "holder");
        // The holder himself is one, also where somebody assists him.
        let me = app.acting(Persona::SectionOfficer).get("/api/v1/me").await.expect(200).json;
        assert_eq!((me["charges"].as_array().unwrap().len(), &me["acting"]["capacity"]), (1, &json!("holder")));

        // Two delegations to one who holds two posts: each post once.
        let _ = give(&app, Persona::DeputySecretary, Persona::LawClerk).await.expect(201);
        let me = app.acting(Persona::LawClerk).get("/api/v1/me").await.expect(200).json;
        assert_eq!(me["charges"].as_array().unwrap().len(), 3);

        // His own post is taken from him; of the two left he must name one, and then has the last without a word.
        let charge = app.people.of(Persona::LawClerk).charge;
        let admin = crate::organisation::on_post(&app, app.people.of(Persona::LawClerk).post).await;
        admin.post(&format!("/api/v1/charges/{charge}/end"), &json!({})).await.expect(200);
        let which = app.acting(Persona::LawClerk).get("/api/v1/desk").await.expect(400);
        assert_eq!(which.code(), "acting-post-required");
        let delegation = me["charges"][2]["delegation_id"].as_str().unwrap();
        at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer).delete(&format!("/api/v1/delegations/{delegation}")).await.expect(200);
        app.acting(Persona::LawClerk).get("/api/v1/desk").await.expect(200);
    }

    async fn who_holds_no_post_signs_in_and_assists(app: TestApp) {
        let (person, delegation) = assisting_person(&app, "pa.budget").await;
        let client = app.acting_as(person).await;
        let me = client.get("/api/v1/me").await.expect(200).json;
        assert_eq!((me["charges"].as_array().unwrap().len(), &me["acting"]["capacity"]), (1, &json!("assistant")));
        client.get("/api/v1/desk").await.expect(200);
        client.delete(&format!("/api/v1/delegations/{delegation}")).await.expect(200);
        assert_eq!(client.get("/api/v1/desk").await.expect(403).code(), "no-charge");
        assert_eq!(client.get("/api/v1/me").await.expect(200).json["acting"], json!(null));
    }

    async fn who_takes_the_post_over_assists_there_no_more(app: TestApp) {
        let _ = give(&app, Persona::SectionOfficer, Persona::OtherSectionOfficer).await.expect(201);
        let post = format!("/api/v1/posts/{}", app.people.of(Persona::SectionOfficer).post);
        let body = json!({"to_person_id": app.people.of(Persona::OtherSectionOfficer).person, "kind": "look_after"});
        let _ = change(&app, &post, "transfer", &body).await.expect(200);
        let client = at_post_of(&app, Persona::OtherSectionOfficer, Persona::SectionOfficer);
        let me = client.get("/api/v1/me").await.expect(200).json;
        assert_eq!((me["charges"].as_array().unwrap().len(), &me["acting"]["capacity"]), (2, &json!("holder")));
    }
}

#[tokio::test]
async fn assisting_at_a_post_that_weighs_asks_for_a_second_factor() {
    let app = strict_office().await;
    app.acting(Persona::LawClerk).get("/api/v1/me").await.expect(200);
    let person = app.people.of(Persona::LawClerk).person;
    let officer = app.people.of(Persona::SectionOfficer);
    let now = app.clock.now();
    // The officer of this office has no factor yet: what he gave is written for him.
    let insert = sea_orm::sea_query::Query::insert()
        .into_table("delegations")
        .columns([
            "id",
            "post_id",
            "charge_id",
            "person_id",
            "from_at",
            "until_at",
            "given_at",
        ])
        .values_panic([
            app.office.new_id::<uuid::Uuid>().into(),
            officer.post.0.into(),
            officer.charge.0.into(),
            person.0.into(),
            now.into(),
            (now + Duration::days(1)).into(),
            now.into(),
        ])
        .to_owned();
    sea_orm::ConnectionTrait::execute(&app.database.raw, &insert)
        .await
        .unwrap();
    let refused = app.acting(Persona::LawClerk).get("/api/v1/me").await.expect(403);
    assert_eq!(refused.code(), "second-factor-required");
    crate::identity::give_password(&app, Persona::LawClerk, false).await;
    let signed_in = crate::identity::sign_in(&app, "clerk.law", crate::identity::PASSWORD).await;
    assert_eq!(signed_in.expect(200).json["token_kind"], "enrolment");
    app.clock.advance(Duration::days(1));
    app.acting(Persona::LawClerk).get("/api/v1/me").await.expect(200);
}
