//! E-mail that comes in: taken in once, read by its registry, diarised or set aside.

use crate::correspondence::{entry, pdf};
use crate::drafting::issue::{approved, copies, document_of, issue};
use crate::files::open;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use chrono::Duration;
use daftar_application::jobs;
use daftar_application::mail::{NotTaken, Taken, take_mail};
use daftar_testing::{Client, Persona, Reply, TestApp, on_both};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The registry of the test office.
const REGISTRY: &str = "FD-RI";

/// A mail with papers: name and bytes of each.
pub(crate) fn mail_with(subject: &str, papers: &[(&str, &[u8])]) -> Bytes {
    let mut mail = format!(
        "From: =?UTF-8?B?{}?= <aslam@irrigation.example.org>\r\nTo: registry@finance.example.org\r\n\
         Subject: =?UTF-8?B?{}?=\r\nDate: Mon, 2 Mar 2026 09:31:00 +0500\r\nMessage-ID: <1@irrigation.example.org>\r\n\
         In-Reply-To: <7@finance.example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Sir, see below.</p><script>alert(1)</script>\r\n",
        BASE64_STANDARD.encode("محمد اسلم"),
        BASE64_STANDARD.encode(subject),
    );
    for (name, content) in papers {
        write!(
            mail,
            "--b\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{}\r\n",
            BASE64_STANDARD.encode(content),
        )
        .unwrap();
    }
    mail.push_str("--b--\r\n");
    Bytes::from(mail)
}

/// A mail that was taken in: its id.
pub(crate) async fn taken(app: &TestApp, mail: Bytes) -> String {
    match take_mail(&app.office, REGISTRY, mail).await.unwrap() {
        Taken::New(id) => id.to_string(),
        Taken::Known => panic!("it is there already"),
    }
}

async fn show(client: &Client, id: &str) -> Reply {
    client.get(&format!("/api/v1/mails/{id}")).await
}

fn diary_entry(mail: &str) -> Value {
    let mut entry = entry("Release of funds for canal lining");
    (entry["mode"], entry["mail_id"]) = (json!("email"), json!(mail));
    entry
}

