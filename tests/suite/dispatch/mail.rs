//! Letters that go out by e-mail, as far as the mail server.

use super::{
    LAW, SO, count, dispatches_of, issued, issued_on, listed, memorandum, on_desk, on_dispatch, sealed_file, to_post,
    told, work_off,
};
use crate::correspondence::{pdf, upload};
use chrono::Duration;
use daftar_application::jobs::{self, Lane};
use daftar_domain::ledger::Actor;
use daftar_mail::read;
use daftar_testing::{Persona, RelayMood, TestApp, TestRelay, on_both};
use serde_json::{Value, json};

pub(super) const CLERK: Persona = Persona::Clerk;
pub(super) const ADDRESS: &str = "ag@example.org";

/// Declares a test that runs on both databases, in an office that sends mail.
macro_rules! mailing_on_both {
    ($(async fn $name:ident($app:ident: TestApp, $relay:ident: TestRelay) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use daftar_testing::Backend;

            async fn scenario($app: TestApp, $relay: TestRelay) $body

            async fn start(backend: Backend) {
                let relay = TestRelay::start();
                let app = TestApp::start_mailing(backend, env!("CARGO_BIN_EXE_daftar-test-papers"), &relay).await;
                scenario(app, relay).await;
            }

            #[tokio::test]
            async fn sqlite() {
                start(Backend::Sqlite).await;
            }

            #[tokio::test]
            async fn postgres() {
                start(Backend::Postgres).await;
            }
        }
    )+};
}
pub(super) use mailing_on_both;

/// Somebody outside with an address of e-mail.
pub(super) fn with_mail(email: &str) -> Value {
    json!({"kind": "outside", "sort": "body", "name": "The Accountant General", "lines": ["Lahore"], "email": email})
}

/// A letter to somebody outside with an address of e-mail: file and communication.
pub(super) async fn letter_to(app: &TestApp, email: &str) -> (String, String) {
    issued(app, &json!({"form": "letter", "addressees": [with_mail(email)]})).await
}

/// The only dispatch of a communication, as the registry has it.
pub(super) async fn only(app: &TestApp, communication: &str) -> Value {
    let id = dispatches_of(app, communication).await[0]["id"].clone();
    let path = format!("/api/v1/dispatches/{}", id.as_str().unwrap());
    app.acting(CLERK).get(&path).await.expect(200).json
}

pub(super) fn by_post() -> Value {
    json!({"channel": "post", "carrier": "Pakistan Post", "on": "2026-03-02"})
}

