//! Timelines: what was done with a file, a receipt or a post, from the ledger. The routes stand with their things.

use crate::filing::FileNumberRef;
use crate::http::{Query, limit};
use crate::office::{examples, words};
use crate::organisation::{PersonRef, PostRef};
use chrono::{DateTime, NaiveDate, Utc};
use daftar_application::ledger::{self, TimelineQuery};
use daftar_application::{Cursor, Page};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which end of a timeline comes first.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TimelineOrder {
    Newest,
    Oldest,
}

/// Which part of a timeline.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReadTimeline {
    /// Which end comes first; the newest act when left out.
    #[param(inline)]
    order: Option<TimelineOrder>,
    /// Where the page before ended, in the same order.
    cursor: Option<String>,
    /// Rows of a page, 1 to 200; 50 when left out.
    limit: Option<u64>,
}

impl From<Query<ReadTimeline>> for TimelineQuery {
    fn from(Query(query): Query<ReadTimeline>) -> Self {
        Self {
            oldest_first: matches!(query.order, Some(TimelineOrder::Oldest)),
            cursor: query.cursor.map(Cursor),
            limit: limit(query.limit, 50, 200),
        }
    }
}

/// An act on a file, a receipt or a post, as the ledger has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "at": "2026-03-03T06:20:15Z", "kind": "file_forwarded", "person": examples::bilal(),
    "post": examples::section_officer(), "digest": examples::DIGEST, "position": 1041,
    "facts": {
        "number": null, "from": examples::section_officer(), "to": examples::deputy_secretary(), "copies": [],
        "action": "for_approval", "reason": null, "due_at": "2026-03-10T18:59:59Z", "due_on": null,
        "classification": null, "priority": null, "paragraphs": null, "pages": null, "scans": null, "file": null,
        "person": null, "person_before": null, "charge": null, "reports_to": null, "grade": null, "roles": [],
    },
    "words": {
        "subject": null, "remark": "برائے منظوری پیش ہے۔", "sender_name": null, "sender_office": null,
        "reference_number": null, "title_en": null, "title_ur": null,
    },
}))]
pub(crate) struct TimelineEntry {
    /// The entry's id.
    id: Uuid,
    /// When.
    at: DateTime<Utc>,
    /// What happened.
    #[schema(value_type = words::EventKind, example = "file_forwarded")]
    kind: String,
    /// Who did it; null for the system itself.
    #[schema(required = true)]
    person: Option<PersonRef>,
    /// For which post.
    #[schema(required = true)]
    post: Option<PostRef>,
    /// The entry's digest: the receipt of the act, by which an auditor finds and proves it.
    digest: String,
    /// Its place in the ledger's tree, from 0; null until it has one, within a second.
    #[schema(required = true)]
    position: Option<u64>,
    /// What the act was, as far as its reader may know.
    facts: TimelineFacts,
    /// What was said in words, which the ledger commits to and does not tell; null where nothing was, or where it was
    /// said under a higher classification than now.
    #[schema(required = true)]
    words: Option<TimelineWords>,
}

/// What an act was. Which of these are there depends on its kind.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineFacts {
    /// The official number that was allotted.
    #[schema(required = true)]
    number: Option<String>,
    /// The post that had it before.
    #[schema(required = true)]
    from: Option<PostRef>,
    /// The post that has it after.
    #[schema(required = true)]
    to: Option<PostRef>,
    /// Who got a copy of a receipt.
    copies: Vec<TimelineCopy>,
    /// What the receiver is asked for.
    #[schema(required = true, value_type = Option<words::MovementAction>)]
    action: Option<String>,
    /// The reason code.
    #[schema(required = true)]
    reason: Option<String>,
    /// When the receiver should be done.
    #[schema(required = true)]
    due_at: Option<DateTime<Utc>>,
    /// The day by which it is due.
    #[schema(required = true)]
    due_on: Option<NaiveDate>,
    /// The classification from then on.
    #[schema(required = true, value_type = Option<words::Classification>)]
    classification: Option<String>,
    /// The priority from then on.
    #[schema(required = true, value_type = Option<words::Priority>)]
    priority: Option<String>,
    /// The first and the last paragraph that was written.
    #[schema(required = true)]
    paragraphs: Option<[i64; 2]>,
    /// The first and the last page that was added.
    #[schema(required = true)]
    pages: Option<[i64; 2]>,
    /// How many scans came with it.
    #[schema(required = true)]
    scans: Option<u64>,
    /// The other file: a part, a linked one, the one that a receipt was put on. Null where the reader may not see it.
    #[schema(required = true)]
    file: Option<FileNumberRef>,
    /// Who took charge of a post, or gave it up.
    #[schema(required = true)]
    person: Option<PersonRef>,
    /// Who had charge before.
    #[schema(required = true)]
    person_before: Option<PersonRef>,
    /// The sort of charge.
    #[schema(required = true, value_type = Option<words::ChargeKind>)]
    charge: Option<String>,
    /// The post that a post reports to.
    #[schema(required = true)]
    reports_to: Option<PostRef>,
    /// The grade (BPS) of a post.
    #[schema(required = true)]
    grade: Option<i64>,
    /// What a post is for.
    #[schema(value_type = Vec<words::Role>)]
    roles: Vec<String>,
}

