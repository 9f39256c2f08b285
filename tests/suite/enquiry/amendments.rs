use super::{DS, SO, approved, by_code, content, issued, press_note};
use crate::drafting::{act, draft, hand_on, issue::issue, read};
use crate::files::{act as on_file, new_file, open, to};
use crate::ledger::{check, known, take_up};
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

/// A letter that does something to an earlier one.
fn amending(app: &TestApp, issue: &str, how: &str) -> Value {
    content(app, &json!({"amends": {"issue": issue, "how": how}}))
}

/// What stands in the way of a draft.
async fn obstacles(app: &TestApp, who: Persona, id: &str) -> Vec<(String, String)> {
    let draft = read(app, who, id).await;
    let obstacles = draft["obstacles"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    obstacles
        .map(|one| (word(&one["pointer"]), word(&one["code"])))
        .collect()
}

fn ended() -> Vec<(String, String)> {
    vec![("/content/amends".to_owned(), "draft-amended-ended".to_owned())]
}

on_both! {
    async fn a_later_one_takes_the_place_of_an_earlier_one(app: TestApp) {
        let file = open(&app).await;
        let first = issued(&app, &file, &press_note(&app)).await;
        let before = read(&app, SO, &first.communication).await;
        assert_eq!((&before["issue"]["status"], &before["amends"]), (&json!("valid"), &Value::Null));
        let second = issued(&app, &file, &amending(&app, &first.issue, "supersession")).await;
        let earlier = read(&app, SO, &first.communication).await;
        let later = read(&app, SO, &second.communication).await;
        assert_eq!(earlier["issue"]["status"], "superseded");
        assert_eq!(earlier["issue"]["amended_by"], json!([{
            "how": "supersession", "issue_id": second.issue, "number": second.number, "date": "2026-03-02",
            "communication_id": second.communication, "file_id": file,
        }]));
        assert_eq!(later["issue"]["status"], "valid");
        assert_eq!(later["amends"], json!({
            "how": "supersession", "issue_id": first.issue, "number": first.number, "date": "2026-03-02",
            "communication_id": first.communication, "file_id": file,
        }));
        assert_eq!(later["obstacles"], json!([]), "what was done is no obstacle");
        // Nothing about the earlier one has changed.
        for field in ["content", "version", "text_number", "written"] {
            assert_eq!(earlier[field], before[field], "{field}");
        }
        // Strangers are told on both sides, under the numbers alone.
        let told = by_code(&app.anonymous(), &first.number, &first.code).await.expect(200).json;
        assert_eq!(told["status"], "superseded");
        assert_eq!(told["amended_by"], json!([{"how": "supersession", "number": second.number, "date": "2026-03-02"}]));
        let told = by_code(&app.anonymous(), &second.number, &second.code).await.expect(200).json;
        assert_eq!((&told["status"], &told["amends"]["number"]), (&json!("valid"), &json!(first.number)));

        let entries = format!("/api/v1/ledger/entries?subject_id={file}&kind=communication_issued");
        let entries = app.acting(Persona::Auditor).get(&entries).await.expect(200).json["items"].clone();
        assert_eq!(entries[0]["body"]["content"]["amends"], json!({"issue": first.issue, "how": "supersession"}));
        assert!(entries[1]["body"]["content"].get("amends").is_none());
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
        // The proof of the earlier one is its own, though the later one names it.
        let told = by_code(&app.anonymous(), &first.number, &first.code).await.expect(200).json;
        let later = by_code(&app.anonymous(), &second.number, &second.code).await.expect(200).json;
        assert!(told["proof"]["position"].as_u64() < later["proof"]["position"].as_u64());
        for sql in ["UPDATE issue_amendments SET how = 'corrigendum'", "DELETE FROM issue_amendments"] {
            assert!(app.database.raw.execute_unprepared(sql).await.is_err(), "{sql}");
        }
    }

    async fn of_two_that_end_the_same_one_wins_and_no_number_is_lost(app: TestApp) {
        let file = open(&app).await;
        let first = issued(&app, &file, &press_note(&app)).await;
        let one = approved(&app, &file, &amending(&app, &first.issue, "supersession")).await;
        let other = approved(&app, &file, &amending(&app, &first.issue, "rescission")).await;
        let next = approved(&app, &file, &content(&app, &json!({}))).await;
        let _ = issue(&app, &one).await.expect(200);
        assert_eq!(obstacles(&app, SO, &other).await, ended());
        let late = issue(&app, &other).await;
        assert_eq!((late.status, late.code()), (409, "draft-amended-ended"));
        assert_eq!(read(&app, SO, &other).await["state"], "approved");
        assert_eq!(read(&app, SO, &first.communication).await["issue"]["status"], "superseded");
        let done = issue(&app, &next).await.expect(200).json;
        assert!(done["number"].as_str().unwrap().ends_with("/3"), "{done}");
    }

    async fn what_ended_is_not_amended_and_corrigenda_end_nothing(app: TestApp) {
        let file = open(&app).await;
        let first = issued(&app, &file, &press_note(&app)).await;
        let corrected = issued(&app, &file, &amending(&app, &first.issue, "corrigendum")).await;
        let again = issued(&app, &file, &amending(&app, &first.issue, "corrigendum")).await;
        assert_eq!(read(&app, SO, &first.communication).await["issue"]["status"], "valid");
        // A corrigendum can itself be taken back; what it corrected stays as it is.
        let _ = issued(&app, &file, &amending(&app, &corrected.issue, "rescission")).await;
        assert_eq!(read(&app, SO, &corrected.communication).await["issue"]["status"], "rescinded");
        assert_eq!(read(&app, SO, &first.communication).await["issue"]["status"], "valid");
        let gone = issued(&app, &file, &amending(&app, &first.issue, "rescission")).await;
        let told = by_code(&app.anonymous(), &first.number, &first.code).await.expect(200).json;
        let how: Vec<_> = told["amended_by"].as_array().unwrap().iter().map(|one| one["number"].clone()).collect();
        assert_eq!((&told["status"], how), (&json!("rescinded"), vec![json!(corrected.number), json!(again.number), json!(gone.number)]));
        for how in ["corrigendum", "supersession", "rescission"] {
            let id = draft(&app.acting(SO), &file, &amending(&app, &first.issue, how)).await.expect(201).id();
            assert_eq!(obstacles(&app, SO, &id).await, ended(), "{how}");
            hand_on(&app, &file, SO, DS).await;
            let refused = act(&app, DS, &id, "approval", json!({"text_number": 1})).await;
            assert_eq!((refused.status, &refused.json["errors"][0]["code"]), (422, &json!("draft-amended-ended")));
            hand_on(&app, &file, DS, SO).await;
        }
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
    }

    async fn only_the_department_that_issued_it_amends_it(app: TestApp) {
        let file = open(&app).await;
        let first = issued(&app, &file, &press_note(&app)).await;
        let law = app.acting(Persona::LawOfficer);
        let unit = app.people.of(Persona::LawOfficer).unit;
        let head = json!({"code": "3", "title_en": "Opinions", "title_ur": "آراء"});
        let head = law.post(&format!("/api/v1/units/{unit}/heads"), &head).await.expect(201).id();
        let own = law.post("/api/v1/files", &new_file(&head)).await.expect(201).id();
        let amending = amending(&app, &first.issue, "rescission");
        // What he may not see does not exist for him, like what does not exist.
        let hidden = draft(&law, &own, &amending).await;
        let mut nothing = amending.clone();
        nothing["amends"]["issue"] = json!("00000000-0000-7000-8000-000000000000");
        let unknown = draft(&law, &own, &nothing).await;
        for refused in [&hidden, &unknown] {
            let error = &refused.json["errors"][0];
            assert_eq!((refused.status, &error["code"]), (422, &json!("draft-amended-unknown")));
            assert_eq!(error["pointer"], "/content/amends");
        }
        let _ = on_file(&app, SO, &file, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        let _ = on_file(&app, Persona::LawOfficer, &file, "opening", json!({})).await.expect(200);
        let id = draft(&law, &own, &amending).await.expect(201).id();
        let found = obstacles(&app, Persona::LawOfficer, &id).await;
        assert!(found.contains(&("/content/amends".to_owned(), "draft-amended-elsewhere".to_owned())), "{found:?}");
    }
}
