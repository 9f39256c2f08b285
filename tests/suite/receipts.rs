//! The life of a receipt.

use crate::correspondence::{entry, entry_with, marked, to};
use chrono::Duration;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

fn pointers(problem: &Value) -> Vec<(&str, &str)> {
    let errors = problem["errors"].as_array().unwrap();
    errors
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
        .collect()
}

async fn state(app: &TestApp, who: Persona, id: &str) -> Value {
    app.acting(who)
        .get(&format!("/api/v1/receipts/{id}"))
        .await
        .expect(200)
        .json
}

on_both! {
    async fn a_paper_travels_from_the_counter_to_its_disposal(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let body = entry("Release of funds for canal lining 🌾");
        let made = clerk.post("/api/v1/receipts", &body).await.expect(201);
        assert_eq!(made.json["number"], "FD-1/2026");
        assert_eq!(made.etag(), "\"1\"");
        assert_eq!(made.headers["location"], format!("/api/v1/receipts/{}", made.id()).as_str());
        let path = format!("/api/v1/receipts/{}", made.id());
        let shown = state(&app, Persona::Clerk, &made.id()).await;
        assert_eq!(shown["state"], "in_registry");
        assert_eq!(shown["can"], json!(["correct", "mark", "dispose"]));
        assert_eq!(shown["registry"]["code"], "FD-RI");
        assert_eq!(shown["holder"]["id"], json!(app.people.of(Persona::Clerk).post));
        // Nobody else knows of it yet.
        let officer = app.acting(Persona::SectionOfficer);
        assert_eq!(officer.get(&path).await.status, 404);

        app.clock.advance(Duration::minutes(10));
        let clerk = app.acting(Persona::Clerk);
        let mut order = to(&app, Persona::SectionOfficer);
        order["copies"] = json!([{ "post_id": app.people.of(Persona::DeputySecretary).post, "action": "information" }]);
        order["remark"] = json!("Kindly see at once");
        let sent = clerk.if_match(&made.etag()).post(&format!("{path}/markings"), &order).await.expect(200);
        assert_eq!(sent.json["version"], 2);
        let copied = state(&app, Persona::DeputySecretary, &made.id()).await;
        assert_eq!(copied["can"], json!(["seen"]));
        assert_eq!(copied["copies"][0]["post"]["id"], json!(app.people.of(Persona::DeputySecretary).post));

        app.clock.advance(Duration::minutes(30));
        let officer = app.acting(Persona::SectionOfficer);
        let shown = state(&app, Persona::SectionOfficer, &made.id()).await;
        assert_eq!(shown["can"], json!(["accept", "return"]));
        let taken = officer.if_match(&sent.etag()).post(&format!("{path}/acceptance"), &json!({})).await.expect(200);
        app.clock.advance(Duration::hours(2));
        let officer = app.acting(Persona::SectionOfficer);
        let reason = json!({ "reason": "informed" });
        let done = officer.if_match(&taken.etag()).post(&format!("{path}/disposal"), &reason).await.expect(200);
        let shown = state(&app, Persona::SectionOfficer, &made.id()).await;
        assert_eq!((&shown["state"], &shown["holder"]), (&json!("disposed"), &Value::Null));
        assert_eq!(shown["disposal_reason"], "informed");
        assert_eq!(shown["can"], json!(["reopen"]));
        let again = json!({ "reason": "The Secretary asked about it" });
        let _ = officer.if_match(&done.etag()).post(&format!("{path}/reopening"), &again).await.expect(200);

        let steps = officer.get(&format!("{path}/movements")).await.expect(200).json;
        let told: Vec<_> = steps["items"].as_array().unwrap().iter()
            .map(|step| (step["kind"].as_str().unwrap(), step["held_seconds"].as_i64()))
            .collect();
        assert_eq!(told, [("marked", Some(1800)), ("copied", None), ("accepted", Some(7200)), ("disposed", None), ("reopened", None)]);
        assert_eq!(steps["items"][0]["remark"], "Kindly see at once");
        assert_eq!(steps["items"][0]["by"]["id"], json!(app.people.of(Persona::Clerk).person));
        let page = officer.get(&format!("{path}/movements?limit=2")).await.expect(200).json;
        let rest = format!("{path}/movements?cursor={}", page["next_cursor"].as_str().unwrap());
        assert_eq!(officer.get(&rest).await.expect(200).json["items"].as_array().unwrap().len(), 3);
    }

    async fn a_receipt_lies_on_one_desk_and_its_copies_on_theirs(app: TestApp) {
        let desk = async |who: Persona| -> Vec<(String, String, bool)> {
            let items = app.acting(who).get("/api/v1/desk").await.expect(200).json["items"].clone();
            items.as_array().unwrap().iter()
                .map(|item| (item["kind"].as_str().unwrap().to_owned(), item["number"].as_str().unwrap().to_owned(), item["unread"].as_bool().unwrap()))
                .collect()
        };
        let lies = |kind: &str, unread: bool| vec![(kind.to_owned(), "FD-1/2026".to_owned(), unread)];
        let clerk = app.acting(Persona::Clerk);
        let made = clerk.post("/api/v1/receipts", &entry("Lining")).await.expect(201);
        assert_eq!(desk(Persona::Clerk).await, lies("receipt", false));
        let path = format!("/api/v1/receipts/{}", made.id());
        let mut order = to(&app, Persona::SectionOfficer);
        order["copies"] = json!([{ "post_id": app.people.of(Persona::DeputySecretary).post, "action": "information" }]);
        let sent = clerk.if_match(&made.etag()).post(&format!("{path}/markings"), &order).await.expect(200);
        assert_eq!(desk(Persona::Clerk).await, []);
        assert_eq!(desk(Persona::SectionOfficer).await, lies("receipt", true));
        assert_eq!(desk(Persona::DeputySecretary).await, lies("copy", true));
        let deputy = app.acting(Persona::DeputySecretary);
        let item = deputy.get("/api/v1/desk?kind=copy").await.expect(200).json["items"][0]["id"].clone();
        assert_eq!(deputy.post("/api/v1/desk/reads", &json!({ "ids": [item] })).await.status, 204);
        assert!(state(&app, Persona::DeputySecretary, &made.id()).await["copies"][0]["read_at"].is_string());
        let seen = json!({ "receipt_ids": [made.id()] });
        // It is nobody else's copy.
        assert_eq!(app.acting(Persona::SectionOfficer).post("/api/v1/desk/seen-copies", &seen).await.status, 204);
        assert_eq!(desk(Persona::DeputySecretary).await, lies("copy", false));
        assert_eq!(desk(Persona::SectionOfficer).await, lies("receipt", true));
        assert_eq!(state(&app, Persona::DeputySecretary, &made.id()).await["can"], json!(["seen"]));
        for _ in 0..2 {
            assert_eq!(deputy.post("/api/v1/desk/seen-copies", &seen).await.status, 204);
        }
        assert_eq!(desk(Persona::DeputySecretary).await, []);
        let after = state(&app, Persona::DeputySecretary, &made.id()).await;
        assert_eq!((after["copies"][0]["seen_at"].is_string(), &after["can"]), (true, &json!([])));
        let entries = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?kind=copy_seen").await.expect(200).json;
        assert_eq!(entries["items"].as_array().unwrap().len(), 1, "done twice, recorded once");
        let officer = app.acting(Persona::SectionOfficer);
        let back = officer.if_match(&sent.etag()).post(&format!("{path}/return"), &json!({ "reason": "wrong_officer" })).await.expect(200);
        assert_eq!(desk(Persona::SectionOfficer).await, []);
        assert_eq!(desk(Persona::Clerk).await, lies("receipt", true));
        let done = clerk.if_match(&back.etag()).post(&format!("{path}/disposal"), &json!({ "reason": "duplicate" })).await;
        assert_eq!((done.status, desk(Persona::Clerk).await), (200, vec![]));
    }

    async fn the_person_it_concerns_does_not_find_it(app: TestApp) {
        let concerns = app.people.of(Persona::Clerk).person;
        let own = entry_with(&json!({ "concerns_person_id": concerns }));
        let clerk = app.acting(Persona::Clerk);
        let refused = clerk.post("/api/v1/receipts", &own).await.expect(422);
        assert_eq!(refused.code(), "diarist-own-case");
        // Diarised by another, who then hands him the post.
        let officer = app.people.of(Persona::SectionOfficer).person;
        let about = entry_with(&json!({ "concerns_person_id": officer }));
        let made = clerk.post("/api/v1/receipts", &about).await.expect(201);
        let post = format!("/api/v1/posts/{}", app.people.of(Persona::Clerk).post);
        let taken = json!({ "to_person_id": officer, "kind": "additional" });
        let refused = crate::organisation::act(&app, &post, "transfer", &taken).await;
        assert_eq!((refused.status, refused.code()), (409, "own-case-on-desk"));
        let path = format!("/api/v1/receipts/{}", made.id());
        let marked = clerk.if_match(&made.etag()).post(&format!("{path}/markings"), &to(&app, Persona::OtherSectionOfficer)).await.expect(200);
        let _ = crate::organisation::act(&app, &post, "transfer", &taken).await.expect(200);
        let concerned = app.acting(Persona::SectionOfficer).with("Acting-Post", &app.people.of(Persona::Clerk).post.to_string());
        assert_eq!(concerned.get(&path).await.status, 404);
        assert_eq!(concerned.get("/api/v1/receipts").await.json["items"], json!([]));
        // It does not go back to him, and is not lost for it.
        let other = app.acting(Persona::OtherSectionOfficer).if_match(&marked.etag());
        let refused = other.post(&format!("{path}/return"), &json!({ "reason": "not_our_subject" })).await.expect(409);
        assert_eq!(refused.code(), "concerns-sender");
        let _ = other.post(&format!("{path}/acceptance"), &json!({})).await.expect(200);
    }

    async fn papers_go_only_to_posts_that_handle_them(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        for who in [Persona::Administrator, Persona::Auditor] {
            let entry = entry_with(&json!({ "mark": to(&app, who) }));
            let refused = clerk.post("/api/v1/receipts", &entry).await.expect(422);
            assert_eq!(pointers(&refused.json), [("/mark/to_post_id", "receiver-handles-no-papers")]);
            let mut mark = to(&app, Persona::SectionOfficer);
            mark["copies"] = json!([{ "post_id": app.people.of(who).post, "action": "information" }]);
            let refused = clerk.post("/api/v1/receipts", &entry_with(&json!({ "mark": mark }))).await.expect(422);
            assert_eq!(pointers(&refused.json), [("/mark/copies", "copy-receiver-handles-no-papers")]);
        }
    }

    async fn a_misdirected_receipt_goes_back_to_whoever_marked_it(app: TestApp) {
        let (id, etag) = marked(&app, Persona::SectionOfficer).await;
        let path = format!("/api/v1/receipts/{id}");
        let officer = app.acting(Persona::SectionOfficer);
        let no_words = json!({ "reason": "other" });
        let refused = officer.if_match(&etag).post(&format!("{path}/return"), &no_words).await.expect(422);
        assert_eq!(pointers(&refused.json), [("/remark", "remark-needed")]);
        let reason = json!({ "reason": "not_our_subject", "remark": "Belongs to Law" });
        let _ = officer.if_match(&etag).post(&format!("{path}/return"), &reason).await.expect(200);
        let shown = state(&app, Persona::Clerk, &id).await;
        assert_eq!((&shown["state"], &shown["can"]), (&json!("in_registry"), &json!(["correct", "mark", "dispose"])));
        // The post that returned it has been on the chain and may still look.
        assert_eq!(state(&app, Persona::SectionOfficer, &id).await["can"], json!([]));
    }

    async fn all_that_is_wrong_is_told_at_once_and_costs_no_number(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let wrong = entry_with(&json!({ "received_on": "2026-03-03", "subject": "x".repeat(10_000), "sender_name": "a\u{202E}b", "due_on": "1999-01-01", "reference_date": "+20260-01-01" }));
        let refused = clerk.post("/api/v1/receipts", &wrong).await.expect(422);
        assert_eq!(pointers(&refused.json), [
            ("/received_on", "received-in-future"),
            ("/reference_date", "reference-in-future"),
            ("/due_on", "due-in-past"),
            ("/sender_name", "forbidden-character"),
            ("/subject", "too-long"),
        ]);
        let urdu = clerk.with("Accept-Language", "ur").post("/api/v1/receipts", &wrong).await.expect(422);
        assert!(urdu.json["errors"][0]["message"].as_str().unwrap().contains("تاریخ"));
        let year = entry_with(&json!({ "received_on": "20260-01-01" }));
        assert_eq!(pointers(&clerk.post("/api/v1/receipts", &year).await.expect(422).json), [("/received_on", "invalid")]);
        let unknown = entry_with(&json!({ "colour": "red" }));
        assert_eq!(clerk.post("/api/v1/receipts", &unknown).await.expect(400).code(), "json-unknown-field");
        let nobody = json!({ "to_post_id": app.people.of(Persona::Clerk).person, "action": "report", "copies": [] });
        let refused = clerk.post("/api/v1/receipts", &entry_with(&json!({ "mark": nobody }))).await.expect(422);
        assert_eq!(pointers(&refused.json), [("/mark/to_post_id", "unknown-post")]);
        let foreign = entry_with(&json!({ "document_ids": [app.people.of(Persona::Clerk).person] }));
        assert_eq!(pointers(&clerk.post("/api/v1/receipts", &foreign).await.expect(422).json), [("/document_ids/0", "unknown-document")]);
        let nobody = entry_with(&json!({ "concerns_person_id": app.people.of(Persona::Clerk).post }));
        assert_eq!(pointers(&clerk.post("/api/v1/receipts", &nobody).await.expect(422).json), [("/concerns_person_id", "unknown-person")]);
        // Nothing was saved by any of these.
        let made = clerk.post("/api/v1/receipts", &entry("The first paper")).await.expect(201);
        assert_eq!(made.json["number"], "FD-1/2026");
        assert_eq!(clerk.get("/api/v1/receipts").await.json["items"].as_array().unwrap().len(), 1);
    }

    async fn a_case_is_not_marked_to_the_person_it_concerns(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let concerns = app.people.of(Persona::SectionOfficer).person;
        let own = entry_with(&json!({ "concerns_person_id": concerns, "mark": to(&app, Persona::SectionOfficer) }));
        let refused = clerk.post("/api/v1/receipts", &own).await.expect(422);
        assert_eq!(pointers(&refused.json), [("/mark/to_post_id", "concerns-receiver")]);
        let made = clerk.post("/api/v1/receipts", &entry_with(&json!({ "concerns_person_id": concerns }))).await.expect(201);
        let path = format!("/api/v1/receipts/{}/markings", made.id());
        let refused = clerk.if_match(&made.etag()).post(&path, &to(&app, Persona::SectionOfficer)).await.expect(422);
        assert_eq!(refused.code(), "concerns-receiver");
        let _ = clerk.if_match(&made.etag()).post(&path, &to(&app, Persona::OtherSectionOfficer)).await.expect(200);
    }

    async fn only_who_holds_a_receipt_deals_with_it(app: TestApp) {
        let (id, etag) = marked(&app, Persona::SectionOfficer).await;
        let path = format!("/api/v1/receipts/{id}");
        // Visible to the registry, and not with it.
        let clerk = app.acting(Persona::Clerk).if_match(&etag);
        assert_eq!(clerk.post(&format!("{path}/acceptance"), &json!({})).await.expect(403).code(), "not-with-you");
        // For everybody else it does not exist, whatever they try.
        for who in [Persona::OtherSectionOfficer, Persona::LawClerk, Persona::LawOfficer, Persona::Auditor, Persona::Administrator] {
            let client = app.acting(who).if_match(&etag);
            assert_eq!(client.get(&path).await.expect(404).code(), "not-found", "{who:?}");
            assert_eq!(client.get(&format!("{path}/movements")).await.status, 404, "{who:?}");
            for act in ["acceptance", "markings", "return", "disposal", "reopening"] {
                let body = match act {
                    "acceptance" => json!({}),
                    "markings" => to(&app, Persona::DeputySecretary),
                    "return" => json!({ "reason": "incomplete" }),
                    "disposal" => json!({ "reason": "informed" }),
                    _ => json!({ "reason": "again" }),
                };
                assert_eq!(client.post(&format!("{path}/{act}"), &body).await.status, 404, "{who:?} {act}");
            }
            assert_eq!(client.patch(&path, &json!({ "subject": "Mine" })).await.status, 404, "{who:?}");
        }
        for who in [Persona::SectionOfficer, Persona::Administrator, Persona::Auditor] {
            let client = app.acting(who);
            assert_eq!(client.post("/api/v1/receipts", &entry("x")).await.expect(403).code(), "role-missing", "{who:?}");
            assert_eq!(client.get("/api/v1/receipts").await.expect(403).code(), "role-missing", "{who:?}");
            assert_eq!(client.get("/api/v1/receipts/register.csv").await.status, 403, "{who:?}");
        }
        assert_eq!(app.anonymous().get(&path).await.status, 401);
    }

    async fn versions_and_keys_are_asked_for_and_kept(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let body = entry("Once is enough");
        let key = clerk.with("Idempotency-Key", "k-1");
        let first = key.post("/api/v1/receipts", &body).await.expect(201);
        let second = key.post("/api/v1/receipts", &body).await.expect(201);
        assert_eq!(first.json, second.json);
        assert_eq!(key.post("/api/v1/receipts", &entry("Another")).await.expect(422).code(), "idempotency-mismatch");
        assert_eq!(clerk.get("/api/v1/receipts").await.json["items"].as_array().unwrap().len(), 1);

        let path = format!("/api/v1/receipts/{}/markings", first.id());
        let order = to(&app, Persona::SectionOfficer);
        assert_eq!(clerk.post(&path, &order).await.expect(428).code(), "if-match-required");
        assert_eq!(clerk.if_match("\"7\"").post(&path, &order).await.expect(412).code(), "stale");
        let sent = clerk.if_match(&first.etag()).with("Idempotency-Key", "k-2");
        let once = sent.post(&path, &order).await.expect(200);
        assert_eq!(sent.post(&path, &order).await.expect(200).json, once.json);
        let officer = app.acting(Persona::SectionOfficer);
        let dispose = format!("/api/v1/receipts/{}/disposal", first.id());
        let early = officer.if_match(&once.etag()).post(&dispose, &json!({ "reason": "informed" })).await.expect(409);
        assert_eq!(early.code(), "receipt-not-accepted");
    }

    async fn an_entry_is_corrected_until_an_officer_has_accepted_it(app: TestApp) {
        let (id, etag) = marked(&app, Persona::SectionOfficer).await;
        let path = format!("/api/v1/receipts/{id}");
        let clerk = app.acting(Persona::Clerk);
        let change = json!({ "subject": "Release of funds, Bhakkar", "reference_number": null });
        let corrected = clerk.if_match(&etag).patch(&path, &change).await.expect(200);
        let shown = state(&app, Persona::SectionOfficer, &id).await;
        assert_eq!(shown["subject"], "Release of funds, Bhakkar");
        assert_eq!(shown["reference_number"], Value::Null);
        assert_eq!(shown["sender_office"], "Irrigation Department");
        assert_eq!(clerk.if_match(&corrected.etag()).patch(&path, &change).await.expect(422).code(), "nothing-to-correct");
        let officer = app.acting(Persona::SectionOfficer);
        let taken = officer.if_match(&corrected.etag()).post(&format!("{path}/acceptance"), &json!({})).await.expect(200);
        let late = clerk.if_match(&taken.etag()).patch(&path, &json!({ "subject": "Late" })).await.expect(409);
        assert_eq!(late.code(), "receipt-already-accepted");
    }

    async fn the_register_is_filtered_paged_and_exported(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        for (subject, mode) in [("Canal lining", "post"), ("=1+1", "email"), ("بجٹ کی منظوری", "post"), ("100% canal_x", "fax")] {
            app.clock.advance(Duration::minutes(1));
            let _ = clerk.post("/api/v1/receipts", &entry_with(&json!({ "subject": subject, "mode": mode }))).await.expect(201);
        }
        let law = app.acting(Persona::LawClerk);
        assert_eq!(law.post("/api/v1/receipts", &entry("A plaint")).await.expect(201).json["number"], "LAW-1/2026");
        let numbers = async |query: &str| -> Vec<String> {
            let page = clerk.get(&format!("/api/v1/receipts?{query}")).await.expect(200).json;
            page["items"].as_array().unwrap().iter().map(|line| line["diary_number"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(numbers("").await, ["FD-4/2026", "FD-3/2026", "FD-2/2026", "FD-1/2026"]);
        assert_eq!(numbers("mode=post").await, ["FD-3/2026", "FD-1/2026"]);
        assert_eq!(numbers("query=CANAL").await, ["FD-4/2026", "FD-1/2026"]);
        assert_eq!(numbers("query=canal%20lining").await, ["FD-1/2026"]);
        assert_eq!(numbers("query=%25").await, ["FD-4/2026"]);
        assert_eq!(numbers("query=canal_").await, ["FD-4/2026"]);
        assert_eq!(numbers("query=fd-3").await, ["FD-3/2026"]);
        assert_eq!(numbers("query=%D8%A8%D8%AC%D9%B9").await, ["FD-3/2026"]);
        assert_eq!(numbers("state=marked").await, Vec::<String>::new());
        assert_eq!(numbers("from=2026-03-03").await, Vec::<String>::new());
        assert_eq!(numbers("to=2026-03-02&from=2026-03-02").await.len(), 4);
        assert_eq!(numbers(&format!("registry_id={}", app.people.unit("LAW-RI"))).await, Vec::<String>::new());
        assert_eq!(numbers("query=%00canal").await, ["FD-4/2026", "FD-1/2026"]);
        assert_eq!(numbers("from=-200000-01-01&to=%2B200000-01-01").await.len(), 4);
        assert_eq!(clerk.get("/api/v1/receipts?colour=red").await.status, 400);
        assert_eq!(clerk.get("/api/v1/receipts?cursor=nonsense").await.expect(400).code(), "cursor-invalid");

        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = clerk.get(&format!("/api/v1/receipts?limit=3{cursor}")).await.expect(200).json;
            seen.extend(page["items"].as_array().unwrap().iter().map(|line| line["diary_number"].to_string()));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 4);

        let csv = clerk.get("/api/v1/receipts/register.csv?mode=email").await.expect(200);
        assert!(csv.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        let text = String::from_utf8(csv.bytes).unwrap();
        assert!(text.starts_with('\u{FEFF}'));
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains(",'=1+1,"), "{text}");
    }

    async fn closely_held_mail_is_not_scanned_and_known_to_its_chain_only(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let upload = crate::correspondence::upload(&app, Persona::Clerk, "s.pdf", crate::correspondence::pdf("s")).await.expect(201);
        let scanned = entry_with(&json!({ "classification": "secret", "document_ids": [upload.id()] }));
        assert_eq!(clerk.post("/api/v1/receipts", &scanned).await.expect(422).code(), "sealed-mail-scanned");
        let sealed = entry_with(&json!({ "classification": "secret", "mark": to(&app, Persona::Secretary) }));
        let made = clerk.post("/api/v1/receipts", &sealed).await.expect(201);
        assert_eq!(state(&app, Persona::Secretary, &made.id()).await["can"], json!(["accept", "return"]));
        assert_eq!(app.acting(Persona::DeputySecretary).get(&format!("/api/v1/receipts/{}", made.id())).await.status, 404);
    }

    async fn numbers_are_contiguous_whatever_is_aborted(app: TestApp) {
        let mut waiting = Vec::new();
        for i in 0..64 {
            let client = app.acting(Persona::Clerk);
            // One in ten fails after its number was allotted: the receiver does not exist.
            let mut body = entry(&format!("Paper {i}"));
            if i % 10 == 3 {
                body["mark"] = json!({ "to_post_id": app.people.unit("FD"), "action": "report", "copies": [] });
            }
            waiting.push(tokio::spawn(async move { client.post("/api/v1/receipts", &body).await }));
        }
        let mut serials = Vec::new();
        let mut aborted = 0;
        for reply in waiting {
            let reply = reply.await.unwrap();
            if reply.status == 201 {
                let number = reply.json["number"].as_str().unwrap().to_owned();
                let serial = number.strip_prefix("FD-").and_then(|rest| rest.strip_suffix("/2026")).unwrap();
                serials.push(serial.parse::<usize>().unwrap());
            } else {
                assert_eq!(reply.status, 422, "{}", reply.json);
                aborted += 1;
            }
        }
        serials.sort_unstable();
        assert_eq!(aborted, 7);
        assert_eq!(serials, (1..=57).collect::<Vec<_>>());
    }

    async fn a_new_year_begins_a_new_diary(app: TestApp) {
        let clerk = app.acting(Persona::Clerk);
        let _ = clerk.post("/api/v1/receipts", &entry("Old year")).await.expect(201);
        app.clock.advance(Duration::days(305) - Duration::minutes(1));
        let clerk = app.acting(Persona::Clerk);
        let made = clerk.post("/api/v1/receipts", &entry("New year")).await.expect(201);
        assert_eq!(made.json["number"], "FD-1/2027");
    }
}
