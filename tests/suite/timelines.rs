//! What was done with a file, a receipt, a post: from the ledger, for whoever may read it, and no more than that.

use crate::correspondence::{entry_with, to as mark_to};
use crate::files::{act, at, body, head, new_file, open, to};
use chrono::Duration;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

async fn timeline(app: &TestApp, who: Persona, of: &str) -> Value {
    let reply = app
        .acting(who)
        .get(&format!("/api/v1/{of}/timeline?order=oldest"))
        .await;
    reply.expect(200).json["items"].clone()
}

fn kinds(timeline: &Value) -> Vec<&str> {
    let entries = timeline.as_array().unwrap().iter();
    entries.map(|entry| entry["kind"].as_str().unwrap()).collect()
}

on_both! {
    async fn a_file_tells_its_acts_to_whoever_reads_it(app: TestApp) {
        let file = open(&app).await;
        let path = format!("/api/v1/files/{file}");
        let renamed = json!({"subject": "Release of funds, second quarter", "priority": "immediate"});
        app.clock.advance(Duration::minutes(1));
        let _ = at(&app, Persona::SectionOfficer, &file).await.patch(&path, &renamed).await.expect(200);
        app.clock.advance(Duration::minutes(1));
        let mut sent = to(&app, Persona::DeputySecretary);
        sent["remark"] = json!("Kindly approve");
        let note = json!({"kind": "note", "body": body(&["Canary words of the note", "and more"]), "then": sent});
        let signed = act(&app, Persona::SectionOfficer, &file, "notes", note).await.expect(200).json;
        app.clock.advance(Duration::minutes(1));
        let _ = act(&app, Persona::DeputySecretary, &file, "opening", json!({})).await.expect(200);

        let reply = app.acting(Persona::DeputySecretary).get(&format!("{path}/timeline?order=oldest")).await.expect(200);
        assert!(!String::from_utf8(reply.bytes.clone()).unwrap().contains("Canary"), "notes are read on the file");
        let told = &reply.json["items"];
        assert_eq!(kinds(told), ["file_opened", "file_amended", "note_submitted", "file_forwarded", "file_looked_at"]);
        let number = crate::files::read(&app, Persona::SectionOfficer, &file).await["number"].clone();
        assert_eq!((&told[0]["facts"]["number"], &told[0]["words"]["subject"]), (&number, &json!("Release of funds")));
        assert_eq!(told[0]["facts"]["classification"], "restricted");
        assert_eq!(told[1]["words"]["subject"], renamed["subject"]);
        assert_eq!(told[1]["facts"]["priority"], "immediate");
        assert_eq!((&told[2]["facts"]["paragraphs"], &told[2]["words"]), (&json!([1, 2]), &Value::Null));
        let so = app.people.of(Persona::SectionOfficer);
        assert_eq!((&told[3]["person"]["id"], &told[3]["post"]["id"]), (&json!(so.person), &json!(so.post)));
        let deputy = app.people.of(Persona::DeputySecretary).post;
        assert_eq!((&told[3]["facts"]["from"]["id"], &told[3]["facts"]["to"]["id"]), (&json!(so.post), &json!(deputy)));
        assert_eq!((&told[3]["facts"]["action"], &told[3]["words"]["remark"]), (&json!("for_orders"), &json!("Kindly approve")));

        // The receipt that the officer got with his act is the digest which the timeline shows and the auditor finds.
        let digest = signed["entry"].as_str().unwrap();
        assert!(told.as_array().unwrap().iter().any(|entry| entry["digest"] == digest), "{told}");
        for entry in told.as_array().unwrap() {
            let asked = format!("/api/v1/ledger/entries?digest={}", entry["digest"].as_str().unwrap());
            let found = app.acting(Persona::Auditor).get(&asked).await.expect(200).json;
            assert_eq!(found["items"][0]["id"], entry["id"]);
        }
        // What is not told is not there in another guise either: no salt, no body, no id of a note.
        for entry in told.as_array().unwrap() {
            let mut keys: Vec<_> = entry.as_object().unwrap().keys().map(String::as_str).collect();
            keys.sort_unstable();
            assert_eq!(keys, ["at", "digest", "facts", "id", "kind", "person", "position", "post", "words"]);
        }
        assert_eq!(app.acting(Persona::LawOfficer).get(&format!("{path}/timeline")).await.status, 404);
        assert_eq!(app.acting(Persona::Auditor).get(&format!("{path}/timeline")).await.status, 404);
    }

    async fn a_timeline_is_read_by_pages_from_either_end(app: TestApp) {
        let file = open(&app).await;
        for until in ["2026-04-01", "2026-04-02"] {
            let _ = act(&app, Persona::SectionOfficer, &file, "parking", json!({"until": until})).await.expect(200);
            let _ = act(&app, Persona::SectionOfficer, &file, "resumption", json!({})).await.expect(200);
        }
        let officer = app.acting(Persona::SectionOfficer);
        let oldest = timeline(&app, Persona::SectionOfficer, &format!("files/{file}")).await;
        assert_eq!(kinds(&oldest), ["file_opened", "file_parked", "file_resumed", "file_parked", "file_resumed"]);
        for order in ["oldest", "newest"] {
            let (mut walked, mut cursor) = (Vec::new(), String::new());
            loop {
                let page = officer.get(&format!("/api/v1/files/{file}/timeline?order={order}&limit=2{cursor}")).await.expect(200).json;
                walked.extend(page["items"].as_array().unwrap().iter().map(|entry| entry["id"].clone()));
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            if order == "newest" {
                walked.reverse();
            }
            let all: Vec<_> = oldest.as_array().unwrap().iter().map(|entry| entry["id"].clone()).collect();
            assert_eq!(walked, all, "{order}");
        }
        for wrong in ["order=sideways", "cursor=x", "page=2"] {
            assert_eq!(officer.get(&format!("/api/v1/files/{file}/timeline?{wrong}")).await.status, 400, "{wrong}");
        }
    }

    async fn a_timeline_names_no_file_that_its_reader_may_not_see(app: TestApp) {
        let head = head(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let mut secret = new_file(&head);
        secret["classification"] = json!("confidential");
        secret["subject"] = json!("Canary of another file");
        let hidden = officer.post("/api/v1/files", &secret).await.expect(201);
        let (hidden, number) = (hidden.id(), hidden.json["number"].as_str().unwrap().to_owned());
        let file = officer.post("/api/v1/files", &new_file(&head)).await.expect(201).id();
        let _ = act(&app, Persona::SectionOfficer, &file, "links", json!({"file_id": hidden})).await.expect(200);
        let part = act(&app, Persona::SectionOfficer, &file, "parts", json!({"subject": "Canary of a part"})).await.expect(201);
        let part_number = part.json["number"].as_str().unwrap().to_owned();
        let raised = json!({"classification": "confidential"});
        let _ = at(&app, Persona::SectionOfficer, &part.id()).await.patch(&format!("/api/v1/files/{}", part.id()), &raised).await.expect(200);
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let _ = act(&app, Persona::DeputySecretary, &file, "opening", json!({})).await.expect(200);

        let own = timeline(&app, Persona::SectionOfficer, &format!("files/{file}")).await;
        assert_eq!(kinds(&own)[1..3], ["file_linked", "part_opened"]);
        assert_eq!((&own[1]["facts"]["file"]["number"], &own[2]["facts"]["file"]["number"]), (&json!(number), &json!(part_number)));
        let other = app.acting(Persona::DeputySecretary).get(&format!("/api/v1/files/{file}/timeline?order=oldest")).await.expect(200);
        assert_eq!(kinds(&other.json["items"])[1..3], ["file_linked", "part_opened"]);
        let text = String::from_utf8(other.bytes.clone()).unwrap();
        for kept in ["Canary", &hidden, &number, &part.id(), &part_number] {
            assert!(!text.contains(kept), "{kept} in {text}");
        }
    }

    async fn a_receipt_tells_its_acts_without_words_of_a_higher_classification(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let slip = entry_with(&json!({"classification": "restricted", "subject": "Canary in haste", "sender_name": "Canary Sender"}));
        let made = clerk.post("/api/v1/receipts", &slip).await.expect(201);
        let (id, path) = (made.id(), format!("/api/v1/receipts/{}", made.id()));
        let right = json!({"classification": "unclassified", "subject": "Reconciliation", "sender_name": "Accountant General"});
        app.clock.advance(Duration::minutes(1));
        let corrected = app.acting(Persona::Clerk).if_match(&made.etag()).patch(&path, &right).await.expect(200);
        assert_eq!(app.acting(Persona::SectionOfficer).get(&format!("{path}/timeline")).await.status, 404);
        let mut order = mark_to(&app, Persona::SectionOfficer);
        order["copies"] = json!([{ "post_id": app.people.of(Persona::DeputySecretary).post, "action": "information" }]);
        order["remark"] = json!("Kindly see at once");
        let marked = app.acting(Persona::Clerk).if_match(&corrected.etag()).post(&format!("{path}/markings"), &order).await.expect(200);
        let accepted = app.acting(Persona::SectionOfficer).if_match(&marked.etag()).post(&format!("{path}/acceptance"), &json!({})).await.expect(200);
        let file = open(&app).await;
        let filed = app.acting(Persona::SectionOfficer).if_match(&accepted.etag()).post(&format!("{path}/filing"), &json!({"file_id": file})).await.expect(200);
        assert!(filed.json["entry"].is_string());

        let reply = app.acting(Persona::SectionOfficer).get(&format!("{path}/timeline?order=oldest")).await.expect(200);
        assert!(!String::from_utf8(reply.bytes.clone()).unwrap().contains("Canary"), "{:?}", reply.json);
        let told = &reply.json["items"];
        assert_eq!(kinds(told), ["receipt_diarised", "receipt_corrected", "receipt_marked", "receipt_accepted", "receipt_filed"]);
        assert_eq!((&told[0]["words"], &told[0]["facts"]["classification"]), (&Value::Null, &json!("restricted")));
        assert_eq!(told[0]["facts"]["number"], made.json["number"]);
        assert_eq!((&told[1]["words"]["subject"], &told[1]["words"]["sender_name"]), (&json!("Reconciliation"), &json!("Accountant General")));
        let deputy = app.people.of(Persona::DeputySecretary).post;
        assert_eq!(told[2]["words"]["remark"], "Kindly see at once");
        assert_eq!(told[2]["facts"]["copies"][0]["post"]["id"], json!(deputy));
        assert_eq!((&told[4]["facts"]["file"]["id"], &told[4]["facts"]["paragraphs"]), (&json!(file), &json!([1, 1])));
        // Whoever has a copy reads the receipt, and not the section's file.
        let copy = timeline(&app, Persona::Clerk, &format!("receipts/{id}")).await;
        assert_eq!(kinds(&copy)[4], "receipt_filed");
        assert_eq!((&copy[4]["facts"]["file"], &copy[4]["facts"]["paragraphs"], &copy[4]["facts"]["pages"]), (&Value::Null, &Value::Null, &Value::Null));
        assert_eq!(app.acting(Persona::LawClerk).get(&format!("{path}/timeline")).await.status, 404);
    }

    async fn a_post_tells_who_had_charge_of_it(app: TestApp) {
        let unit = app.people.unit("BUD").to_string();
        let post = crate::organisation::add_post(&app, &unit, "SO-NEW").await.expect(201).id();
        let path = format!("/api/v1/posts/{post}");
        let (first, second) = (app.people.of(Persona::SectionOfficer).person, app.people.of(Persona::OtherSectionOfficer).person);
        let appoint = json!({ "person_id": first, "kind": "additional" });
        let _ = crate::organisation::act(&app, &path, "charges", &appoint).await.expect(201);
        app.clock.advance(Duration::minutes(1));
        let transfer = json!({ "to_person_id": second, "kind": "look_after", "remark": "Order No. 7" });
        let _ = crate::organisation::act(&app, &path, "transfer", &transfer).await.expect(200);
        let admin = crate::organisation::on_post(&app, &post).await;
        let _ = admin.patch(&path, &json!({"title_en": "Section Officer (New)", "grade": 18})).await.expect(200);

        let told = timeline(&app, Persona::Auditor, &format!("posts/{post}")).await;
        assert_eq!(kinds(&told), ["post_created", "charge_assumed", "charge_transferred", "post_changed"]);
        assert_eq!((&told[0]["words"]["title_en"], &told[0]["facts"]["grade"]), (&json!("Section Officer"), &json!(17)));
        assert_eq!((&told[1]["facts"]["person"]["id"], &told[1]["facts"]["charge"]), (&json!(first), &json!("additional")));
        assert_eq!((&told[2]["facts"]["person_before"]["id"], &told[2]["facts"]["person"]["id"]), (&json!(first), &json!(second)));
        assert_eq!(told[2]["words"]["remark"], "Order No. 7");
        assert_eq!((&told[3]["words"]["title_en"], &told[3]["facts"]["grade"]), (&json!("Section Officer (New)"), &json!(18)));
        let nobody = "00000000-0000-7000-8000-000000000000";
        assert_eq!(app.acting(Persona::Clerk).get(&format!("/api/v1/posts/{nobody}/timeline")).await.status, 404);
        // Another thing's id opens nothing: a file is no post.
        let file = open(&app).await;
        assert_eq!(app.acting(Persona::SectionOfficer).get(&format!("/api/v1/posts/{file}/timeline")).await.status, 404);
    }
}
