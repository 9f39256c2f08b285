//! Reading the ledger, newest entry first.

use crate::database::{Error, Page, repository};
use daftar_domain::ledger::{EventKind, Module};
use daftar_domain::office::{EntryId, PersonId, PostId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

repository! {
    /// The ledger.
    Ledger, ledger
}

/// What a page of the ledger shows.
#[derive(Debug, Clone, Default)]
pub struct LedgerFilter {
    /// Only this capability's acts.
    pub module: Option<Module>,
    /// Only acts on this thing.
    pub subject: Option<Uuid>,
    /// Only acts of this kind.
    pub kind: Option<EventKind>,
    /// Only the entry with this digest.
    pub digest: Option<String>,
    /// Only this entry.
    pub entry: Option<EntryId>,
    /// Only acts of this person.
    pub person: Option<PersonId>,
    /// Only acts of one of these kinds; empty for all.
    pub kinds: &'static [EventKind],
    /// Only entries later than this one.
    pub since: Option<EntryId>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
    /// Where the page before ended.
    pub after: Option<EntryId>,
    /// Rows of a page.
    pub limit: u64,
}

/// An entry of the ledger, with the actor's name.
#[derive(Debug, Clone)]
pub struct LedgerRow {
    /// Its id.
    pub id: EntryId,
    /// When.
    pub at: Timestamp,
    /// The capability.
    pub module: String,
    /// What happened.
    pub kind: String,
    /// To what sort of thing.
    pub subject_kind: String,
    /// To which.
    pub subject: Uuid,
    /// Who did it, with his names in English and Urdu; nobody for the system itself.
    pub person: Option<(PersonId, String, String)>,
    /// For which post.
    pub post: Option<PostId>,
    /// SHA-256 of the canonical form of `body`.
    pub digest: String,
    /// The canonical form.
    pub body: String,
    /// Its place in the tree; none until the sequencer has given it one.
    pub position: Option<u64>,
}

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    at: Timestamp,
    module: String,
    kind: String,
    subject_kind: String,
    subject_id: Uuid,
    person_id: Option<Uuid>,
    post_id: Option<Uuid>,
    digest: String,
    body: String,
    position: Option<i64>,
    name_en: Option<String>,
    name_ur: Option<String>,
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// One page of the ledger. Ids follow time, so that they sort it.
    pub async fn page(&self, filter: &LedgerFilter) -> Result<Page<LedgerRow>, Error> {
        let select = select()
            .and_where_option(filter.module.map(|module| of("module").eq(module.as_str())))
            .and_where_option(filter.subject.map(|subject| of("subject_id").eq(subject)))
            .and_where_option(filter.kind.map(|kind| of("kind").eq(kind.as_str())))
            .and_where_option(filter.digest.as_ref().map(|digest| of("digest").eq(digest)))
            .and_where_option(filter.entry.map(|entry| of("id").eq(entry.0)))
            .and_where_option(
                (!filter.kinds.is_empty()).then(|| of("kind").is_in(filter.kinds.iter().map(|kind| kind.as_str()))),
            )
            .and_where_option(filter.person.map(|person| of("person_id").eq(person.0)))
            .and_where_option(filter.since.map(|since| of("id").gt(since.0)))
            .and_where_option(filter.from.map(|from| of("at").gte(from)))
            .and_where_option(filter.to.map(|to| of("at").lte(to)))
            .and_where_option(filter.after.map(|after| of("id").lt(after.0)))
            .order_by(("ledger_entries", "id"), Order::Desc)
            .limit(filter.limit + 1)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let rows = rows.iter().map(|row| Ok(Row::from_query_result(row, "")?.into()));
        let rows: Vec<LedgerRow> = rows.collect::<Result<_, Error>>()?;
        Ok(Page::cut(rows, filter.limit, |row| row.id))
    }

    /// One entry.
    pub async fn entry(&self, id: EntryId) -> Result<Option<LedgerRow>, Error> {
        let row = self.connection.query_one(select().and_where(of("id").eq(id.0))).await?;
        Ok(row
            .map(|row| Row::from_query_result(&row, ""))
            .transpose()?
            .map(Into::into))
    }
}

