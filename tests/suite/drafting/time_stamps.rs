//! The time of a signature, stamped by an authority that is no part of the office (RFC 3161).

use super::issue::{approved, copies, document_of, issue, many_approved, root};
use super::{at, read};
use crate::files::open;
use crate::identity::factors::with_passkey;
use daftar_application::certificates::{StampCarrier, TimeStamping};
use daftar_application::keys::retire_signing_keys;
use daftar_application::{Clock as _, Office};
use daftar_documents::pades::{SignatureFound, inspect};
use daftar_testing::{Backend, Persona, StampFault, StampMood, TestApp, TestStamper};
use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, join_all};
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

const SO: Persona = Persona::SectionOfficer;

/// Declares a test that runs on both databases, in an office that has its signatures stamped.
macro_rules! stamping_on_both {
    ($(async fn $name:ident($app:ident: TestApp, $stamper:ident: TestStamper, $required:literal) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn scenario($app: TestApp, $stamper: TestStamper) $body

            async fn start(backend: Backend) {
                let stamper = TestStamper::new(StampFault::None);
                scenario(office(backend, stamper.known($required)).await, stamper).await;
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

async fn office(backend: Backend, time_stamping: TimeStamping) -> TestApp {
    TestApp::start_stamping(backend, env!("CARGO_BIN_EXE_daftar-test-papers"), time_stamping).await
}

/// The document that a file's last letter went out as.
async fn last(app: &TestApp, file: &str) -> Vec<u8> {
    let copies = copies(app, file).await;
    document_of(&app.acting(SO), copies.last().unwrap()).await
}

/// Its signature.
async fn signature(app: &TestApp, file: &str) -> SignatureFound {
    let found = inspect(&last(app, file).await, &root(app).await).unwrap();
    let [found] = <[_; 1]>::try_from(found).unwrap();
    assert!(found.is_good(), "{found:?}");
    found
}

/// Nothing went out, and the letter still waits for its signature.
async fn is_refused(app: &TestApp, file: &str, letter: &str, gone_before: usize) {
    let refused = issue(app, letter).await;
    assert_eq!((refused.status, refused.code()), (503, "time-stamp-unavailable"));
    assert_eq!(read(app, SO, letter).await["state"], "approved");
    assert_eq!(copies(app, file).await.len(), gone_before);
}

/// The letter goes out stamped, with this number of its file.
async fn is_issued(app: &TestApp, letter: &str, number: usize) {
    let done = issue(app, letter).await.expect(200).json;
    assert!(
        done["number"].as_str().unwrap().ends_with(&format!("/{number}")),
        "{done}"
    );
    assert_eq!(done["warnings"], json!([]));
}

stamping_on_both! {
    async fn a_letter_says_when_others_saw_its_signature(app: TestApp, stamper: TestStamper, false) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        is_issued(&app, &id, 1).await;
        let found = signature(&app, &file).await;
        let stamped = found.stamped.unwrap();
        assert_eq!(stamped.by.common_name().as_deref(), Some("Stamper"));
        assert!((stamped.at - app.clock.now()).num_minutes() < 5);
        assert_eq!(stamper.asked(), 2, "once to know the authority, once for the letter");
        let id = approved(&app, &file).await;
        let _ = issue(&app, &id).await.expect(200);
        assert_eq!(stamper.asked(), 3, "by then it is known");
    }

    async fn a_byte_that_was_changed_anywhere_in_a_stamped_letter_is_seen(app: TestApp, _stamper: TestStamper, false) {
        let file = open(&app).await;
        is_issued(&app, &approved(&app, &file).await, 1).await;
        let (pdf, root) = (last(&app, &file).await, root(&app).await);
        let good = |pdf: &[u8]| inspect(pdf, &root).is_ok_and(|found| found.iter().any(SignatureFound::is_good));
        assert!(good(&pdf));
        // The signature with its stamp stands in the last part, in hex: there every byte is tried.
        let begins = pdf.windows(10).rposition(|bytes| bytes == b"/Contents<").unwrap();
        let ends = begins + pdf[begins..].windows(8).position(|bytes| bytes == b"00000000").unwrap();
        for place in (0..begins).step_by(211).chain((begins..ends).step_by(13)) {
            let mut changed = pdf.clone();
            changed[place] = if changed[place] == b'1' { b'2' } else { b'1' };
            assert!(!good(&changed), "the byte at {place} of {begins} and {ends}");
        }
    }

    async fn where_it_is_not_required_a_letter_goes_out_without(app: TestApp, stamper: TestStamper, false) {
        let file = open(&app).await;
        stamper.is(StampMood::Down);
        let id = approved(&app, &file).await;
        let done = issue(&app, &id).await.expect(200).json;
        assert_eq!(done["warnings"], json!(["no_time_stamp"]), "and the officer is told");
        assert_eq!(signature(&app, &file).await.stamped, None);
        assert_eq!(stamper.asked(), 1);
        // For a minute nobody waits for it again, although it answers.
        stamper.is(StampMood::Honest);
        let id = approved(&app, &file).await;
        assert_eq!(issue(&app, &id).await.expect(200).json["warnings"], json!(["no_time_stamp"]));
        assert_eq!(stamper.asked(), 1);
        app.clock.advance(chrono::Duration::seconds(61));
        let id = approved(&app, &file).await;
        assert_eq!(issue(&app, &id).await.expect(200).json["warnings"], json!([]));
        assert!(signature(&app, &file).await.stamped.is_some());
    }

    async fn where_it_is_required_nothing_goes_out_without_and_no_number_is_lost(app: TestApp, stamper: TestStamper, true) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        let moods = [StampMood::Down, StampMood::Babbling, StampMood::Refusing, StampMood::Damaged];
        for mood in moods {
            stamper.is(mood);
            is_refused(&app, &file, &id, 0).await;
        }
        stamper.is(StampMood::Honest);
        is_issued(&app, &id, 1).await;
        // From here on the authority is known, and the signature itself is what it answers wrongly.
        let id = approved(&app, &file).await;
        for mood in moods.into_iter().chain([StampMood::Late]) {
            stamper.is(mood);
            is_refused(&app, &file, &id, 1).await;
        }
        stamper.is(StampMood::Honest);
        is_issued(&app, &id, 2).await;
        assert!(signature(&app, &file).await.stamped.is_some());
    }

    async fn a_clock_that_is_not_the_offices_is_not_believed(app: TestApp, _stamper: TestStamper, true) {
        let file = open(&app).await;
        is_issued(&app, &approved(&app, &file).await, 1).await;
        let id = approved(&app, &file).await;
        app.clock.advance(chrono::Duration::minutes(6));
        is_refused(&app, &file, &id, 1).await;
        app.clock.advance(chrono::Duration::minutes(-4));
        is_issued(&app, &id, 2).await;
    }

    async fn a_certificate_that_begins_a_moment_later_by_the_other_clock_is_waited_for(app: TestApp, stamper: TestStamper, true) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        app.clock.advance(chrono::Duration::milliseconds(1500));
        is_issued(&app, &id, 1).await;
        assert!(stamper.asked() >= 2);
        assert!(signature(&app, &file).await.stamped.is_some());
    }

    async fn an_authority_may_get_another_certificate(app: TestApp, stamper: TestStamper, true) {
        let file = open(&app).await;
        is_issued(&app, &approved(&app, &file).await, 1).await;
        stamper.renew();
        // It is not valid before it was made.
        app.clock.advance(chrono::Duration::minutes(1));
        let id = approved(&app, &file).await;
        let _ = issue(&app, &id).await.expect(200);
        let stamped = signature(&app, &file).await.stamped.unwrap();
        assert_eq!(stamped.by.common_name().as_deref(), Some("Another"));
    }

    async fn what_was_shown_and_confirmed_with_a_passkey_is_stamped(app: TestApp, stamper: TestStamper, true) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        let (officer, mut authenticator, _) = with_passkey(&app, SO, 1).await;
        let path = format!("/api/v1/communications/{id}/issue");
        let client = at(&officer, &id).await;
        let shown = client.post(&format!("{path}/preparation"), &json!({})).await.expect(200).json;
        assert_eq!(stamper.asked(), 0, "what is only shown is not stamped");
        let assertion = authenticator.assert(&shown, None);
        let signing = json!({"signature": {"preparation_id": shown["id"], "assertion": assertion}});
        let client = client.with("Idempotency-Key", "stamped-once");
        let done = client.post(&path, &signing).await.expect(200).json;
        let said: Value = serde_json::from_str(shown["statement"].as_str().unwrap()).unwrap();
        assert_eq!(done["number"], said["number"]);
        assert!(signature(&app, &file).await.stamped.is_some());
        let asked = stamper.asked();
        assert_eq!(client.post(&path, &signing).await.expect(200).json, done, "a lost answer is asked for again");
        assert_eq!(stamper.asked(), asked, "and not stamped again");
    }

    async fn letters_of_one_file_that_are_stamped_at_the_same_moment_get_numbers_one_after_the_other(
        app: TestApp, _stamper: TestStamper, true
    ) {
        let file = open(&app).await;
        let letters = many_approved(&app, &file, 3).await;
        let issued = join_all(letters.iter().map(|letter| issue(&app, letter))).await;
        let numbers = issued.into_iter().map(|reply| reply.expect(200).json["number"].as_str().unwrap().to_owned());
        let mut serials: Vec<String> = numbers.map(|number| number.rsplit('/').next().unwrap().to_owned()).collect();
        serials.sort();
        assert_eq!(serials, ["1", "2", "3"]);
        let root = root(&app).await;
        for copy in copies(&app, &file).await {
            let found = inspect(&document_of(&app.acting(SO), &copy).await, &root).unwrap();
            assert!(found[0].is_good() && found[0].stamped.is_some());
        }
    }

    async fn nothing_is_signed_for_whoever_may_not_issue(app: TestApp, stamper: TestStamper, true) {
        let file = open(&app).await;
        let id = approved(&app, &file).await;
        let path = format!("/api/v1/communications/{id}/issue");
        for other in [Persona::DeputySecretary, Persona::LawOfficer] {
            let client = app.acting(other).if_match(&app.acting(SO).get(&format!("/api/v1/communications/{id}")).await.etag());
            let refused = client.post(&path, &json!({})).await;
            assert!([403, 404].contains(&refused.status), "{other:?}: {}", refused.status);
        }
        assert_eq!(stamper.asked(), 0);
    }
}

