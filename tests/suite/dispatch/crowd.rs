//! A morning on which 32 officers issue at once, and a tenth of them is cut off.

use super::{DS, SO, count, outside, to_unit};
use crate::drafting::{at, draft, letter};
use crate::files::new_file;
use crate::identity::factors::with_passkey;
use crate::ledger::{check, known, take_up};
use crate::organisation::{act as on_organisation, add_unit, new_post};
use daftar_application::jobs;
use daftar_domain::office::PersonId;
use daftar_testing::{Authenticator, Client, Lie, Persona, TestApp, on_both};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// Officers who issue. Two of them have got a passkey.
const OFFICERS: usize = 32;
/// So many of them have two letters on one file: these share a series.
const TWICE: usize = 8;
const SECTIONS: [&str; 4] = ["BUD", "ADM", "PFC", "DEV"];

/// Somebody who issues.
struct Officer {
    client: Client,
    post: String,
    unit: String,
    passkey: Option<Authenticator>,
}

/// A letter that is approved, on the desk of whoever signs it.
struct Letter {
    id: String,
    file: String,
    by: usize,
}

/// What becomes of an officer's first attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Left,
    /// His connection ends before he is answered, after so many milliseconds.
    CutOff(u64),
    /// He looked at it before somebody else changed it.
    Stale,
    /// His passkey signs something else.
    WrongAssertion,
}

impl Fate {
    /// The lot of a letter.
    fn of(number: usize, officer: &Officer) -> Self {
        match number % 10 {
            _ if officer.passkey.is_some() => Self::WrongAssertion,
            // From before anything is printed until about the time at which it is committed.
            3 | 8 => Self::CutOff(u64::try_from(number).unwrap() * 37 % 400),
            6 => Self::Stale,
            _ => Self::Left,
        }
    }
}

/// A section, or one that is made.
async fn section(app: &TestApp, code: &str) -> String {
    if matches!(code, "BUD" | "ADM") {
        return app.people.unit(code).to_string();
    }
    let department = app.people.unit("FD").to_string();
    add_unit(app, &department, code).await.expect(201).id()
}

/// Somebody in a new post of a section, who may sign.
async fn appointed(app: &TestApp, unit: &str, number: usize) -> Officer {
    let admin = app.acting(Persona::Administrator);
    let mut post = new_post(unit, &format!("SO-CROWD-{number}"), None);
    post["roles"] = json!(["officer", "authenticator"]);
    let post = admin.post("/api/v1/posts", &post).await.expect(201).id();
    let person = json!({
        "user_name": format!("crowd.{number}"), "name_en": format!("Officer {number}"), "name_ur": "افسر", "language": "en",
    });
    let person = admin.post("/api/v1/persons", &person).await.expect(201).id();
    let charge = json!({"person_id": person, "kind": "substantive"});
    on_organisation(app, &format!("/api/v1/posts/{post}"), "charges", &charge)
        .await
        .expect(201);
    Officer {
        client: app.acting_as(PersonId(person.parse().unwrap())).await,
        post,
        unit: unit.to_owned(),
        passkey: None,
    }
}

/// One of the house.
fn of_the_house(app: &TestApp, who: Persona) -> Officer {
    Officer {
        client: app.acting(who),
        post: app.people.of(who).post.to_string(),
        unit: app.people.of(who).unit.to_string(),
        passkey: None,
    }
}

/// Everybody, and the head under which each opens files.
async fn crowd(app: &TestApp) -> Vec<(Officer, String)> {
    let mut officers = vec![of_the_house(app, SO), of_the_house(app, DS)];
    let mut sections = Vec::new();
    for code in SECTIONS {
        sections.push(section(app, code).await);
    }
    for number in officers.len()..OFFICERS {
        officers.push(appointed(app, &sections[number % sections.len()], number).await);
    }
    let mut heads: BTreeMap<String, String> = BTreeMap::new();
    let mut all = Vec::new();
    for officer in officers {
        if !heads.contains_key(&officer.unit) {
            let words = json!({"code": "8", "title_en": "Releases", "title_ur": "اجرائے رقوم"});
            let path = format!("/api/v1/units/{}/heads", officer.unit);
            heads.insert(
                officer.unit.clone(),
                officer.client.post(&path, &words).await.expect(201).id(),
            );
        }
        let head = heads[&officer.unit].clone();
        all.push((officer, head));
    }
    all
}