async fn count(app: &TestApp, table: &str) -> i64 {
    let count = Statement::from_string(
        app.database.raw.get_database_backend(),
        format!("SELECT count(*) FROM {table}"),
    );
    let row = app.database.raw.query_one_raw(count).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

on_both! {
    async fn a_mail_becomes_a_receipt_with_its_papers(app: TestApp) {
        let paper = pdf("A request");
        let mail = mail_with("نہر کی پختگی", &[("../درخواست.pdf", &paper), ("virus.exe", b"MZ\x90\0")]);
        let id = taken(&app, mail.clone()).await;
        let clerk = app.acting(Persona::Clerk);
        let listed = clerk.get("/api/v1/mails?state=waiting").await.expect(200).json;
        assert_eq!((&listed["waiting"], &listed["items"][0]["id"]), (&json!(1), &json!(id)));
        let shown = show(&clerk, &id).await.expect(200).json;
        let line = &shown["summary"];
        assert_eq!((&line["from_name"], &line["from_address"]), (&json!("محمد اسلم"), &json!("aslam@irrigation.example.org")));
        assert_eq!((&line["subject"], &line["written_at"]), (&json!("نہر کی پختگی"), &json!("2026-03-02T04:31:00Z")));
        assert_eq!((&shown["body"], &line["automatic"]), (&json!("Sir, see below."), &json!(false)));
        let papers = shown["came_with"].as_array().unwrap();
        // What the mail says in itself is a paper too, the first.
        assert_eq!((&papers[0]["file_name"], &papers[0]["preview"], &papers[0]["pages"]), (&json!("نہر کی پختگی.pdf"), &json!("ok"), &json!(1)));
        assert_eq!((&papers[1]["file_name"], &papers[1]["mark"], &papers[1]["pages"]), (&json!("درخواست.pdf"), &json!("unsigned"), &json!(1)));
        assert_eq!((&papers[2]["refusal"], &papers[2]["sha256"]), (&json!("document-type-refused"), &Value::Null));

        let original = clerk.get(&format!("/api/v1/mails/{id}/original")).await.expect(200);
        assert_eq!(original.bytes, mail);
        assert_eq!(original.headers["content-security-policy"], "sandbox; default-src 'none'");
        assert!(original.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        let first = clerk.get(&format!("/api/v1/mails/{id}/papers/2")).await.expect(200);
        assert_eq!((first.bytes, first.headers["content-type"].to_str().unwrap()), (paper.clone(), "application/pdf"));
        assert_eq!(clerk.get(&format!("/api/v1/mails/{id}/papers/3")).await.status, 404);

        let made = clerk.post("/api/v1/receipts", &diary_entry(&id)).await.expect(201);
        let receipt = clerk.get(&format!("/api/v1/receipts/{}", made.id())).await.expect(200).json;
        let documents = receipt["documents"].as_array().unwrap();
        assert_eq!((documents.len(), &documents[1]["file_name"]), (2, &json!("درخواست.pdf")));
        let content = format!("/api/v1/documents/{}/content", documents[1]["id"].as_str().unwrap());
        assert_eq!(clerk.get(&content).await.expect(200).bytes, paper);
        let shown = show(&clerk, &id).await.expect(200).json;
        assert_eq!((&shown["summary"]["state"], &shown["receipt_id"]), (&json!("diarised"), &json!(made.id())));
        assert_eq!(shown["summary"]["diary_number"], made.json["number"]);

        // Nobody enters it twice, and the refusal costs no number.
        let again = clerk.post("/api/v1/receipts", &diary_entry(&id)).await.expect(409);
        assert_eq!(again.code(), "mail-diarised");
        let next = clerk.post("/api/v1/receipts", &entry("Another")).await.expect(201);
        assert_eq!((&made.json["number"], &next.json["number"]), (&json!("FD-1/2026"), &json!("FD-2/2026")));
    }

    async fn the_same_mail_is_taken_in_once_by_whoever_finds_it(app: TestApp) {
        let (mail, beside) = (mail_with("Once", &[("a.pdf", &pdf("a"))]), app.beside().await);
        let takes = (0..6).map(|n| {
            let office = if n % 2 == 0 { &app.office } else { &beside };
            take_mail(office, REGISTRY, mail.clone())
        });
        let done = futures_util::future::join_all(takes).await;
        let new = done.iter().filter(|done| matches!(done, Ok(Taken::New(_)))).count();
        assert!(done.iter().all(Result::is_ok), "{done:?}");
        assert_eq!((new, count(&app, "mails").await, count(&app, "mail_papers").await), (1, 1, 2));
        let auditor = app.acting(Persona::Auditor);
        let entries = auditor.get("/api/v1/ledger/entries?kind=mail_arrived").await.expect(200);
        let entries = entries.json["items"].as_array().unwrap().clone();
        assert_eq!(entries.len(), 1);
        assert!(!entries[0].to_string().contains("Once") && !entries[0].to_string().contains("aslam"), "no words of a stranger");
    }

    async fn nobody_but_its_registry_knows_of_a_mail(app: TestApp) {
        let id = taken(&app, mail_with("Zamurrad", &[("a.pdf", &pdf("a"))])).await;
        for who in [Persona::LawClerk, Persona::SectionOfficer, Persona::Secretary, Persona::Administrator, Persona::Auditor] {
            let client = app.acting(who);
            for below in ["", "/original", "/papers/1"] {
                assert_eq!(client.get(&format!("/api/v1/mails/{id}{below}")).await.status, 404, "{who:?} {below}");
            }
            let aside = json!({"reason": "duplicate"});
            assert_eq!(client.if_match("\"1\"").post(&format!("/api/v1/mails/{id}/setting-aside"), &aside).await.status, 404, "{who:?}");
            let list = client.get("/api/v1/mails").await;
            let seen = String::from_utf8_lossy(&list.bytes).contains("Zamurrad");
            assert!(!seen && (who == Persona::LawClerk || list.status == 403), "{who:?} {}", list.status);
        }
        let other = app.acting(Persona::LawClerk).post("/api/v1/receipts", &diary_entry(&id)).await.expect(422);
        assert_eq!(other.json["errors"][0]["code"], "unknown-mail");
        assert_eq!(other.json["errors"][0]["pointer"], "/mail_id");
    }

    async fn what_is_not_for_the_diary_is_set_aside_and_can_come_back(app: TestApp) {
        let id = taken(&app, mail_with("Winner!", &[])).await;
        let (clerk, path) = (app.acting(Persona::Clerk), format!("/api/v1/mails/{id}"));
        let bare = json!({"reason": "other"});
        let refused = clerk.if_match("\"1\"").post(&format!("{path}/setting-aside"), &bare).await.expect(422);
        assert_eq!(refused.json["errors"][0]["code"], "remark-needed");
        let reason = json!({"reason": "unsolicited", "remark": "A lottery"});
        let stale = clerk.if_match("\"7\"").post(&format!("{path}/setting-aside"), &reason).await;
        assert_eq!(stale.status, 412);
        let aside = clerk.if_match("\"1\"").post(&format!("{path}/setting-aside"), &reason).await.expect(200);
        let shown = show(&clerk, &id).await.expect(200);
        assert_eq!((&shown.json["set_aside_reason"], &shown.json["set_aside_remark"]), (&json!("unsolicited"), &json!("A lottery")));
        assert_eq!(shown.etag(), aside.etag());
        let diary = clerk.post("/api/v1/receipts", &diary_entry(&id)).await.expect(409);
        assert_eq!(diary.code(), "mail-set-aside");
        let back = clerk.if_match(&aside.etag()).post(&format!("{path}/bringing-back"), &json!({})).await.expect(200);
        let again = clerk.if_match(&back.etag()).post(&format!("{path}/bringing-back"), &json!({})).await.expect(409);
        assert_eq!(again.code(), "mail-not-set-aside");
        let _ = clerk.post("/api/v1/receipts", &diary_entry(&id)).await.expect(201);
    }

    async fn our_own_letter_is_known_again_and_a_changed_one_too(app: TestApp) {
        let file = open(&app).await;
        let letter = approved(&app, &file).await;
        let number = issue(&app, &letter).await.expect(200).json["number"].clone();
        let officer = app.acting(Persona::SectionOfficer);
        let signed = document_of(&officer, &copies(&app, &file).await[0]).await;
        let mut changed = signed.clone();
        let at = changed.windows(6).position(|bytes| bytes == b"stream").unwrap() + 20;
        changed[at] ^= 1;
        let mut longer = signed.clone();
        longer.extend_from_slice(b"\n% more\n");
        let papers: [(&str, &[u8]); 3] = [("a.pdf", &signed), ("b.pdf", &changed), ("c.pdf", &longer)];
        let id = taken(&app, mail_with("Reply", &papers)).await;
        let shown = show(&app.acting(Persona::Clerk), &id).await.expect(200).json;
        let marks: Vec<_> = shown["came_with"].as_array().unwrap().iter().skip(1)
            .map(|paper| (paper["mark"].as_str().unwrap(), paper["issue_number"].clone()))
            .collect();
        assert_eq!(marks, [("issued", number), ("broken", Value::Null), ("broken", Value::Null)]);
    }

    async fn what_is_no_mail_or_for_nobody_stays_outside(app: TestApp) {
        let good = mail_with("Good", &[]);
        assert!(matches!(take_mail(&app.office, "NOWHERE", good.clone()).await, Err(NotTaken::NoRegistry(code)) if code == "NOWHERE"));
        // A section has no registry's post.
        assert!(matches!(take_mail(&app.office, "BUD", good).await, Err(NotTaken::NoRegistry(_))));
        assert!(matches!(take_mail(&app.office, REGISTRY, Bytes::from_static(b"PK\x03\x04")).await, Err(NotTaken::Unreadable(_))));
        let huge = Bytes::from(vec![b'x'; 60_000_001]);
        assert!(matches!(take_mail(&app.office, REGISTRY, huge).await, Err(NotTaken::TooLarge)));
        assert_eq!(count(&app, "mails").await, 0);
    }

    async fn what_a_stranger_makes_up_keeps_no_mail_from_coming_in(app: TestApp) {
        let endless = format!("From: a@example.org\r\nSubject: Endless\r\n\r\n{}", "x\r\n".repeat(90_000));
        let odd = "From: \u{202E}a\0b <a@example.org>\r\nMessage-ID: <a\0b@example.org>\r\nIn-Reply-To: <c\0d@example.org>\r\n\
            Date: Mon, 2 Mar 99999 09:31:00 +0500\r\nSubject: Odd\0\u{1F600}\u{202E}\r\n\r\nOne\0two \u{1F600}\r\n";
        let clerk = app.acting(Persona::Clerk);
        let id = taken(&app, Bytes::from(endless)).await;
        let shown = show(&clerk, &id).await.expect(200).json;
        assert!(shown["came_with"][0]["pages"].as_i64().unwrap() < 150, "{}", shown["came_with"][0]);
        let id = taken(&app, Bytes::from(odd)).await;
        let shown = show(&clerk, &id).await.expect(200).json;
        let (line, controls) = (&shown["summary"], |c: char| c.is_control() || c == '\u{202E}');
        for told in [&line["from_name"], &line["subject"], &shown["body"]] {
            assert!(!told.as_str().unwrap().contains(controls), "{told}");
        }
        assert_eq!((&line["written_at"], &shown["came_with"][0]["pages"]), (&Value::Null, &json!(1)));
        let _ = clerk.post("/api/v1/receipts", &diary_entry(&id)).await.expect(201);
    }

    async fn a_bounce_is_a_report_and_no_paper_for_the_diary(app: TestApp) {
        let bounce = "From: MAILER-DAEMON@mx.example.org\r\nAuto-Submitted: auto-replied\r\n\
            Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n\
            --r\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
            --r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n\
            Final-Recipient: rfc822; ag@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--r--\r\n";
        let id = taken(&app, Bytes::from(bounce)).await;
        let clerk = app.acting(Persona::Clerk);
        assert_eq!(clerk.get("/api/v1/mails").await.expect(200).json["waiting"], 0);
        assert_eq!(show(&clerk, &id).await.expect(200).json["summary"]["state"], "report");
        let refused = clerk.post("/api/v1/receipts", &diary_entry(&id)).await.expect(409);
        assert_eq!(refused.code(), "mail-is-report");
    }

    async fn the_bytes_of_mail_are_not_swept_away(app: TestApp) {
        let mail = mail_with("Kept", &[("a.pdf", &pdf("kept"))]);
        let id = taken(&app, mail.clone()).await;
        app.clock.advance(Duration::days(40_000));
        assert_eq!(jobs::sweep_papers(&app.office).await.unwrap().set_aside, 0);
        app.clock.advance(Duration::days(-40_000));
        let clerk = app.acting(Persona::Clerk);
        assert_eq!(clerk.get(&format!("/api/v1/mails/{id}/original")).await.expect(200).bytes, mail);
        assert_eq!(clerk.get(&format!("/api/v1/mails/{id}/papers/2")).await.expect(200).bytes, pdf("kept"));
    }
}