mailing_on_both! {
    async fn a_letter_is_mailed_once_with_its_document_and_what_goes_along(app: TestApp, relay: TestRelay) {
        let enclosure = upload(&app, SO, "list.pdf", pdf("list")).await.expect(201).id();
        let changes = json!({
            "form": "letter", "addressees": [with_mail(ADDRESS)], "enclosures": [{"title": "List", "document": enclosure}],
        });
        let (file, id) = issued(&app, &changes).await;
        let waiting = only(&app, &id).await;
        assert_eq!((&waiting["channel"], &waiting["state"], &waiting["mail"]["state"]), (&json!("email"), &json!("waiting"), &json!("waiting")));
        assert_eq!((&waiting["can"], &waiting["no_mail"]), (&json!([]), &Value::Null), "nobody sends it by hand beside that");
        let twice = on_dispatch(&app, CLERK, &waiting, "dispatching", by_post()).await;
        assert_eq!((twice.status, twice.code()), (409, "dispatch-being-mailed"));

        work_off(&app).await;
        let taken = relay.taken();
        assert_eq!(taken.len(), 1);
        assert_eq!((taken[0].from.as_str(), taken[0].to.as_str()), ("office@finance.example.org", ADDRESS));
        let head = String::from_utf8_lossy(&taken[0].content).into_owned();
        assert!(head.contains("Reply-To: registry@finance.example.org\r\n"), "answers go to the registry");
        let mail = read(&taken[0].content).unwrap();
        let number = waiting["number"].as_str().unwrap();
        assert_eq!(mail.id.unwrap(), format!("{}@finance.example.org", waiting["id"].as_str().unwrap()));
        assert_eq!(mail.subject, format!("{number}: Release of funds"));
        assert_eq!(mail.from_name.as_deref(), Some("Finance Department"));
        assert!(mail.text.contains("https://daftar.test/verify/") && mail.text.contains(number), "{}", mail.text);
        let documents = format!("/api/v1/dispatches/{}/documents", waiting["id"].as_str().unwrap());
        let letter = app.acting(CLERK).get(&format!("{documents}/1")).await.expect(200).bytes;
        let name = format!("{}.pdf", number.replace('/', "-"));
        let came: Vec<_> = mail.attached.iter().map(|paper| (paper.name.clone().unwrap(), paper.content.clone())).collect();
        assert_eq!(came, [(name, letter), ("list.pdf".to_owned(), pdf("list"))]);

        let gone = only(&app, &id).await;
        assert_eq!((&gone["state"], &gone["dispatched_on"], &gone["mail"]["state"]), (&json!("dispatched"), &json!("2026-03-02"), &json!("accepted")));
        assert_eq!((&gone["can"], &gone["mail"]["attempts"]), (&json!(["acknowledge", "return"]), &json!(1)));
        assert_eq!(dispatches_of(&app, &id).await[0]["mail"]["accepted_at"], gone["mail"]["accepted_at"]);
        assert_eq!(told(&app, &file).await, ["letter_addressed", "letter_mailed"]);
        let _ = on_dispatch(&app, CLERK, &gone, "acknowledgement", json!({"on": "2026-03-02"})).await.expect(200);
    }

    async fn a_mail_in_two_languages_says_everything_twice(app: TestApp, relay: TestRelay) {
        let mut content = memorandum(&app, &json!({"form": "letter", "addressees": [with_mail(ADDRESS)], "languages": "both"}));
        content["subject"]["ur"] = json!("رقم کا اجراء");
        content["text"]["ur"] = content["text"]["en"].clone();
        content["addressees"][0]["ur"] = json!({"name": "اکاؤنٹنٹ جنرل", "lines": ["لاہور"]});
        let file = crate::files::open(&app).await;
        let _ = issued_on(&app, &file, &content).await;
        work_off(&app).await;
        let mail = read(&relay.taken()[0].content).unwrap();
        assert!(mail.subject.ends_with(": Release of funds — رقم کا اجراء"), "{}", mail.subject);
        assert!(mail.text.contains("is attached") && mail.text.contains("منسلک ہے"), "{}", mail.text);
    }

    async fn an_address_that_the_server_refuses_comes_back_and_goes_by_post_instead(app: TestApp, relay: TestRelay) {
        relay.tells(ADDRESS, "550 5.1.1 no such user here");
        let changes = json!({"form": "letter", "addressees": [with_mail(ADDRESS)], "copies": [with_mail("other@example.org")]});
        let (file, id) = issued(&app, &changes).await;
        work_off(&app).await;
        assert_eq!(relay.taken().iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["other@example.org"], "others are not held up");
        let back = only(&app, &id).await;
        assert_eq!((&back["state"], &back["mail"]["state"], &back["can"]), (&json!("returned"), &json!("refused"), &json!(["dispatch"])));
        assert_eq!(back["dispatched_on"], Value::Null, "it never left");
        let reason = back["return_reason"].as_str().unwrap();
        assert!(reason.contains("no such user here"), "{reason}");
        assert_eq!(dispatches_of(&app, &id).await[0]["return_reason"], reason, "the section reads it too");
        let _ = on_dispatch(&app, CLERK, &back, "dispatching", by_post()).await.expect(200);
        let gone = only(&app, &id).await;
        assert_eq!((&gone["channel"], &gone["state"], &gone["mail"]["state"]), (&json!("post"), &json!("dispatched"), &json!("refused")));
        app.clock.advance(Duration::days(4));
        work_off(&app).await;
        assert_eq!((relay.asked(), relay.taken().len()), (2, 1), "a lasting no is not asked for again");
        let mut all = told(&app, &file).await;
        all.sort();
        assert_eq!(all, ["letter_addressed", "letter_dispatched", "letter_mailed", "letter_returned"]);
    }

    async fn a_server_that_is_down_for_an_hour_gets_it_once_and_holds_up_nothing_else(app: TestApp, relay: TestRelay) {
        relay.becomes(RelayMood::Down);
        let (file, id) = letter_to(&app, ADDRESS).await;
        work_off(&app).await;
        let delayed = only(&app, &id).await;
        assert_eq!((&delayed["state"], &delayed["mail"]["state"], &delayed["mail"]["attempts"]), (&json!("waiting"), &json!("delayed"), &json!(1)));
        assert_eq!((&delayed["mail"]["next_at"], &delayed["mail"]["until"]), (&json!("2026-03-02T04:01:00Z"), &json!("2026-03-05T04:00:00Z")));
        assert!(!delayed["mail"]["said"].as_str().unwrap().is_empty());
        // What is for somebody inside is in a lane of its own.
        let _ = issued_on(&app, &file, &memorandum(&app, &json!({"addressees": [to_post(&app, LAW)]}))).await;
        app.clock.advance(Duration::minutes(1));
        while jobs::run_next_in(&app.office, Lane::Short).await.unwrap() {}
        assert_eq!(relay.asked(), 1, "the mail is due, and nobody in this lane waits for it");
        assert_eq!(on_desk(&app, Persona::LawOfficer, "receipt").await.len(), 1);
        for _ in 0..6 {
            app.clock.advance(Duration::minutes(10));
            work_off(&app).await;
        }
        assert!((5..=7).contains(&relay.asked()), "pauses grow: {}", relay.asked());
        relay.becomes(RelayMood::Open);
        for _ in 0..3 {
            app.clock.advance(Duration::hours(1));
            work_off(&app).await;
        }
        assert_eq!(relay.taken().len(), 1);
        let gone = only(&app, &id).await;
        assert_eq!((&gone["state"], &gone["mail"]["state"], &gone["mail"]["said"]), (&json!("dispatched"), &json!("accepted"), &Value::Null));
        assert_eq!(told(&app, &file).await, ["letter_addressed", "mail_delayed", "letter_addressed", "letter_delivered", "letter_mailed"]);
        assert_eq!(count(&app, "jobs WHERE finished_at IS NULL OR last_error IS NOT NULL").await, 0);
    }

    async fn patience_ends_after_three_days(app: TestApp, relay: TestRelay) {
        relay.becomes(RelayMood::Says("451 4.3.0 try later"));
        let (file, id) = letter_to(&app, ADDRESS).await;
        for hour in 0..71 {
            work_off(&app).await;
            assert_eq!(only(&app, &id).await["state"], "waiting", "{hour}");
            app.clock.advance(Duration::hours(1));
        }
        app.clock.advance(Duration::hours(1));
        work_off(&app).await;
        let back = only(&app, &id).await;
        assert_eq!((&back["state"], &back["mail"]["state"], &back["returned_on"]), (&json!("returned"), &json!("expired"), &json!("2026-03-05")));
        assert!(back["return_reason"].as_str().unwrap().contains("try later"));
        assert_eq!(told(&app, &file).await, ["letter_addressed", "mail_delayed", "letter_returned"]);
        assert_eq!(count(&app, "jobs WHERE finished_at IS NULL").await, 0);
    }

    async fn a_registry_need_not_wait_for_a_mail_that_is_delayed(app: TestApp, relay: TestRelay) {
        relay.becomes(RelayMood::Down);
        let (_, id) = letter_to(&app, ADDRESS).await;
        work_off(&app).await;
        let delayed = only(&app, &id).await;
        assert_eq!(delayed["can"], json!(["dispatch"]));
        let _ = on_dispatch(&app, CLERK, &delayed, "dispatching", by_post()).await.expect(200);
        relay.becomes(RelayMood::Open);
        app.clock.advance(Duration::days(1));
        work_off(&app).await;
        assert!(relay.taken().is_empty(), "it does not go out twice");
        let gone = only(&app, &id).await;
        assert_eq!((&gone["channel"], &gone["mail"]["state"], &gone["mail"]["next_at"]), (&json!("post"), &json!("withdrawn"), &Value::Null));
    }

    async fn an_answer_of_the_server_that_is_lost_leads_to_the_same_mail_again(app: TestApp, relay: TestRelay) {
        relay.becomes(RelayMood::Mute);
        let _ = letter_to(&app, ADDRESS).await;
        work_off(&app).await;
        relay.becomes(RelayMood::Open);
        app.clock.advance(Duration::minutes(1));
        work_off(&app).await;
        let ids: Vec<_> = relay.taken().iter().map(|mail| read(&mail.content).unwrap().id.unwrap()).collect();
        assert_eq!(ids.len(), 2);
        assert_eq!(ids[0], ids[1], "whoever gets both can tell");
    }

    async fn two_workers_send_it_once(app: TestApp, relay: TestRelay) {
        let changes = json!({"form": "letter", "addressees": [with_mail(ADDRESS)], "copies": [with_mail("b@example.org"), with_mail("c@example.org")]});
        let (_, id) = issued(&app, &changes).await;
        let beside = app.beside().await;
        let runs = (0..8).map(async |number: i32| {
            let office = if number % 2 == 0 { &app.office } else { &beside };
            while jobs::run_next(office).await.unwrap() {}
        });
        futures_util::future::join_all(runs).await;
        let mut to: Vec<_> = relay.taken().into_iter().map(|mail| mail.to).collect();
        to.sort();
        assert_eq!(to, [ADDRESS, "b@example.org", "c@example.org"]);
        // A job that was written twice finds nothing to do.
        let again = app.office.act_as(Actor::SYSTEM, None, async |work| {
            let dispatch = dispatches_of(&app, &id).await[0]["id"].clone();
            work.enqueue("send_letter", &json!({ "dispatch": dispatch })).await?;
            Ok(())
        });
        again.await.unwrap();
        work_off(&app).await;
        assert_eq!(relay.taken().len(), 3);
    }

    async fn what_is_closely_held_never_goes_by_mail(app: TestApp, relay: TestRelay) {
        let file = sealed_file(&app).await;
        let changes = json!({"form": "letter", "classification": "confidential", "addressees": [with_mail(ADDRESS)]});
        let id = issued_on(&app, &file, &memorandum(&app, &changes)).await;
        work_off(&app).await;
        let held = only(&app, &id).await;
        assert_eq!((&held["channel"], &held["mail"], &held["no_mail"]), (&json!("post"), &Value::Null, &json!("closely_held")));
        assert_eq!(held["can"], json!(["dispatch"]), "the registry sends it");
        assert_eq!(relay.asked(), 0);
    }

    async fn a_document_that_is_not_what_was_signed_is_not_sent(app: TestApp, relay: TestRelay) {
        let (_, id) = letter_to(&app, ADDRESS).await;
        let path = format!("/api/v1/dispatches/{}/documents/1", only(&app, &id).await["id"].as_str().unwrap());
        let letter = app.acting(CLERK).get(&path).await.expect(200).bytes;
        let blob = walk(&app.papers()).into_iter().find(|path| std::fs::read(path).unwrap() == letter).unwrap();
        std::fs::remove_file(blob).unwrap();
        work_off(&app).await;
        let back = only(&app, &id).await;
        assert_eq!((&back["state"], &back["mail"]["state"], relay.asked()), (&json!("returned"), &json!("unfit"), 0));
    }
}

/// All files below a folder.
fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.extend(folders.iter().flat_map(|folder| walk(folder)));
    files
}

on_both! {
    async fn without_a_mail_server_the_registry_sends_it_and_reads_why(app: TestApp) {
        let (_, id) = letter_to(&app, ADDRESS).await;
        work_off(&app).await;
        let waiting = listed(&app, CLERK, "state=waiting&channel=post").await.remove(0);
        assert_eq!((&waiting["no_mail"], &waiting["email"], &waiting["can"]), (&json!("no_server"), &json!(ADDRESS), &json!(["dispatch"])));
        assert_eq!(dispatches_of(&app, &id).await[0]["no_mail"], "no_server");
    }
}