/// Letters on a new file of one officer that the next one has approved and is to sign, on his desk.
async fn approved(app: &TestApp, all: &[(Officer, String)], from: usize) -> Vec<Letter> {
    let (writer, head) = &all[from];
    let by = (from + 1) % all.len();
    let signer = &all[by].0;
    let file = writer.client.post("/api/v1/files", &new_file(head)).await.expect(201);
    let mut content = letter(app);
    content["form"] = json!("office_memorandum");
    content["addressees"] = json!([to_unit(app, "LAW")]);
    content["copies"] = json!([outside("The Accountant General")]);
    content["signatory"] = json!(signer.post);
    let mut letters = Vec::new();
    for _ in 0..if from < TWICE { 2 } else { 1 } {
        let id = draft(&writer.client, &file.id(), &content).await.expect(201).id();
        letters.push(Letter {
            id,
            file: file.id(),
            by,
        });
    }
    let path = format!("/api/v1/files/{}", file.id());
    let to = json!({"to_post_id": signer.post, "action": "for_orders"});
    let at_file = async |client: &Client| client.if_match(&client.get(&path).await.expect(200).etag());
    at_file(&writer.client)
        .await
        .post(&format!("{path}/movements"), &to)
        .await
        .expect(200);
    at_file(&signer.client)
        .await
        .post(&format!("{path}/opening"), &json!({}))
        .await
        .expect(200);
    for letter in &letters {
        let path = format!("/api/v1/communications/{}/approval", letter.id);
        at(&signer.client, &letter.id)
            .await
            .post(&path, &json!({"text_number": 1}))
            .await
            .expect(200);
    }
    letters
}

/// What an officer's passkey says to what he is shown.
async fn signature(officer: &mut Officer, id: &str, lie: Option<Lie>) -> Value {
    let Some(passkey) = &mut officer.passkey else {
        return json!({});
    };
    let path = format!("/api/v1/communications/{id}/issue/preparation");
    let shown = at(&officer.client, id)
        .await
        .post(&path, &json!({}))
        .await
        .expect(200)
        .json;
    json!({"signature": {"preparation_id": shown["id"], "assertion": passkey.assert(&shown, lie)}})
}

/// One attempt as it was prepared: whose, on which letter, with what, and what is to become of it.
struct Attempt {
    client: Client,
    path: String,
    body: Value,
    fate: Fate,
}

async fn attempt(all: &mut [(Officer, String)], letter: &Letter, number: usize) -> Attempt {
    let officer = &mut all[letter.by].0;
    let fate = Fate::of(number, officer);
    let body = signature(officer, &letter.id, Some(Lie::SignsElse)).await;
    let client = match fate {
        Fate::Stale => officer.client.if_match("\"1\""),
        _ => at(&officer.client, &letter.id).await,
    };
    let path = format!("/api/v1/communications/{}/issue", letter.id);
    Attempt {
        client,
        path,
        body,
        fate,
    }
}

impl Attempt {
    /// The status that he was answered with; 0 where he was cut off.
    async fn go(&self) -> (Fate, u16) {
        let sent = self.client.post(&self.path, &self.body);
        let patience = match self.fate {
            Fate::CutOff(after) => Duration::from_millis(after),
            _ => Duration::from_mins(2),
        };
        let reply = tokio::time::timeout(patience, sent).await;
        (self.fate, reply.map_or(0, |reply| reply.status))
    }
}

/// The letter's number, once it is issued.
async fn number(officer: &Officer, letter: &Letter) -> Option<String> {
    let path = format!("/api/v1/communications/{}", letter.id);
    let read = officer.client.get(&path).await.expect(200).json;
    let issued = read["state"] == "issued";
    assert_eq!(issued, read["issue"].is_object(), "{read}");
    assert!(issued || read["state"] == "approved", "{read}");
    issued.then(|| read["issue"]["number"].as_str().unwrap().to_owned())
}

/// Fails unless the numbers of each file run from 1 without gap or duplicate; answers how many letters are issued.
async fn contiguous(all: &[(Officer, String)], letters: &[Letter]) -> usize {
    let mut series: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for letter in letters {
        if let Some(number) = number(&all[letter.by].0, letter).await {
            let serial = number.rsplit_once('/').unwrap().1.parse().unwrap();
            series.entry(&letter.file).or_default().push(serial);
        }
    }
    for (file, serials) in &mut series {
        serials.sort_unstable();
        assert_eq!(*serials, (1..=serials.len()).collect::<Vec<_>>(), "{file}");
    }
    series.values().map(Vec::len).sum()
}