impl<C: ConnectionTrait> Ledger<'_, C> {
    /// The entry that speaks of a file's note with this digest.
    pub async fn entry_of_note(&self, file: Uuid, digest: &str) -> Result<Option<LedgerRow>, Error> {
        self.newest_that_says(file, &[], &format!("\"digest\":\"{digest}\""), None)
            .await
    }

    /// The entries of this kind about these things, in no order.
    pub async fn about(&self, kind: EventKind, subjects: &[Uuid]) -> Result<Vec<LedgerRow>, Error> {
        if subjects.is_empty() {
            return Ok(Vec::new());
        }
        let select = select()
            .and_where(of("subject_id").is_in(subjects.iter().copied()))
            .and_where(of("kind").eq(kind.as_str()))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let rows = rows.iter().map(|row| Ok(Row::from_query_result(row, "")?.into()));
        rows.collect()
    }

    /// The entry by which an issue went out. What amends it names it too, but no number behind it.
    pub async fn entry_of_issue(&self, file: Uuid, issue: Uuid) -> Result<Option<LedgerRow>, Error> {
        let words = format!("\"issue\":\"{issue}\",\"number\":");
        self.newest_that_says(file, &[EventKind::CommunicationIssued], &words, None)
            .await
    }

    /// The last entry about a person's key before an act, among those that say whose it is.
    pub async fn entry_of_key(&self, person: Uuid, key: Uuid, before: EntryId) -> Result<Option<LedgerRow>, Error> {
        let kinds = [EventKind::PasskeyApproved, EventKind::SigningKeyMade];
        self.newest_that_says(person, &kinds, &format!("\"{key}\""), Some(before))
            .await
    }

    async fn newest_that_says(
        &self,
        subject: Uuid,
        kinds: &[EventKind],
        words: &str,
        before: Option<EntryId>,
    ) -> Result<Option<LedgerRow>, Error> {
        let kinds = (!kinds.is_empty()).then(|| of("kind").is_in(kinds.iter().map(|kind| kind.as_str())));
        let select = select()
            .and_where(of("subject_id").eq(subject))
            .and_where(of("body").like(format!("%{words}%")))
            .and_where_option(kinds)
            .and_where_option(before.map(|before| of("id").lt(before.0)))
            .order_by(("ledger_entries", "id"), Order::Desc)
            .limit(1)
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row
            .map(|row| Row::from_query_result(&row, ""))
            .transpose()?
            .map(Into::into))
    }
}

pub(super) fn of(column: &'static str) -> Expr {
    Expr::col(("ledger_entries", column))
}

/// Entries with the names of those who acted.
pub(super) fn select() -> SelectStatement {
    let columns = [
        "id",
        "at",
        "module",
        "kind",
        "subject_kind",
        "subject_id",
        "person_id",
        "post_id",
        "digest",
        "body",
        "position",
    ];
    Query::select()
        .columns(columns.map(|column| ("ledger_entries", column)))
        .columns([("persons", "name_en"), ("persons", "name_ur")])
        .from("ledger_entries")
        .left_join(
            "persons",
            Expr::col(("persons", "id")).equals(("ledger_entries", "person_id")),
        )
        .to_owned()
}

impl From<Row> for LedgerRow {
    fn from(row: Row) -> Self {
        let person = match (row.person_id, row.name_en, row.name_ur) {
            (Some(id), Some(name_en), Some(name_ur)) => Some((PersonId(id), name_en, name_ur)),
            _ => None,
        };
        Self {
            id: EntryId(row.id),
            at: row.at,
            module: row.module,
            kind: row.kind,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            person,
            post: row.post_id.map(PostId),
            digest: row.digest,
            body: row.body,
            position: row.position.and_then(|position| position.try_into().ok()),
        }
    }
}
