//! Whatever officers try in whatever order: one post has custody, numbers run without gaps, what
//! was submitted stays as it was, and nobody gets his own case.

use super::tests::{authenticator, body, command, morning, officer, orders, target};
use super::*;
use crate::access::Officer;
use crate::office::{Classification, NoteId, PaperId, PersonId, PostId, Timestamp};
use chrono::Duration;
use proptest::prelude::*;
use std::collections::HashSet;
use uuid::Uuid;

const POSTS: u128 = 5;
/// The person of this number is the one whom the case is about.
const CONCERNED: u128 = 4;

#[derive(Debug, Clone)]
enum Try {
    Forward(u128),
    Return,
    PullBack,
    LookAt,
    Park(u64),
    Resume,
    Close,
    Reopen,
    Note(usize),
    Agree,
    Order(usize),
    Paper(i32),
    /// A paper about the service of a person.
    About(u128),
    Raise(usize),
}

fn tries() -> impl Strategy<Value = Vec<(u128, i64, Try)>> {
    let one = prop_oneof![
        6 => (1..=POSTS).prop_map(Try::Forward),
        3 => Just(Try::Return),
        3 => Just(Try::PullBack),
        2 => Just(Try::LookAt),
        1 => (0..5u64).prop_map(Try::Park),
        1 => Just(Try::Resume),
        1 => Just(Try::Close),
        2 => Just(Try::Reopen),
        4 => (0..4usize).prop_map(Try::Note),
        3 => Just(Try::Agree),
        2 => (0..4usize).prop_map(Try::Order),
        3 => (1..50i32).prop_map(Try::Paper),
        1 => (1..=POSTS).prop_map(Try::About),
        1 => (0..5usize).prop_map(Try::Raise),
    ];
    proptest::collection::vec((1..=POSTS, 0..40i64, one), 1..80)
}

/// Every second post may authenticate orders.
fn acting(who: u128) -> Officer {
    if who.is_multiple_of(2) {
        authenticator(who)
    } else {
        officer(who)
    }
}

/// What the office has kept so far.
struct Office {
    file: File,
    notes: Vec<Note>,
    papers: Vec<Paper>,
    movements: Vec<Movement>,
}

impl Office {
    /// A file about somebody from the beginning, or about nobody yet.
    fn new(concerned: bool) -> Self {
        let about = OpenFile {
            concerns: concerned.then_some(PersonId(Uuid::from_u128(CONCERNED))),
            ..command()
        };
        let opened = File::open(about, &officer(1), morning()).unwrap();
        Self {
            file: opened.file,
            notes: Vec::new(),
            papers: Vec::new(),
            movements: vec![opened.movement],
        }
    }

    fn attempt(&mut self, who: u128, what: &Try, now: Timestamp) -> Result<(), FilingRefusal> {
        if let Some((file, step)) = self.file.bring_forward(now) {
            self.file = file;
            self.movements.push(step);
        }
        let (file, by) = (self.file.clone(), acting(who));
        let moved = match what {
            Try::Forward(to) => file.forward(target(*to), &orders(), &by, now)?,
            Try::Return => {
                let sender = file.custody.holding().and_then(|holding| holding.sender);
                let to = sender.map_or(target(who), |post| target(post.0.as_u128()));
                file.return_to_sender(to, ReturnReason::Discuss, None, &by, now)?
            }
            Try::PullBack => file.pull_back(&by, now)?,
            Try::Park(days) => {
                let until = crate::desk::office_day(now) + chrono::Days::new(*days);
                file.park(until, None, &by, now)?
            }
            Try::Resume => file.resume(&by, now)?,
            Try::Close => file.close(0, None, &by, now)?,
            Try::Reopen => file.reopen("audit", &by, now)?,
            Try::LookAt => {
                if let Some((file, _)) = file.record_opening(&by, now)? {
                    self.file = file;
                }
                return Ok(());
            }
            Try::Raise(level) => {
                let amendment = Amendment {
                    classification: Some(Classification::ALL[*level]),
                    ..Amendment::default()
                };
                self.file = file.amend(amendment, &by, now)?.0;
                return Ok(());
            }
            Try::Note(paragraphs) => {
                let minute = Minute::Note(body(&vec!["text"; *paragraphs]));
                self.keep(file.submit(stamp(now), minute, Vec::new(), &by, now)?);
                return Ok(());
            }
            Try::Agree => {
                self.keep(file.submit(stamp(now), Minute::Agreement, Vec::new(), &by, now)?);
                return Ok(());
            }
            Try::Order(paragraphs) => {
                let minute = Minute::Order(body(&vec!["text"; *paragraphs]));
                self.keep(file.submit(stamp(now), minute, Vec::new(), &by, now)?);
                return Ok(());
            }
            Try::Paper(pages) => {
                self.docket(file.add_paper(paper(*pages), &by, now)?);
                return Ok(());
            }
            Try::About(person) => {
                self.docket(file.add_paper(about(*person), &by, now)?);
                return Ok(());
            }
        };
        self.file = moved.file;
        self.movements.push(moved.movement);
        Ok(())
    }