/// Whether an authority with a fault is believed, where a stamp is required.
async fn is_believed(stamper: &TestStamper, roots: &TestStamper) -> bool {
    let known = TimeStamping::new(stamper.clone(), roots.roots(), true, Duration::from_secs(20));
    let app = office(Backend::Sqlite, known).await;
    let file = open(&app).await;
    let done = issue(&app, &approved(&app, &file).await).await;
    assert!([200, 503].contains(&done.status), "{}", done.status);
    done.status == 200
}

#[tokio::test]
async fn only_a_certificate_for_stamping_that_leads_to_a_trusted_root_is_believed() {
    let honest = TestStamper::new(StampFault::None);
    let unlisted = TestStamper::new(StampFault::Unlisted);
    assert!(is_believed(&honest, &honest).await);
    assert!(
        is_believed(&unlisted, &unlisted).await,
        "who publishes no list may stamp all the same"
    );
    let silent = TestStamper::new(StampFault::SilentList);
    assert!(
        is_believed(&silent, &silent).await,
        "and one whose list is not to be had"
    );
    assert!(!is_believed(&honest, &unlisted).await, "another's root");
    let handmade = TestStamper::new(StampFault::Handmade);
    assert!(is_believed(&handmade, &handmade).await, "signed as any message is");
    for fault in [StampFault::NotForStamping, StampFault::Revoked] {
        let stamper = TestStamper::new(fault);
        assert!(!is_believed(&stamper, &stamper).await, "{fault:?}");
    }
}

