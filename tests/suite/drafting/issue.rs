use super::{act, approve, at, draft, hand_on, letter, letter_on, paragraph, read, revise, reworded};
use crate::files::{open, read as read_file};
use crate::identity::factors::with_passkey;
use crate::ledger::{check, known, take_up};
use daftar_documents::pades::inspect;
use daftar_documents::pki::Certificate;
use daftar_domain::identity::webauthn::key_digest as sha256_of;
use daftar_domain::ledger::sha256_hex;
use daftar_testing::{Client, Persona, Reply, TestApp, on_both};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

/// A letter on the section officer's desk that the deputy has approved; he is to sign it.
pub(crate) async fn approved(app: &TestApp, file: &str) -> String {
    let id = letter_on(app, file).await;
    hand_on(app, file, SO, DS).await;
    let _ = approve(app, DS, &id).await.expect(200);
    hand_on(app, file, DS, SO).await;
    id
}

/// So many approved letters on one file, on the section officer's desk.
pub(super) async fn many_approved(app: &TestApp, file: &str, count: usize) -> Vec<String> {
    let mut letters = Vec::new();
    for _ in 0..count {
        letters.push(letter_on(app, file).await);
    }
    hand_on(app, file, SO, DS).await;
    for id in &letters {
        let _ = approve(app, DS, id).await.expect(200);
    }
    hand_on(app, file, DS, SO).await;
    letters
}

pub(crate) async fn issue(app: &TestApp, id: &str) -> Reply {
    act(app, SO, id, "issue", json!({})).await
}

pub(super) async fn root(app: &TestApp) -> Certificate {
    let client = app.anonymous().with("Accept", "application/pkix-cert");
    let reply = client.get("/api/v1/certificates/root").await.expect(200);
    Certificate::from_der(&reply.bytes).unwrap()
}

/// The office copies of a file, in their order.
pub(crate) async fn copies(app: &TestApp, file: &str) -> Vec<Value> {
    let papers = app
        .acting(SO)
        .get(&format!("/api/v1/files/{file}/papers"))
        .await
        .expect(200)
        .json;
    let papers = papers["items"]
        .as_array()
        .unwrap_or_else(|| papers.as_array().unwrap())
        .clone();
    papers
        .into_iter()
        .filter(|paper| paper["direction"] == "outgoing")
        .collect()
}

pub(crate) async fn document_of(client: &Client, paper: &Value) -> Vec<u8> {
    let id = paper["documents"][0]["id"].as_str().unwrap();
    client
        .get(&format!("/api/v1/documents/{id}/content"))
        .await
        .expect(200)
        .bytes
}

