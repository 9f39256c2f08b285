//! What I signed, from the ledger.

use super::signing::{note, unguard};
use super::{act, open, to};
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

async fn signed_by(app: &TestApp, who: Persona) -> Vec<Value> {
    let page = app.acting(who).get("/api/v1/me/signatures").await.expect(200);
    page.json["items"].as_array().unwrap().clone()
}

fn acts(signed: &[Value]) -> Vec<(&str, &str)> {
    let told = signed.iter();
    told.map(|line| (line["act"].as_str().unwrap(), line["state"].as_str().unwrap()))
        .collect()
}

on_both! {
    async fn everybody_sees_what_he_signed_and_nobody_what_another_did(app: TestApp) {
        let file = open(&app).await;
        let mut text = note("Submitted.");
        text["then"] = to(&app, Persona::DeputySecretary);
        let submitted = act(&app, Persona::SectionOfficer, &file, "notes", text).await.expect(200);
        let back = json!({"reason": "incomplete", "remark": "The estimate is missing."});
        let returned = act(&app, Persona::DeputySecretary, &file, "return", back).await.expect(200);
        let closed = act(&app, Persona::SectionOfficer, &file, "closure", json!({})).await.expect(200);

        let mine = signed_by(&app, Persona::SectionOfficer).await;
        assert_eq!(acts(&mine), [("file_closed", "valid"), ("note_submitted", "valid")]);
        assert_eq!(mine[0]["receipt"], closed.json["entry"]);
        assert_eq!(mine[0]["note"], Value::Null);
        assert_eq!(mine[1]["receipt"], submitted.json["entry"]);
        assert_eq!(mine[1]["note"]["paragraph_last"], 1);
        assert_eq!(mine[1]["file"]["id"], json!(file));
        assert_eq!(mine[1]["file"]["subject"], "Release of funds");
        assert_eq!((&mine[1]["method"], &mine[1]["proof"]), (&json!("server_key"), &json!("password")));
        assert_eq!(mine[1]["post"]["id"], json!(app.people.of(Persona::SectionOfficer).post));

        let theirs = signed_by(&app, Persona::DeputySecretary).await;
        assert_eq!(acts(&theirs), [("file_returned", "valid")]);
        assert_eq!(theirs[0]["receipt"], returned.json["entry"]);
        assert_eq!(acts(&signed_by(&app, Persona::Secretary).await), []);

        let first = app.acting(Persona::SectionOfficer).get("/api/v1/me/signatures?limit=1").await.expect(200);
        let next = format!("/api/v1/me/signatures?limit=1&cursor={}", first.json["next_cursor"].as_str().unwrap());
        let second = app.acting(Persona::SectionOfficer).get(&next).await.expect(200);
        assert_eq!(second.json["items"][0]["act"], "note_submitted");
        assert_eq!(second.json["next_cursor"], Value::Null);
    }

    async fn what_was_signed_stays_in_the_list_when_its_file_is_out_of_sight(app: TestApp) {
        let file = open(&app).await;
        act(&app, Persona::SectionOfficer, &file, "notes", note("Submitted.")).await.expect(200);
        let post = format!("/api/v1/posts/{}", app.people.of(Persona::SectionOfficer).post);
        let successor = app.people.of(Persona::LawOfficer).person;
        let command = json!({"to_person_id": successor, "kind": "additional"});
        crate::organisation::act(&app, &post, "transfer", &command).await.expect(200);
        let mine = signed_by(&app, Persona::SectionOfficer).await;
        assert_eq!(acts(&mine), [("note_submitted", "valid")]);
        assert_eq!(mine[0]["file"], Value::Null);
    }

    async fn what_was_altered_behind_the_office_is_invalid(app: TestApp) {
        let file = open(&app).await;
        act(&app, Persona::SectionOfficer, &file, "notes", note("One.")).await.expect(200);
        act(&app, Persona::SectionOfficer, &file, "notes", note("Two.")).await.expect(200);
        act(&app, Persona::SectionOfficer, &file, "closure", json!({"remark": "Decided."})).await.expect(200);
        unguard(&app).await;
        for (spoil, states) in [
            ("UPDATE notes SET content = replace(content, 'One.', 'Won.')", ["valid", "valid", "invalid"]),
            (
                "UPDATE signatures SET statement = replace(statement, 'Decided.', 'Delayed.')",
                ["invalid", "valid", "invalid"],
            ),
            (
                "UPDATE signatures SET evidence = replace(evidence, '\"proof\":\"password\"', '\"proof\":\"totp\"')",
                ["invalid", "invalid", "invalid"],
            ),
        ] {
            app.database.raw.execute_unprepared(spoil).await.unwrap();
            let told = signed_by(&app, Persona::SectionOfficer).await;
            let told: Vec<&str> = acts(&told).into_iter().map(|(_, state)| state).collect();
            assert_eq!(told, states, "{spoil}");
        }
    }
}