#[tokio::test]
async fn nobody_waits_for_long() {
    let stamper = TestStamper::new(StampFault::None);
    stamper.is(StampMood::Silent);
    let app = office(Backend::Sqlite, stamper.known_to_the_hasty(false)).await;
    let file = open(&app).await;
    let id = approved(&app, &file).await;
    assert_eq!(
        issue(&app, &id).await.expect(200).json["warnings"],
        json!(["no_time_stamp"])
    );
}

/// An authority on whose stamp the officer's key is retired meanwhile.
struct Meddling {
    stamper: TestStamper,
    office: Arc<OnceLock<Office>>,
}

impl StampCarrier for Meddling {
    fn ask(&self, query: Vec<u8>) -> BoxFuture<'_, Result<Vec<u8>, String>> {
        async move {
            if self.stamper.asked() == 1 {
                retire_signing_keys(self.office.get().unwrap()).await.unwrap();
            }
            self.stamper.ask(query).await
        }
        .boxed()
    }

    fn list(&self, address: String) -> BoxFuture<'_, Result<Vec<u8>, String>> {
        self.stamper.list(address)
    }
}

#[tokio::test]
async fn what_was_signed_with_a_key_that_ended_meanwhile_is_not_issued() {
    let (stamper, office_of) = (TestStamper::new(StampFault::None), Arc::new(OnceLock::new()));
    let meddling = Meddling {
        stamper: stamper.clone(),
        office: Arc::clone(&office_of),
    };
    let known = TimeStamping::new(meddling, stamper.roots(), true, Duration::from_secs(20));
    let app = office(Backend::Sqlite, known).await;
    assert!(office_of.set(app.office.clone()).is_ok());
    let file = open(&app).await;
    let id = approved(&app, &file).await;
    let refused = issue(&app, &id).await;
    assert_eq!(refused.status, 412, "{}", refused.json);
    assert_eq!(copies(&app, &file).await.len(), 0);
    is_issued(&app, &id, 1).await;
}