    fn docket(&mut self, added: Added) {
        self.file = added.file;
        self.notes.push(added.docket);
        self.papers.push(added.paper);
    }

    /// Posts that have noted, as the notes say; an agreement is a signature only.
    fn noting_posts(&self) -> usize {
        let noted = self.notes.iter().filter(|note| note.content.kind().is_text());
        noted.map(|note| note.author.post).collect::<HashSet<_>>().len()
    }

    fn keep(&mut self, signed: Signed) {
        self.file = signed.file;
        self.notes.push(signed.note);
    }

    /// The post that the history says has the file.
    fn holder_by_history(&self) -> PostId {
        self.movements
            .iter()
            .rev()
            .find_map(|step| match step.kind {
                MovementKind::Closed => step.from,
                _ => step.to,
            })
            .unwrap()
    }
}

fn stamp(at: Timestamp) -> NoteStamp {
    NoteStamp {
        id: NoteId(Uuid::nil()),
        nonce: "0".repeat(32),
        at,
    }
}

fn paper(pages: i32) -> AddPaper {
    AddPaper {
        id: PaperId(Uuid::nil()),
        docket: stamp(Timestamp::default()),
        title: "Paper".to_owned(),
        documents: vec![PaperDocument {
            id: crate::office::DocumentId(Uuid::nil()),
            digest: "00".repeat(32),
            pages: Some(pages),
        }],
        receipt: None,
        issued: false,
        remark: None,
    }
}

/// A receipt about the service of a person.
fn about(person: u128) -> AddPaper {
    let receipt = PaperReceipt {
        id: crate::office::ReceiptId(Uuid::nil()),
        diary_number: "D-1/2026".to_owned(),
        classification: Classification::Unclassified,
        concerns: Some(PersonId(Uuid::from_u128(person))),
    };
    AddPaper {
        receipt: Some(receipt),
        ..paper(1)
    }
}

fn contiguous(ranges: impl Iterator<Item = (i32, i32)>) -> i32 {
    ranges.fold(0, |last, (first, end)| {
        assert_eq!(first, last + 1);
        assert!(end >= first);
        end
    })
}

proptest! {
    #[test]
    fn random_commands_break_nothing(concerned in any::<bool>(), tries in tries()) {
        let mut office = Office::new(concerned);
        let mut now = morning();
        for (who, hours, what) in tries {
            now += Duration::hours(hours);
            let (before, notes, steps) = (office.file.clone(), office.notes.clone(), office.movements.clone());
            let outcome = office.attempt(who, &what, now);

            // Immutability: what was there is there, as it was.
            prop_assert_eq!(&office.notes[..notes.len()], &notes[..]);
            prop_assert_eq!(&office.movements[..steps.len()], &steps[..]);
            prop_assert!(office.notes.iter().all(Note::is_intact));

            // Custody: one post, and the history agrees with the row.
            prop_assert_eq!(office.file.custody.post(), office.holder_by_history());
            // Rule 6: never with the person whom it is about, and about one person for good.
            let concerned = office.file.concerns.map(|person| PostId(person.0));
            prop_assert_ne!(Some(office.file.custody.post()), concerned);
            prop_assert!(before.concerns.is_none() || office.file.concerns == before.concerns);

            // Rule 9: orders come from posts that may authenticate.
            let orders = office.notes.iter().filter(|note| note.content.kind() == NoteKind::Order);
            prop_assert!(orders.into_iter().all(|order| order.author.post.0.as_u128().is_multiple_of(2)));

            // Rule 7: a warning from the third noting officer on.
            let warned = office.file.warnings().contains(&crate::office::Warning::ManyNotingOfficers);
            prop_assert_eq!(warned, office.noting_posts() > 2);

            // Only the holder changes a file, but for a pull-back and a reopening.
            if outcome.is_ok() && !matches!(what, Try::PullBack | Try::Reopen) {
                prop_assert_eq!(before.custody.post(), officer(who).post);
            }
            if outcome.is_err() {
                prop_assert_eq!(&office.file.version, &before.version);
                prop_assert_eq!(&office.notes, &notes);
            }

            // Numbering: contiguous and never reused; the chain of digests is whole.
            let paragraphs = contiguous(office.notes.iter().map(|note| (note.paragraph_first, note.paragraph_last)));
            prop_assert_eq!(paragraphs, office.file.last_paragraph);
            let pages = contiguous(office.papers.iter().map(|paper| (paper.page_first, paper.page_last)));
            prop_assert_eq!(pages, office.file.last_page);
            let ordinals = contiguous(office.movements.iter().map(|step| (step.ordinal, step.ordinal)));
            prop_assert_eq!(ordinals, office.file.movements);
            let mut previous = None;
            for note in &office.notes {
                prop_assert_eq!(&note.previous, &previous);
                previous = Some(note.digest.clone());
            }
            prop_assert!(office.file.classification >= before.classification);
        }
    }
}
