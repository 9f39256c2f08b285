use super::{
    DS, LAW, SO, count, dispatches_of, issued, on_desk, on_draft, only_receipt, outside, receipt, step, to_post, told,
    work_off,
};
use crate::correspondence::entry_with;
use crate::drafting::{approve, draft, hand_on, letter, read};
use crate::files::new_file;
use chrono::Duration;
use daftar_application::jobs::housekeeping;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

/// The deputy puts a receipt on a file of his own, and answers it with a memorandum to the section officer.
async fn answer(app: &TestApp, receipt: &str) -> String {
    let deputy = app.acting(DS);
    let _ = step(app, DS, receipt, "acceptance", json!({})).await.expect(200);
    let head = json!({"code": "1", "title_en": "General", "title_ur": "عمومی"});
    let unit = app.people.unit("FD");
    let head = deputy
        .post(&format!("/api/v1/units/{unit}/heads"), &head)
        .await
        .expect(201)
        .id();
    let file = deputy.post("/api/v1/files", &new_file(&head)).await.expect(201).id();
    let _ = step(app, DS, receipt, "filing", json!({"file_id": file}))
        .await
        .expect(200);
    let mut content = letter(app);
    content["form"] = json!("office_memorandum");
    content["addressees"] = json!([to_post(app, SO)]);
    content["signatory"] = json!(app.people.of(DS).post);
    content["in_reply_to"] = json!(receipt);
    let id = draft(&deputy, &file, &content).await.expect(201).id();
    hand_on(app, &file, DS, Persona::Secretary).await;
    let _ = approve(app, Persona::Secretary, &id).await.expect(200);
    hand_on(app, &file, Persona::Secretary, DS).await;
    let _ = on_draft(app, DS, &id, "issue", json!({})).await.expect(200);
    id
}

/// How it stands with the answer to the only issue of the budget section.
async fn reply(app: &TestApp) -> Value {
    app.acting(SO).get("/api/v1/issues").await.expect(200).json["items"][0]["reply"].clone()
}

on_both! {
    async fn an_answer_finds_what_it_answers(app: TestApp) {
        let (file, id) = issued(&app, &json!({"addressees": [to_post(&app, DS)], "reply_due_on": "2026-03-20"})).await;
        work_off(&app).await;
        assert_eq!(reply(&app).await, "awaited");
        let got = only_receipt(&app, DS).await;
        let answer = answer(&app, &got).await;
        assert!(dispatches_of(&app, &id).await[0]["answered_at"].is_string());
        assert_eq!(reply(&app).await, "answered");
        work_off(&app).await;
        let number = read(&app, SO, &id).await["issue"]["number"].clone();
        let came = receipt(&app, SO, &only_receipt(&app, SO).await).await;
        assert_eq!((&came["mode"], &came["in_reply_to"]["number"]), (&json!("office"), &number));
        assert_eq!(came["in_reply_to"]["communication_id"], json!(id));
        assert_eq!(came["came_by"]["issue_number"], read(&app, DS, &answer).await["issue"]["number"]);
        let replies = read(&app, SO, &id).await["replies"].clone();
        assert_eq!(replies, json!([{"receipt_id": came["id"], "diary_number": came["diary_number"], "received_on": "2026-03-02"}]));
        assert_eq!(told(&app, &file).await.last().unwrap(), "letter_answered");
    }

    async fn a_paper_that_names_a_number_answers_it_and_the_registry_learns_nothing(app: TestApp) {
        let (_, id) = issued(&app, &json!({"form": "letter", "addressees": [outside("The Accountant General")], "reply_due_on": "2026-03-20"})).await;
        let number = read(&app, SO, &id).await["issue"]["number"].as_str().unwrap().to_owned();
        let law = app.acting(Persona::LawClerk);
        let named = law.post("/api/v1/receipts", &entry_with(&json!({"in_reply_to_number": number}))).await.expect(201);
        let unknown = law.post("/api/v1/receipts", &entry_with(&json!({"in_reply_to_number": "F.1/2020/9"}))).await.expect(201);
        for (made, number) in [(&named, number.as_str()), (&unknown, "F.1/2020/9")] {
            let shown = receipt(&app, Persona::LawClerk, &made.id()).await;
            assert_eq!(shown["in_reply_to"], json!({"number": number, "communication_id": null}));
        }
        let replies = read(&app, SO, &id).await["replies"].clone();
        assert_eq!(replies, json!([{"receipt_id": null, "diary_number": "LAW-1/2026", "received_on": "2026-03-02"}]));
        assert_eq!(reply(&app).await, "answered");
        // A slip of the hand is corrected.
        let path = format!("/api/v1/receipts/{}", named.id());
        let request = law.if_match(&named.etag()).request("PATCH", &path).json(&json!({"in_reply_to_number": null}));
        let _ = law.send(request).await.expect(200);
        assert_eq!(read(&app, SO, &id).await["replies"], json!([]));
        assert_eq!(reply(&app).await, "awaited");
    }

    async fn who_owes_an_answer_is_reminded_three_times(app: TestApp) {
        let (file, id) = issued(&app, &json!({"addressees": [to_post(&app, LAW)], "copies": [to_post(&app, DS)], "reply_due_on": "2026-03-04"})).await;
        work_off(&app).await;
        let got = only_receipt(&app, LAW).await;
        let _ = step(&app, LAW, &got, "acceptance", json!({})).await.expect(200);
        let unread = async || on_desk(&app, LAW, "receipt").await[0]["unread"].clone();
        assert_eq!(unread().await, json!(false));
        app.clock.advance(Duration::days(2));
        housekeeping(&app.office).await.unwrap();
        assert_eq!(unread().await, json!(false), "it is due today");
        app.clock.advance(Duration::days(1));
        for _ in 0..2 {
            housekeeping(&app.office).await.unwrap();
        }
        assert_eq!(unread().await, json!(true));
        assert_eq!(dispatches_of(&app, &id).await[0]["reminders"], 1);
        for (days, reminders) in [(6, 1), (1, 2), (7, 3), (30, 3)] {
            app.clock.advance(Duration::days(days));
            housekeeping(&app.office).await.unwrap();
            assert_eq!(dispatches_of(&app, &id).await[0]["reminders"], reminders);
        }
        assert_eq!(dispatches_of(&app, &id).await[1]["reminders"], 0, "a copy asks for no answer");
        let steps = app.acting(LAW).get(&format!("/api/v1/receipts/{got}/movements")).await.expect(200).json;
        let kinds: Vec<_> = steps["items"].as_array().unwrap().iter().map(|step| step["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["marked", "accepted", "reminded", "reminded", "reminded"]);
        assert_eq!(told(&app, &file).await.iter().filter(|kind| *kind == "reply_reminded").count(), 3);
        assert_eq!(count(&app, "receipt_movements WHERE kind = 'reminded' AND person_id IS NULL").await, 3);
    }

    async fn who_has_answered_is_not_reminded(app: TestApp) {
        let (_, id) = issued(&app, &json!({"addressees": [to_post(&app, DS)], "reply_due_on": "2026-03-04"})).await;
        work_off(&app).await;
        let got = only_receipt(&app, DS).await;
        let _ = answer(&app, &got).await;
        app.clock.advance(Duration::days(30));
        housekeeping(&app.office).await.unwrap();
        assert_eq!(dispatches_of(&app, &id).await[0]["reminders"], 0);
    }
}
