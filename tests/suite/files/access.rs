//! Who may see a file, and why: `listFileAccess`.

use super::{act, head, new_file, open, read, to};
use chrono::TimeDelta;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

/// The posts in their order, each with the causes of its sight.
async fn seen_by(app: &TestApp, who: Persona, file: &str) -> Vec<(Value, Vec<String>)> {
    let page = app
        .acting(who)
        .get(&format!("/api/v1/files/{file}/access"))
        .await
        .expect(200)
        .json;
    assert_eq!(page["next_cursor"], Value::Null);
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|item| {
            let reasons = item["reasons"].as_array().unwrap().iter();
            let causes = reasons.map(|reason| reason["cause"].as_str().unwrap().to_owned());
            (item["post"]["id"].clone(), causes.collect())
        })
        .collect()
}

/// The lines that are expected.
fn lines(app: &TestApp, expected: &[(Persona, &[&str])]) -> Vec<(Value, Vec<String>)> {
    expected
        .iter()
        .map(|(who, causes)| {
            (
                json!(app.people.of(*who).post),
                causes.iter().map(ToString::to_string).collect(),
            )
        })
        .collect()
}

/// A confidential file of the section officer: only its chain sees it.
async fn sealed(app: &TestApp, changes: &[(&str, Value)]) -> String {
    let mut new = new_file(&head(app).await);
    new["classification"] = json!("confidential");
    for (field, value) in changes {
        new[*field] = value.clone();
    }
    app.acting(Persona::SectionOfficer)
        .post("/api/v1/files", &new)
        .await
        .expect(201)
        .id()
}

on_both! {
    async fn whoever_reads_the_file_learns_who_else_may_and_why(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        for reader in [Persona::SectionOfficer, Persona::LawOfficer] {
            let seen = seen_by(&app, reader, &file).await;
            assert_eq!(seen[..2], lines(&app, &[
                (Persona::SectionOfficer, &["opened", "own_section"]),
                (Persona::LawOfficer, &["movement"]),
            ]));
            for (_, causes) in &seen[2..] {
                assert_eq!(causes, &["own_section"]);
            }
        }
        let page = app.acting(Persona::LawOfficer).get(&format!("/api/v1/files/{file}/access")).await.expect(200).json;
        let opened = &read(&app, Persona::SectionOfficer, &file).await["opened_at"];
        let reason = &page["items"][0]["reasons"][0];
        assert_eq!((&reason["since"], &reason["until"]), (opened, &Value::Null));
        assert_eq!(page["items"][1]["post"]["holder"]["id"], json!(app.people.of(Persona::LawOfficer).person));
    }

    async fn what_is_pulled_back_is_no_longer_seen(app: TestApp) {
        let file = sealed(&app, &[]).await;
        app.clock.advance(TimeDelta::hours(1));
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let both = lines(&app, &[(Persona::SectionOfficer, &["opened"]), (Persona::Secretary, &["movement"])]);
        assert_eq!(seen_by(&app, Persona::Secretary, &file).await, both);
        let _ = act(&app, Persona::SectionOfficer, &file, "pull-back", json!({})).await.expect(200);
        assert_eq!(seen_by(&app, Persona::SectionOfficer, &file).await, both[..1]);
        assert_eq!(app.acting(Persona::Secretary).get(&format!("/api/v1/files/{file}/access")).await.status, 404);
    }

    async fn the_person_whom_the_case_is_about_is_not_named(app: TestApp) {
        let concerned = app.people.of(Persona::DeputySecretary).person;
        let file = sealed(&app, &[("classification", json!("restricted")), ("concerns_person_id", json!(concerned))]).await;
        let seen = seen_by(&app, Persona::SectionOfficer, &file).await;
        assert!(!seen.iter().any(|(post, _)| *post == json!(app.people.of(Persona::DeputySecretary).post)), "{seen:?}");
        assert_eq!(app.acting(Persona::DeputySecretary).get(&format!("/api/v1/files/{file}/access")).await.status, 404);
    }

    async fn a_merged_part_is_seen_by_the_readers_of_its_main_file(app: TestApp) {
        let main = sealed(&app, &[]).await;
        let part = act(&app, Persona::SectionOfficer, &main, "parts", json!({})).await.expect(201).id();
        app.clock.advance(TimeDelta::hours(1));
        let _ = act(&app, Persona::SectionOfficer, &part, "merge", json!({})).await.expect(200);
        app.clock.advance(TimeDelta::hours(1));
        let _ = act(&app, Persona::SectionOfficer, &main, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let seen = seen_by(&app, Persona::Secretary, &part).await;
        assert_eq!(seen, lines(&app, &[
            (Persona::SectionOfficer, &["opened", "main_file"]),
            (Persona::Secretary, &["main_file"]),
        ]));
    }

    async fn an_administrator_and_a_stranger_learn_nothing(app: TestApp) {
        let file = sealed(&app, &[]).await;
        let _ = seen_by(&app, Persona::SectionOfficer, &file).await;
        assert_eq!(app.acting(Persona::Administrator).get(&format!("/api/v1/files/{file}/access")).await.status, 404);
        assert_eq!(app.anonymous().get(&format!("/api/v1/files/{file}/access")).await.status, 401);
    }
}
