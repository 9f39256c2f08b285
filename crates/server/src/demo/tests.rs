//! The demonstration office, filled for real, small.

use super::fill::fill_to;
use super::plan::Scale;
use chrono::{TimeZone as _, Utc};
use daftar_application::identity::TokenKeys;
use daftar_application::keys::KeyRing;
use daftar_application::ledger::{LedgerKeys, Witnesses};
use daftar_application::{Clock, Office, OfficeParts};
use daftar_documents::{BlobStore, Drawing};
use daftar_domain::identity::FactorPolicy;
use daftar_domain::office::Timestamp;
use daftar_domain::signing::LeastProof;
use daftar_persistence::{Database, DatabaseSettings};
use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Order, Query};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

struct Now(Timestamp);

impl Clock for Now {
    fn now(&self) -> Timestamp {
        self.0
    }
}

async fn parts(folder: &Path, now: Timestamp) -> OfficeParts {
    let settings = DatabaseSettings {
        url: format!("sqlite://{}/daftar.db", folder.display()),
        connections: 2,
    };
    let database = Database::connect(&settings).await.unwrap();
    database.migrate().await.unwrap();
    OfficeParts {
        database,
        clock: Arc::new(Now(now)),
        ledger_keys: LedgerKeys::from_seeds("daftar.test/ledger", &[([2; 32], false)]).unwrap(),
        witnesses: Witnesses::default(),
        token_keys: TokenKeys::from_seeds("http://daftar.test", &[[7; 32]]).unwrap(),
        key_ring: KeyRing::from_keys(&[[9; 32]]).unwrap(),
        second_factor: FactorPolicy::Offered,
        least_proof: LeastProof::Password,
        blobs: BlobStore::open(folder.join("papers")).await.unwrap(),
        drawing: Drawing::Here,
        mailer: None,
        time_stamping: None,
    }
}

/// One column of a table, in its order.
async fn column(folder: &Path, table: &'static str, name: &'static str) -> Vec<String> {
    let url = format!("sqlite://{}/daftar.db", folder.display());
    let raw = sea_orm::Database::connect(url).await.unwrap();
    let select = Query::select()
        .column(name)
        .from(table)
        .order_by(name, Order::Asc)
        .to_owned();
    let rows = raw.query_all(&select).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// The numbers of a series, whose last but one number in the text is the serial: none missing, none twice.
fn assert_contiguous(numbers: &[String], split: impl Fn(&str) -> (String, usize)) {
    let mut series: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for number in numbers {
        let (name, serial) = split(number);
        series.entry(name).or_default().push(serial);
    }
    for (name, mut serials) in series {
        serials.sort_unstable();
        let whole: Vec<usize> = (1..=serials.len()).collect();
        assert_eq!(serials, whole, "{name}");
    }
}

/// `FD-12/2026` is number 12 of `FD` in 2026.
fn diary(number: &str) -> (String, usize) {
    let (front, year) = number.rsplit_once('/').unwrap();
    let (prefix, serial) = front.rsplit_once('-').unwrap();
    (format!("{prefix} {year}"), serial.parse().unwrap())
}

/// `F.3-2/2026-Bud-I` is number 2 of head 3 in 2026.
fn file(number: &str) -> (String, usize) {
    let (front, back) = number.split_once('/').unwrap();
    let (head, serial) = front.rsplit_once('-').unwrap();
    (format!("{head} {back}"), serial.parse().unwrap())
}

/// `F.3-2/2026-Bud-I/1` is number 1 of the file before it.
fn issue(number: &str) -> (String, usize) {
    let (file, serial) = number.rsplit_once('/').unwrap();
    (file.to_owned(), serial.parse().unwrap())
}

#[tokio::test]
async fn the_same_day_makes_the_same_office_and_nothing_is_refused() {
    let scale = Scale {
        closed: 12,
        live_percent: 20,
        papers: 90,
    };
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 7, 30, 0).unwrap();
    let mut offices = Vec::new();
    for _ in 0..2 {
        let folder = tempfile::tempdir().unwrap();
        let mut told = 0;
        let mut progress = |done: usize, _: usize| told = done;
        let filled = fill_to(scale, parts(folder.path(), now).await, now, &mut progress)
            .await
            .unwrap();
        assert_eq!((filled.left_out, told), (0, filled.acts));
        let diaries = column(folder.path(), "receipts", "diary_number").await;
        assert_contiguous(&diaries, diary);
        let files = column(folder.path(), "files", "number").await;
        let own: Vec<String> = files
            .iter()
            .filter(|number| !number.contains("Part") && !number.contains("Vol"))
            .cloned()
            .collect();
        assert_contiguous(&own, file);
        let desks = column(folder.path(), "desk_items", "title").await;
        assert_eq!(column(folder.path(), "delegations", "given_at").await.len(), 1);
        offices.push((filled, diaries, files, desks));
    }
    assert_eq!(offices[0], offices[1]);
}

#[tokio::test]
async fn the_whole_office_is_filled_without_a_refusal() {
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 7, 30, 0).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let parts = parts(folder.path(), now).await;
    let filled = fill_to(Scale::WHOLE, parts, now, &mut |_, _| {}).await.unwrap();
    assert_eq!(filled.left_out, 0);
    assert!(
        (390..=420).contains(&filled.receipts) && (190..=215).contains(&filled.files),
        "{filled:?}"
    );
    assert_contiguous(&column(folder.path(), "receipts", "diary_number").await, diary);
    let notes = column(folder.path(), "notes", "kind").await;
    assert!(notes.iter().filter(|kind| *kind == "order").count() > 50);
    let issues = column(folder.path(), "issues", "number").await;
    assert_contiguous(&issues, issue);
    let states = column(folder.path(), "dispatches", "state").await;
    assert_eq!(states.len(), issues.len(), "each goes to one addressee");
    for state in ["acknowledged", "dispatched"] {
        let there = states.iter().filter(|is| *is == state).count();
        assert!(there >= 4, "{there} {state} of {states:?}");
    }
    let channels = column(folder.path(), "dispatches", "channel").await;
    for channel in ["inside", "post"] {
        assert!(channels.iter().filter(|is| *is == channel).count() >= 4, "{channels:?}");
    }
    let drafts = column(folder.path(), "communications", "state").await;
    for state in ["draft", "approved", "issued"] {
        let there = drafts.iter().filter(|is| *is == state).count();
        assert!(there >= 4, "{there} {state} of {drafts:?}");
    }
}

#[tokio::test]
async fn the_password_of_the_demonstration_is_a_good_one() {
    let folder = tempfile::tempdir().unwrap();
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 7, 30, 0).unwrap();
    let office = Office::new(parts(folder.path(), now).await);
    let password = secrecy::SecretString::from(super::PASSWORD);
    let names = ["so.budget1", "Bilal Hassan", "daftar"];
    assert!(office.passwords().strength(&password, &names).await.unwrap() >= 3);
}
