//! What was done with one thing, from the ledger, for whoever may read the thing.
//!
//! Whether somebody may, its own capability has asked before. Here is decided how much of each entry he is told.

use crate::office::{Error, Office};
use daftar_domain::access::Officer;
use daftar_domain::ledger::{EventKind, Facts, SubjectKind};
use daftar_domain::office::{Classification, EntryId, FileId, PersonId, PostId};
use daftar_persistence::filing::FileName;
use daftar_persistence::ledger::{LedgerRow, TimelineFilter, TimelineRow};
use daftar_persistence::organisation::{PersonRef, PostRef};
use daftar_persistence::{Cursor, Page};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// Which part of a timeline.
#[derive(Debug, Clone)]
pub struct TimelineQuery {
    /// The oldest act first; else the newest.
    pub oldest_first: bool,
    /// Where the page before ended.
    pub cursor: Option<Cursor>,
    /// Rows of a page.
    pub limit: u64,
}

/// The words of an act that its commitment hides: those of the subject itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct TimelineWords {
    /// The subject of a file or a receipt from then on.
    pub subject: Option<String>,
    /// What was written beside the act.
    pub remark: Option<String>,
    /// Who wrote the paper.
    pub sender_name: Option<String>,
    /// His office.
    pub sender_office: Option<String>,
    /// The paper's own number.
    pub reference_number: Option<String>,
    /// The English title of a post from then on.
    pub title_en: Option<String>,
    /// Its Urdu title.
    pub title_ur: Option<String>,
}

/// An act on the thing, as its reader is told.
#[derive(Debug, Clone)]
pub struct TimelineEntry {
    /// The entry.
    pub row: LedgerRow,
    /// For which post it was done, as the post is called now.
    pub post: Option<PostRef>,
    /// What happened, beside what is resolved here.
    pub facts: Facts,
    /// The post that had it before.
    pub from: Option<PostRef>,
    /// The post that has it after.
    pub to: Option<PostRef>,
    /// Who got a copy, and what for.
    pub copies: Vec<(PostRef, String)>,
    /// The other file, where the reader may see it.
    pub file: Option<FileName>,
    /// Who took charge, or gave it up.
    pub person: Option<PersonRef>,
    /// Who had charge before.
    pub before: Option<PersonRef>,
    /// The post that this one reports to.
    pub reports_to: Option<PostRef>,
    /// What was said in words.
    pub words: Option<TimelineWords>,
}

/// Names of what the entries of a page speak of.
struct Names {
    posts: HashMap<PostId, PostRef>,
    persons: HashMap<PersonId, PersonRef>,
    files: HashMap<FileId, FileName>,
}

impl Names {
    async fn of(office: &Office, officer: &Officer, entries: &[(TimelineRow, Facts)]) -> Result<Self, Error> {
        let organisation = office.database().organisation();
        let posts = entries.iter().flat_map(|(entry, facts)| {
            let copies = facts.copies.iter().map(|(post, _)| *post);
            let named = [entry.row.post, facts.from, facts.to, facts.reports_to];
            named.into_iter().flatten().chain(copies)
        });
        let persons = entries.iter().flat_map(|(_, facts)| [facts.person, facts.before]);
        let files: Vec<FileId> = entries.iter().filter_map(|(_, facts)| facts.file).collect();
        let files = office.database().filing().visible_among(&files, officer).await?;
        Ok(Self {
            posts: organisation.post_refs(posts).await?,
            persons: organisation.person_refs(persons.flatten()).await?,
            files: files.into_iter().map(|file| (file.id, file)).collect(),
        })
    }

    fn post(&self, id: Option<PostId>) -> Option<PostRef> {
        id.and_then(|id| self.posts.get(&id).cloned())
    }

    fn person(&self, id: Option<PersonId>) -> Option<PersonRef> {
        id.and_then(|id| self.persons.get(&id).cloned())
    }

    fn tell(&self, entry: TimelineRow, facts: Facts) -> TimelineEntry {
        let copy = |(post, action): &(PostId, String)| Some((self.posts.get(post)?.clone(), action.clone()));
        let TimelineRow { row, opening } = entry;
        let file = facts.file.and_then(|file| self.files.get(&file).cloned());
        TimelineEntry {
            post: self.post(row.post),
            from: self.post(facts.from),
            to: self.post(facts.to),
            copies: facts.copies.iter().filter_map(copy).collect(),
            person: self.person(facts.person),
            before: self.person(facts.before),
            reports_to: self.post(facts.reports_to),
            words: opening.as_deref().and_then(words),
            facts: if file.is_none() { facts.without_file() } else { facts },
            file,
            row,
        }
    }
}

fn content(row: &LedgerRow) -> Value {
    let mut body: Value = serde_json::from_str(&row.body).unwrap_or_default();
    body.get_mut("content").map(Value::take).unwrap_or_default()
}

fn words(opening: &str) -> Option<TimelineWords> {
    let mut opening: Value = serde_json::from_str(opening).ok()?;
    serde_json::from_value(opening.get_mut("values")?.take()).ok()
}

/// A page of the acts on a thing that the officer may read.
pub(crate) async fn timeline(
    office: &Office,
    officer: &Officer,
    subject_kind: SubjectKind,
    subject: Uuid,
    query: &TimelineQuery,
) -> Result<Page<TimelineEntry>, Error> {
    let filter = TimelineFilter {
        subject_kind,
        subject,
        oldest_first: query.oldest_first,
        after: query.cursor.as_ref().map(Cursor::unpack).transpose()?,
        limit: query.limit,
    };
    let page = office.database().ledger().timeline(&filter).await?;
    let entries: Vec<(TimelineRow, Facts)> = page
        .items
        .into_iter()
        .map(|entry| {
            let facts = Facts::of(subject_kind, &content(&entry.row));
            (entry, facts)
        })
        .collect();
    let names = Names::of(office, officer, &entries).await?;
    Ok(Page {
        items: entries
            .into_iter()
            .map(|(entry, facts)| names.tell(entry, facts))
            .collect(),
        next: page.next,
    })
}

/// Takes the words away from acts at which the thing was classified higher than it is now: a registry may lower what
/// it classified by a slip of the hand, and what was written until then was written for others.
pub(crate) async fn hush(
    office: &Office,
    subject: Uuid,
    now: Classification,
    page: Page<TimelineEntry>,
) -> Result<Page<TimelineEntry>, Error> {
    let kinds = [EventKind::ReceiptDiarised, EventKind::ReceiptCorrected];
    let bodies = office.database().ledger().bodies(subject, &kinds).await?;
    let classified: Vec<(EntryId, Classification)> = bodies
        .iter()
        .filter_map(|(id, body)| {
            let body: Value = serde_json::from_str(body).ok()?;
            let word = body.pointer("/content/classification")?.as_str()?;
            Some((*id, word.parse().ok()?))
        })
        .collect();
    Ok(page.map(|entry| {
        let then = classified.iter().rev().find(|(id, _)| *id <= entry.row.id);
        let open = then.is_some_and(|(_, then)| *then <= now);
        TimelineEntry {
            words: entry.words.filter(|_| open),
            ..entry
        }
    }))
}