on_both! {
    async fn a_letter_goes_out_signed_and_numbered(app: TestApp) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        let number = read_file(&app, SO, &file).await["number"].as_str().unwrap().to_owned();
        let before = read(&app, SO, &id).await;
        assert!(before["can"].as_array().unwrap().contains(&json!("issue")));
        let done = issue(&app, &id).await.expect(200);
        assert_eq!(done.json["number"], json!(format!("{number}/1")));
        let issued = read(&app, SO, &id).await;
        assert_eq!((&issued["state"], &issued["can"]), (&json!("issued"), &json!([])));
        assert_eq!(issued["issue"]["number"], done.json["number"]);
        assert_eq!(issued["issue"]["signed"]["person"]["id"], json!(app.people.of(SO).person));

        // The office copy is what was signed, to the byte, and anybody with the root can tell.
        let copies = copies(&app, &file).await;
        assert_eq!((copies.len(), &copies[0]["title"]), (1, &json!("Release of funds")));
        let pdf = document_of(&app.acting(SO), &copies[0]).await;
        let found = inspect(&pdf, &root(&app).await).unwrap();
        assert_eq!(found.len(), 1);
        assert!(found[0].is_good(), "{:?}", found[0]);
        let mut altered = pdf.clone();
        altered[600] ^= 1;
        assert!(inspect(&altered, &root(&app).await).is_ok_and(|found| found.iter().all(|one| !one.is_good())) );

        // The ledger says which bytes were printed and which went out.
        let entries = format!("/api/v1/ledger/entries?subject_id={file}&kind=communication_issued");
        let entry = app.acting(Persona::Auditor).get(&entries).await.expect(200).json["items"][0].clone();
        let said = &entry["body"]["content"];
        assert_eq!(said["sha256"], json!(sha256_of(&pdf)));
        assert_eq!((&said["number"], &said["numbered"]["serial"]), (&done.json["number"], &json!(1)));
        let ends = pdf.windows(5).enumerate().filter(|(_, bytes)| *bytes == b"%%EOF").map(|(at, _)| at + 5);
        let printed = ends.into_iter().flat_map(|end| [end, end + 1]).filter_map(|end| pdf.get(..end));
        let printed = printed.map(|bytes| json!(sha256_of(bytes))).any(|digest| digest == said["rendered"]);
        assert!(printed, "what was shown before signing is the first revision");
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
        let mine = app.acting(SO).get("/api/v1/me/signatures").await.expect(200).json;
        assert_eq!((&mine["items"][0]["act"], &mine["items"][0]["state"]), (&json!("communication_issued"), &json!("valid")));
    }

    async fn what_was_issued_never_changes(app: TestApp) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        let _ = issue(&app, &id).await.expect(200);
        for refused in [
            revise(&app, SO, &id, &reworded(&app, "Otherwise.")).await,
            issue(&app, &id).await,
            act(&app, SO, &id, "withdrawal", json!({"remark": "No."})).await,
            act(&app, SO, &id, "approval", json!({"text_number": 1})).await,
            act(&app, SO, &id, "remarks", json!({"text_number": 1, "kind": "comment", "remark": "Late."})).await,
        ] {
            assert_eq!((refused.status, refused.code()), (409, "draft-issued"));
        }
        for sql in ["UPDATE issues SET number = 'x'", "DELETE FROM issues", "UPDATE communication_texts SET content = '{}'"] {
            assert!(app.database.raw.execute_unprepared(sql).await.is_err(), "{sql}");
        }
        assert_eq!(copies(&app, &file).await.len(), 1);
    }

    async fn a_refused_issue_costs_no_number(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let early = issue(&app, &id).await;
        assert_eq!((early.status, early.code()), (409, "draft-not-approved"));
        hand_on(&app, &file, SO, DS).await;
        let _ = approve(&app, DS, &id).await.expect(200);
        let other = act(&app, DS, &id, "issue", json!({})).await;
        assert_eq!((other.status, other.code()), (403, "draft-not-signatory"));
        hand_on(&app, &file, DS, SO).await;
        let _ = revise(&app, SO, &id, &reworded(&app, "After approval.")).await.expect(200);
        let void = issue(&app, &id).await;
        assert_eq!((void.status, void.code()), (409, "draft-not-approved"));
        hand_on(&app, &file, SO, DS).await;
        let _ = approve(&app, DS, &id).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        let done = issue(&app, &id).await.expect(200);
        assert!(done.json["number"].as_str().unwrap().ends_with("/1"));
    }

    async fn a_passkey_signs_the_print_that_was_shown(app: TestApp) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        let (officer, mut authenticator, _) = with_passkey(&app, SO, 1).await;
        let path = format!("/api/v1/communications/{id}/issue");
        let shown = at(&officer, &id).await.post(&format!("{path}/preparation"), &json!({})).await.expect(200);
        let said: Value = serde_json::from_str(shown.json["statement"].as_str().unwrap()).unwrap();
        assert!(said["number"].as_str().unwrap().ends_with("/1"));
        assert_eq!(read(&app, SO, &id).await["state"], "approved", "showing it changes nothing");
        // What he signs he can read, to the byte, and nobody else can.
        let proof = format!("{path}/proof?preparation_id={}", shown.json["id"].as_str().unwrap());
        let print = officer.get(&proof).await.expect(200);
        assert_eq!(json!(sha256_of(&print.bytes)), said["rendered"]);
        assert_eq!(app.acting(SO).get(&proof).await.expect(409).code(), "signing-preparation-unknown", "another session");
        assert_eq!(app.acting(DS).get(&proof).await.status, 403);
        assert_eq!(app.acting(Persona::LawOfficer).get(&proof).await.status, 404);
        let signing = json!({"signature": {"preparation_id": shown.json["id"], "assertion": authenticator.assert(&shown.json, None)}});
        let client = at(&officer, &id).await.with("Idempotency-Key", "issue-once");
        let done = client.post(&path, &signing).await.expect(200);
        assert_eq!(done.json["number"], said["number"]);
        let again = client.post(&path, &signing).await.expect(200);
        assert_eq!(again.json, done.json, "a lost answer is asked for again");
        assert_eq!(officer.get(&proof).await.expect(409).code(), "draft-issued");
        let entries = format!("/api/v1/ledger/entries?subject_id={file}&kind=communication_issued");
        let entries = app.acting(Persona::Auditor).get(&entries).await.expect(200).json;
        assert_eq!(entries["items"].as_array().unwrap().len(), 1);
        let content = &entries["items"][0]["body"]["content"];
        assert_eq!((&content["rendered"], &content["signature"]["method"]), (&said["rendered"], &json!("passkey")));
        assert_eq!(sha256_hex(shown.json["statement"].as_str().unwrap()), shown.json["digest"].as_str().unwrap());
    }

    async fn a_number_that_was_taken_meanwhile_is_not_signed(app: TestApp) {
        let file = open(&app).await;
        let letters = many_approved(&app, &file, 2).await;
        let officer = app.acting(SO);
        let path = format!("/api/v1/communications/{}/issue", letters[0]);
        let shown = at(&officer, &letters[0]).await.post(&format!("{path}/preparation"), &json!({})).await.expect(200);
        let _ = issue(&app, &letters[1]).await.expect(200);
        let signing = json!({"signature": {"preparation_id": shown.json["id"]}});
        let late = at(&officer, &letters[0]).await.post(&path, &signing).await;
        assert_eq!((late.status, late.code()), (409, "signing-prepared-otherwise"));
        let shown = at(&officer, &letters[0]).await.post(&format!("{path}/preparation"), &json!({})).await.expect(200);
        let signing = json!({"signature": {"preparation_id": shown.json["id"]}});
        let done = at(&officer, &letters[0]).await.post(&path, &signing).await.expect(200);
        assert!(done.json["number"].as_str().unwrap().ends_with("/2"));
    }

    async fn many_at_once_get_numbers_without_a_gap(app: TestApp) {
        let file = open(&app).await;
        let letters = many_approved(&app, &file, 8).await;
        let mut clients = Vec::new();
        for id in &letters {
            clients.push((at(&app.acting(SO), id).await, format!("/api/v1/communications/{id}/issue")));
        }
        let all = clients.iter().enumerate().map(async |(number, (client, path))| {
            // Every fourth gives up before it is answered.
            let body = json!({});
            let sent = client.post(path, &body);
            let patience = std::time::Duration::from_millis(if number % 4 == 3 { 30 } else { 60_000 });
            tokio::time::timeout(patience, sent).await.map_or(0, |reply| reply.status)
        });
        let statuses = futures_util::future::join_all(all).await;
        for id in &letters {
            // What was given up may still be under way: then it wins, and we are told so.
            while read(&app, SO, id).await["state"] != "issued" {
                let reply = issue(&app, id).await;
                assert!([200, 409, 412].contains(&reply.status), "{}", reply.json);
            }
        }
        let copies = copies(&app, &file).await;
        assert_eq!(copies.len(), letters.len(), "{statuses:?}");
        let mut serials = Vec::new();
        for id in &letters {
            let number = read(&app, SO, id).await["issue"]["number"].as_str().unwrap().to_owned();
            serials.push(number.rsplit_once('/').unwrap().1.parse::<u32>().unwrap());
        }
        serials.sort_unstable();
        assert_eq!(serials, (1..=8).collect::<Vec<u32>>());
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
    }

    async fn a_draft_is_previewed_as_it_would_be_printed(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let path = format!("/api/v1/communications/{id}/preview");
        let print = app.acting(SO).get(&path).await.expect(200);
        assert!(print.bytes.starts_with(b"%PDF-"));
        assert_eq!(print.headers["content-type"], "application/pdf");
        assert_eq!(app.acting(SO).get(&path).await.expect(200).bytes, print.bytes, "the same draft is the same print");
        assert_eq!(app.acting(Persona::LawOfficer).get(&path).await.status, 404);
        assert_eq!(app.acting(SO).get(&format!("{path}?text=9")).await.status, 404);

        let mut content = letter(&app);
        content["text"]["en"]["blocks"] = json!([paragraph("Approved \u{2713} \u{1f600}")]);
        let _ = revise(&app, SO, &id, &content).await.expect(200);
        let unprintable = app.acting(SO).get(&path).await;
        assert_eq!((unprintable.status, unprintable.code()), (422, "draft-unprintable"));
        let told = read(&app, SO, &id).await;
        assert_eq!(told["unprintable"], json!(["\u{2713}", "\u{1f600}"]));
        assert_eq!(told["obstacles"], json!([{
            "pointer": "/content/text/en", "code": "draft-unprintable", "message": "It holds a character that cannot be printed.",
        }]));
        hand_on(&app, &file, SO, DS).await;
        assert_eq!(approve(&app, DS, &id).await.expect(422).json["errors"][0]["code"], "draft-unprintable");
    }

    async fn a_letter_in_both_languages_with_everything_is_printed(app: TestApp) {
        let file = open(&app).await;
        let mut content = letter(&app);
        content["languages"] = json!("both");
        content["classification"] = json!("restricted");
        content["priority"] = json!("immediate");
        content["subject"]["ur"] = json!("فنڈز کا اجراء");
        let cell = |text: &str| json!({"content": [{"text": text}]});
        let table = json!({"type": "table", "header": true, "rows": [[cell("Head"), cell("Rs")], [cell("A03"), cell("1,200,000")]]});
        content["text"]["en"]["blocks"] = json!([paragraph("Released."), table]);
        content["text"]["ur"] = json!({"blocks": [paragraph("رقم 12-11-2026 کو جاری کی گئی۔"), table]});
        content["copies"] = json!([
            {"kind": "post", "post": app.people.of(Persona::LawOfficer).post},
            {"kind": "unit", "unit": app.people.unit("ADM")},
        ]);
        let id = draft(&app.acting(SO), &file, &content).await.expect(201).id();
        hand_on(&app, &file, SO, DS).await;
        let _ = approve(&app, DS, &id).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        let done = issue(&app, &id).await.expect(200);
        assert!(done.json["paragraphs"]["first"].as_i64().unwrap() > 0);
    }
}