/// Fails unless everything that belongs to an issue is there exactly as often as there are issues.
async fn each_whole(app: &TestApp, issued: usize) {
    let issued = i64::try_from(issued).unwrap();
    for (what, each) in [
        ("issues", 1),
        ("dispatches", 2),
        ("ledger_entries WHERE kind = 'communication_issued'", 1),
        ("ledger_entries WHERE kind = 'letter_addressed'", 1),
    ] {
        assert_eq!(count(app, what).await, issued * each, "{what}");
    }
}

/// Issues a letter that is left, as its officer would who tries again.
async fn issue_after_all(all: &mut [(Officer, String)], letter: &Letter) {
    let officer = &mut all[letter.by].0;
    let path = format!("/api/v1/communications/{}/issue", letter.id);
    // What was given up may still be under way: then it wins, and he is told so.
    while number(officer, letter).await.is_none() {
        let body = signature(officer, &letter.id, None).await;
        let reply = at(&officer.client, &letter.id).await.post(&path, &body).await;
        assert!(matches!(reply.status, 200 | 409 | 412), "{}", reply.json);
    }
}

on_both! {
    async fn thirty_two_officers_issue_at_once_and_a_tenth_is_cut_off(app: TestApp) {
        let mut all = crowd(&app).await;
        let mut letters = Vec::new();
        for from in 0..all.len() {
            letters.extend(approved(&app, &all, from).await);
        }
        assert_eq!(letters.len(), OFFICERS + TWICE);
        for (number, (who, officer)) in (1..).zip([SO, DS].into_iter().zip(&mut all)) {
            let (client, passkey, _) = with_passkey(&app, who, number).await;
            officer.0 = Officer { client, passkey: Some(passkey), ..of_the_house(&app, who) };
        }
        let mut attempts = Vec::new();
        for (number, letter) in letters.iter().enumerate() {
            attempts.push(attempt(&mut all, letter, number).await);
        }
        // Two offices deliver meanwhile what has been issued.
        let beside = app.beside().await;
        let delivering = async |office| {
            for _ in 0..20 {
                while jobs::run_next(office).await.unwrap() {}
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let storm = futures_util::future::join_all(attempts.iter().map(Attempt::go));
        let (ends, (), ()) = tokio::join!(storm, delivering(&app.office), delivering(&beside));
        let mut answered = 0;
        for (fate, status) in &ends {
            match fate {
                Fate::Left => assert_eq!(*status, 200, "{ends:?}"),
                Fate::CutOff(_) => assert!(matches!(status, 0 | 200), "{ends:?}"),
                Fate::Stale => assert_eq!(*status, 412, "{ends:?}"),
                Fate::WrongAssertion => assert!(matches!(status, 400..500), "{ends:?}"),
            }
            answered += usize::from(*status == 200);
        }
        // What was cut off in its last moments is still on its way: each is done whole, or not at all.
        let mut before = contiguous(&all, &letters).await;
        loop {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = contiguous(&all, &letters).await;
            if now == before {
                break;
            }
            before = now;
        }
        assert!(before >= answered && before < letters.len(), "{before} of {answered} and {}", letters.len());
        each_whole(&app, before).await;

        for letter in &letters {
            issue_after_all(&mut all, letter).await;
        }
        assert_eq!(contiguous(&all, &letters).await, letters.len());
        each_whole(&app, letters.len()).await;

        // Each arrives once, in a diary without a gap.
        tokio::join!(delivering(&app.office), delivering(&beside));
        let total = i64::try_from(letters.len()).unwrap();
        assert_eq!(count(&app, "receipts").await, total);
        assert_eq!(count(&app, "dispatches WHERE state = 'delivered'").await, total);
        assert_eq!(count(&app, "jobs WHERE finished_at IS NULL OR last_error IS NOT NULL").await, 0);
        let diary = app.acting(Persona::LawClerk).get("/api/v1/receipts?limit=200").await.expect(200).json;
        let mut numbers: Vec<_> = diary["items"].as_array().unwrap().iter().map(|line| line["diary_number"].as_str().unwrap().to_owned()).collect();
        numbers.sort();
        let mut expected: Vec<_> = (1..=letters.len()).map(|serial| format!("LAW-{serial}/2026")).collect();
        expected.sort();
        assert_eq!(numbers, expected);
        take_up(&app).await;
        check(&app, known(&app)).await.unwrap();
    }
}