/// A copy of a receipt.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineCopy {
    /// Who got it.
    post: PostRef,
    /// What for.
    #[schema(value_type = words::ReceiptAction)]
    action: String,
}

/// What was said in words.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineWords {
    /// The subject of a file or a receipt from then on.
    #[schema(required = true)]
    subject: Option<String>,
    /// What was written beside the act.
    #[schema(required = true)]
    remark: Option<String>,
    /// Who wrote the paper.
    #[schema(required = true)]
    sender_name: Option<String>,
    /// His office.
    #[schema(required = true)]
    sender_office: Option<String>,
    /// The paper's own number.
    #[schema(required = true)]
    reference_number: Option<String>,
    /// The English title of a post from then on.
    #[schema(required = true)]
    title_en: Option<String>,
    /// Its Urdu title.
    #[schema(required = true)]
    title_ur: Option<String>,
}

/// A page of a timeline.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelinePage {
    items: Vec<TimelineEntry>,
    /// Where the next page starts; null on the last.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

impl From<Page<ledger::TimelineEntry>> for TimelinePage {
    fn from(page: Page<ledger::TimelineEntry>) -> Self {
        Self {
            items: page.items.into_iter().map(Into::into).collect(),
            next_cursor: page.next.map(|cursor| cursor.0),
        }
    }
}

impl From<ledger::TimelineEntry> for TimelineEntry {
    fn from(entry: ledger::TimelineEntry) -> Self {
        let copy = |(post, action): (_, _)| TimelineCopy {
            post: PostRef::from(post),
            action,
        };
        let facts = entry.facts;
        Self {
            id: entry.row.id.0,
            at: entry.row.at,
            kind: entry.row.kind,
            person: entry.row.person.map(|(id, name_en, name_ur)| PersonRef {
                id: id.0,
                name_en,
                name_ur,
            }),
            post: entry.post.map(Into::into),
            digest: entry.row.digest,
            position: entry.row.position,
            facts: TimelineFacts {
                number: facts.number,
                from: entry.from.map(Into::into),
                to: entry.to.map(Into::into),
                copies: entry.copies.into_iter().map(copy).collect(),
                action: facts.action,
                reason: facts.reason,
                due_at: facts.due_at,
                due_on: facts.due_on,
                classification: facts.classification,
                priority: facts.priority,
                paragraphs: facts
                    .paragraphs
                    .or_else(|| facts.place.map(|(paragraph, _)| (paragraph, paragraph)))
                    .map(Into::into),
                pages: facts.pages.or_else(|| facts.place?.1).map(Into::into),
                scans: facts.scans,
                file: entry.file.map(Into::into),
                person: entry.person.map(Into::into),
                person_before: entry.before.map(Into::into),
                charge: facts.charge,
                reports_to: entry.reports_to.map(Into::into),
                grade: facts.grade,
                roles: facts.roles,
            },
            words: entry.words.map(Into::into),
        }
    }
}

impl From<ledger::TimelineWords> for TimelineWords {
    fn from(words: ledger::TimelineWords) -> Self {
        Self {
            subject: words.subject,
            remark: words.remark,
            sender_name: words.sender_name,
            sender_office: words.sender_office,
            reference_number: words.reference_number,
            title_en: words.title_en,
            title_ur: words.title_ur,
        }
    }
}
