use super::{
    DS, LAW, SO, count, dispatches_of, issued, issued_on, listed, memorandum, on_desk, on_dispatch, only_receipt,
    outside, receipt, step, to_post, to_unit, told, work_off,
};
use crate::correspondence::{entry, pdf, upload};
use crate::drafting::issue::issue;
use crate::drafting::{approve, draft, hand_on, read};
use crate::files::{head, new_file, open};
use crate::ledger::{check, known, take_up};
use daftar_application::jobs;
use daftar_domain::ledger::Actor;
use daftar_testing::{Persona, TestApp, on_both};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

/// The lines of a registry's diary, the first first.
async fn diary(app: &TestApp, who: Persona) -> Vec<Value> {
    let page = app.acting(who).get("/api/v1/receipts?limit=200").await.expect(200).json;
    let mut lines = page["items"].as_array().unwrap().clone();
    lines.reverse();
    lines
}

on_both! {
    async fn an_addressee_inside_finds_a_receipt_on_his_desk(app: TestApp) {
        let enclosure = upload(&app, SO, "list.pdf", pdf("list")).await.expect(201).id();
        let (file, id) = issued(&app, &json!({
            "addressees": [to_post(&app, LAW)], "copies": [to_unit(&app, "LAW"), outside("The Accountant General")],
            "priority": "immediate", "reply_due_on": "2026-03-20",
            "enclosures": [{"title": "List of schemes", "document": enclosure}],
        })).await;
        let states = |all: &[Value]| all.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        assert_eq!(states(&dispatches_of(&app, &id).await), ["waiting", "waiting", "waiting"]);
        work_off(&app).await;

        let letter = read(&app, SO, &id).await;
        let number = letter["issue"]["number"].clone();
        let got = receipt(&app, LAW, &only_receipt(&app, LAW).await).await;
        let entry = ["mode", "sender_name", "sender_office", "reference_date", "subject", "classification", "priority", "due_on", "enclosures", "state"]
            .map(|name| got[name].as_str().unwrap_or_default());
        assert_eq!(entry, [
            "office", "Post of SectionOfficer", "Budget Section", "2026-03-02", "Release of funds", "restricted", "immediate",
            "2026-03-20", "List of schemes", "marked",
        ]);
        assert_eq!((&got["reference_number"], &got["registry"]["code"]), (&number, &json!("LAW-RI")));
        assert_eq!((&got["diary_number"], &got["can"]), (&json!("LAW-1/2026"), &json!(["accept", "return"])));
        assert_eq!((&got["came_by"]["issue_number"], &got["came_by"]["verification"]), (&number, &json!("unchanged")));
        assert_eq!(got["came_by"]["signed_by"]["id"], json!(app.people.of(SO).post));
        let documents = got["documents"].as_array().unwrap();
        assert_eq!((documents.len(), &documents[1]["id"]), (2, &json!(enclosure)));
        assert_eq!(documents[0]["digest"], got["came_by"]["sha256"]);
        let content = format!("/api/v1/documents/{}/content", documents[0]["id"].as_str().unwrap());
        let _ = app.acting(LAW).get(&content).await.expect(200);

        // The copy to the unit lies in its registry, which may open it; it is due on no day.
        let copy = receipt(&app, Persona::LawClerk, &only_receipt(&app, Persona::LawClerk).await).await;
        assert_eq!((&copy["diary_number"], &copy["state"], &copy["due_on"]), (&json!("LAW-2/2026"), &json!("in_registry"), &Value::Null));
        let marked = app.acting(LAW).get(&format!("/api/v1/receipts/{}/movements", got["id"].as_str().unwrap())).await.expect(200).json;
        let first = &marked["items"][0];
        assert_eq!((&first["kind"], &first["by"], &first["from"]["id"]), (&json!("marked"), &Value::Null, &json!(app.people.of(Persona::LawClerk).post)));

        // The sender learns the number, and sees nothing of the receipt.
        let sent = dispatches_of(&app, &id).await;
        assert_eq!(states(&sent), ["delivered", "delivered", "waiting"]);
        assert_eq!((&sent[0]["diary_number"], &sent[1]["role"], &sent[2]["channel"]), (&json!("LAW-1/2026"), &json!("copy"), &json!("post")));
        for who in [SO, DS, Persona::Clerk, Persona::Secretary] {
            let path = format!("/api/v1/receipts/{}", got["id"].as_str().unwrap());
            assert_eq!(app.acting(who).get(&path).await.status, 404, "{who:?}");
        }
        assert!(diary(&app, Persona::Clerk).await.is_empty());

        let _ = step(&app, LAW, got["id"].as_str().unwrap(), "acceptance", json!({})).await.expect(200);
        let sent = dispatches_of(&app, &id).await;
        assert_eq!((&sent[0]["state"], &sent[0]["acknowledged_on"]), (&json!("acknowledged"), &json!("2026-03-02")));
        assert_eq!(told(&app, &file).await, ["letter_addressed", "letter_delivered", "letter_delivered", "letter_acknowledged"]);
        let entries = format!("/api/v1/ledger/entries?subject_id={file}&kind=letter_acknowledged");
        let entry = app.acting(Persona::Auditor).get(&entries).await.expect(200).json["items"][0].clone();
        assert_eq!(entry["body"]["person"], Value::Null, "who accepted it stays with the receipt");
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
    }

    async fn it_arrives_once_however_often_and_wherever_the_job_runs(app: TestApp) {
        let file = open(&app).await;
        let mut letters = Vec::new();
        for _ in 0..3 {
            let content = memorandum(&app, &json!({"addressees": [to_post(&app, LAW), to_unit(&app, "LAW")]}));
            letters.push(issued_on(&app, &file, &content).await);
        }
        for id in &letters {
            let issue = read(&app, SO, id).await["issue"]["id"].clone();
            let again = app.office.act_as(Actor::SYSTEM, None, async |work| {
                for _ in 0..3 {
                    work.enqueue("deliver_letters", &json!({ "issue": issue })).await?;
                }
                Ok(())
            });
            again.await.unwrap();
        }
        let beside = app.beside().await;
        let runs = (0..24).map(async |number: i32| {
            let office = if number % 2 == 0 { &app.office } else { &beside };
            while jobs::run_next(office).await.unwrap() {}
        });
        futures_util::future::join_all(runs).await;
        // The clock stands still, so that the register knows no order among them.
        let mut numbers: Vec<_> = diary(&app, Persona::LawClerk).await.iter().map(|line| line["diary_number"].clone()).collect();
        numbers.sort_by_key(ToString::to_string);
        assert_eq!(numbers, (1..=6).map(|serial| json!(format!("LAW-{serial}/2026"))).collect::<Vec<_>>());
        assert_eq!(count(&app, "dispatches WHERE state = 'delivered'").await, 6);
        assert_eq!(count(&app, "jobs WHERE finished_at IS NULL OR last_error IS NOT NULL").await, 0);
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
    }

    async fn what_was_not_issued_goes_nowhere(app: TestApp) {
        let file = open(&app).await;
        let content = memorandum(&app, &json!({"addressees": [to_post(&app, LAW)]}));
        let id = draft(&app.acting(SO), &file, &content).await.expect(201).id();
        assert_eq!(issue(&app, &id).await.code(), "draft-not-approved");
        hand_on(&app, &file, SO, DS).await;
        let _ = approve(&app, DS, &id).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        // The last step of issuing fails: nothing of it stays.
        app.database.raw.execute_unprepared("ALTER TABLE jobs RENAME TO jobs_away").await.unwrap();
        assert_eq!(issue(&app, &id).await.status, 500);
        app.database.raw.execute_unprepared("ALTER TABLE jobs_away RENAME TO jobs").await.unwrap();
        assert_eq!((count(&app, "dispatches").await, count(&app, "issues").await, count(&app, "jobs").await), (0, 0, 0));
        let done = issue(&app, &id).await.expect(200);
        assert!(done.json["number"].as_str().unwrap().ends_with("/1"));
        assert_eq!((count(&app, "dispatches").await, count(&app, "jobs").await), (1, 1));
    }

    async fn without_a_registry_it_waits_visibly_until_there_is_one(app: TestApp) {
        let (file, id) = issued(&app, &json!({"addressees": [to_unit(&app, "GOV")]})).await;
        work_off(&app).await;
        let failed = listed(&app, Persona::Clerk, "state=failed").await;
        assert_eq!((failed.len(), &failed[0]["failure"], &failed[0]["can"]), (1, &json!("no_registry"), &json!(["retry"])));
        let seen = listed(&app, Persona::Administrator, "").await;
        assert_eq!((&seen[0]["id"], &seen[0]["subject"]), (&failed[0]["id"], &Value::Null), "an administrator reads no letter");
        assert_eq!(dispatches_of(&app, &id).await[0]["state"], "failed");

        // Trying again without a registry fails again.
        let _ = on_dispatch(&app, Persona::Clerk, &failed[0], "retry", json!({})).await.expect(200);
        work_off(&app).await;
        let failed = listed(&app, Persona::Clerk, "state=failed").await;
        assert_eq!((failed.len(), &failed[0]["version"]), (1, &json!(4)));

        let admin = app.acting(Persona::Administrator);
        let unit = json!({"parent_id": app.people.unit("GOV"), "kind": "registry", "code": "GOV-RI", "name_en": "Central Registry", "name_ur": "مرکزی رجسٹری"});
        let unit = admin.post("/api/v1/units", &unit).await.expect(201).id();
        let post = json!({"unit_id": unit, "code": "CLERK-GOV", "title_en": "Clerk", "title_ur": "کلرک", "grade": 11, "roles": ["registry"]});
        let _ = admin.post("/api/v1/posts", &post).await.expect(201);
        let done = on_dispatch(&app, Persona::Administrator, &failed[0], "retry", json!({})).await.expect(200);
        assert_eq!(done.json["version"], 5);
        work_off(&app).await;
        let sent = dispatches_of(&app, &id).await;
        assert_eq!((&sent[0]["state"], &sent[0]["diary_number"]), (&json!("delivered"), &json!("GOV-1/2026")));
        let late = on_dispatch(&app, Persona::Clerk, &sent[0], "retry", json!({})).await;
        assert_eq!((late.status, late.code()), (409, "dispatch-delivered"));
        let gone = on_dispatch(&app, Persona::Administrator, &sent[0], "retry", json!({})).await;
        assert_eq!(gone.status, 404, "it is no administrator's business any more");
        let all = ["letter_addressed", "delivery_failed", "delivery_retried", "delivery_failed", "delivery_retried", "letter_delivered"];
        assert_eq!(told(&app, &file).await, all);
    }

    async fn nobody_gets_the_case_about_himself(app: TestApp) {
        let mut file = new_file(&head(&app).await);
        file["concerns_person_id"] = json!(app.people.of(LAW).person);
        let file = app.acting(SO).post("/api/v1/files", &file).await.expect(201).id();
        let content = memorandum(&app, &json!({"addressees": [to_post(&app, LAW), to_unit(&app, "LAW")]}));
        let id = issued_on(&app, &file, &content).await;
        work_off(&app).await;
        let sent = dispatches_of(&app, &id).await;
        assert_eq!((&sent[0]["failure"], &sent[1]["state"]), (&json!("own_case"), &json!("delivered")));
        assert!(on_desk(&app, LAW, "receipt").await.is_empty());
        // The receipt knows whom it is about: it is not marked to him either.
        let lying = only_receipt(&app, Persona::LawClerk).await;
        let mark = json!({"to_post_id": app.people.of(LAW).post, "action": "report", "copies": []});
        let refused = step(&app, Persona::LawClerk, &lying, "markings", mark).await.expect(422);
        assert_eq!(refused.json["errors"][0]["code"].as_str().unwrap_or(refused.code()), "concerns-receiver");
    }

    async fn what_went_to_the_wrong_desk_goes_back_to_its_registry(app: TestApp) {
        let (_, id) = issued(&app, &json!({"addressees": [to_post(&app, LAW)]})).await;
        work_off(&app).await;
        let got = only_receipt(&app, LAW).await;
        let _ = step(&app, LAW, &got, "return", json!({"reason": "wrong_officer"})).await.expect(200);
        assert_eq!(dispatches_of(&app, &id).await[0]["state"], "delivered");
        assert_eq!(only_receipt(&app, Persona::LawClerk).await, got);
        let mark = json!({"to_post_id": app.people.of(LAW).post, "action": "report", "copies": []});
        let _ = step(&app, Persona::LawClerk, &got, "markings", mark).await.expect(200);
        let _ = step(&app, LAW, &got, "acceptance", json!({})).await.expect(200);
        assert_eq!(dispatches_of(&app, &id).await[0]["state"], "acknowledged");
    }

    async fn only_the_system_enters_what_comes_through_it(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let mut forged = entry("Forged");
        forged["mode"] = json!("office");
        let refused = clerk.post("/api/v1/receipts", &forged).await.expect(422);
        assert_eq!(refused.json["errors"][0]["pointer"], "/mode");
        let made = clerk.post("/api/v1/receipts", &entry("Plain")).await.expect(201);
        let path = format!("/api/v1/receipts/{}", made.id());
        let request = clerk.if_match(&made.etag()).request("PATCH", &path).json(&json!({"mode": "office"}));
        let _ = clerk.send(request).await.expect(422);
    }
}
