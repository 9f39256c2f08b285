//! What is on its way: for the registries that send it out, and for those who may read the file.

use super::registry::seen;
use crate::correspondence::{Content as Bytes, DocumentRow, open_document};
use crate::drafting::readable_communication;
use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer, Role, Standing};
use daftar_domain::dispatch::{DispatchAbility, NoMail, why_no_mail};
use daftar_domain::office::{Classification, CommunicationId, DispatchId, DocumentId};
use daftar_persistence::dispatch::{DispatchFilter, DispatchLine};
use daftar_persistence::{Cursor, Page};

/// What a list of dispatches is narrowed to.
pub type DispatchQuery = DispatchFilter;

/// A dispatch, as somebody may see it.
#[derive(Debug, Clone)]
pub struct DispatchView {
    /// The dispatch.
    pub line: DispatchLine,
    /// Its subject, where he may know it.
    pub subject: Option<String>,
    /// The letter and what goes along, where he may read them; told of one dispatch only.
    pub documents: Vec<DispatchDocument>,
    /// What he may do with it now.
    pub can: Vec<DispatchAbility>,
    /// The number in the diary of the addressee's registry.
    pub diary_number: Option<String>,
    /// Why it does not go by e-mail to an addressee who has an address for that.
    pub no_mail: Option<NoMail>,
}

/// Something to be put into the envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchDocument {
    /// Its place: 1 is the letter.
    pub number: usize,
    /// What it is called.
    pub title: String,
    id: DocumentId,
}

/// A page of the dispatch list, the latest issued first: what the units have issued that the officer's registry serves;
/// for an administrator what could not be delivered.
///
/// # Errors
/// The officer's post is neither; [`Error::Cursor`].
pub async fn dispatches(
    office: &Office,
    officer: &Officer,
    query: &DispatchQuery,
    cursor: Option<Cursor>,
    limit: u64,
) -> Result<Page<DispatchView>, Error> {
    let permitted = permit(officer, Action::ReadDispatch, Standing::GENERAL, None);
    office.logged(officer, permitted).await?;
    let after = cursor.map(|cursor| cursor.unpack()).transpose()?;
    let mut filter = query.clone();
    if officer.roles.has(Role::Registry) {
        let registries = office.database().dispatches().registries().await?;
        filter.units = Some(registries.served_by(officer.unit));
    } else {
        filter.failed_only = true;
    }
    let page = office
        .database()
        .dispatches()
        .list(officer, &filter, after, limit)
        .await?;
    let numbers = diary_numbers(office, &page.items).await?;
    Ok(page.map(|line| view(line, officer, &numbers)))
}

type Numbers = std::collections::HashMap<daftar_domain::office::ReceiptId, String>;

async fn diary_numbers(office: &Office, lines: &[DispatchLine]) -> Result<Numbers, Error> {
    let receipts = lines.iter().filter_map(|line| line.dispatch.progress.receipt());
    Ok(office.database().dispatches().diary_numbers(receipts).await?)
}

/// A line for a registry that serves its unit, or an administrator.
fn view(line: DispatchLine, officer: &Officer, numbers: &Numbers) -> DispatchView {
    let registry = officer.roles.has(Role::Registry);
    let standing = Standing {
        own_unit: registry,
        ..Standing::GENERAL
    };
    let open = registry && is_open(&line);
    DispatchView {
        subject: open.then(|| line.subject.clone()),
        documents: Vec::new(),
        can: line.dispatch.abilities(officer, standing),
        diary_number: number_of(&line, numbers),
        no_mail: no_mail(&line),
        line,
    }
}

fn no_mail(line: &DispatchLine) -> Option<NoMail> {
    why_no_mail(&line.dispatch, line.email.as_deref(), line.classification)
}

fn number_of(line: &DispatchLine, numbers: &Numbers) -> Option<String> {
    let receipt = line.dispatch.progress.receipt();
    receipt.and_then(|receipt| numbers.get(&receipt).cloned())
}

/// Whether a registry may open it.
fn is_open(line: &DispatchLine) -> bool {
    line.classification < Classification::Confidential
}

/// One dispatch, with what belongs into its envelope.
///
/// # Errors
/// [`Error::NotFound`] where the officer may see no such dispatch.
pub async fn dispatch(office: &Office, officer: &Officer, id: DispatchId) -> Result<DispatchView, Error> {
    let line = read(office, officer, id).await?;
    let numbers = diary_numbers(office, std::slice::from_ref(&line)).await?;
    let documents = envelope(office, officer, &line).await?;
    Ok(DispatchView {
        documents,
        ..view(line, officer, &numbers)
    })
}

async fn read(office: &Office, officer: &Officer, id: DispatchId) -> Result<DispatchLine, Error> {
    let found = office.database().dispatches().line(id, officer).await?;
    let registries = office.database().dispatches().registries().await?;
    let of = found.as_ref().map(|line| &line.dispatch);
    let standing = seen(officer, of, &registries);
    let permitted = permit(officer, Action::ReadDispatch, standing, Some(id.0));
    office.logged(officer, permitted).await?;
    found.ok_or(Error::NotFound)
}

/// The letter and its enclosures; nothing for those who may not open it.
async fn envelope(office: &Office, officer: &Officer, line: &DispatchLine) -> Result<Vec<DispatchDocument>, Error> {
    if !officer.roles.has(Role::Registry) || !is_open(line) {
        return Ok(Vec::new());
    }
    let dispatches = office.database().dispatches();
    let letter = dispatches.letter(line.dispatch.issue).await?;
    let letter = letter.ok_or_else(|| Error::Internal("a dispatch without its issue".to_owned()))?;
    let text = office
        .database()
        .drafting()
        .text(letter.communication, letter.text)
        .await?;
    let enclosed = text.map(|wording| wording.content.enclosures).unwrap_or_default();
    let first = (line.subject.clone(), line.document);
    let rest = enclosed
        .into_iter()
        .map(|enclosure| (enclosure.title, enclosure.document));
    let all = std::iter::once(first).chain(rest).zip(1..);
    Ok(all
        .map(|((title, id), number)| DispatchDocument { number, title, id })
        .collect())
}

/// The content of the letter or of an enclosure, for whoever is to put it into an envelope.
///
/// # Errors
/// [`Error::NotFound`] where the officer may see no such dispatch, or may not open it, or it has no such document.
pub async fn dispatch_document(
    office: &Office,
    officer: &Officer,
    id: DispatchId,
    number: usize,
) -> Result<Bytes, Error> {
    let line = read(office, officer, id).await?;
    let envelope = envelope(office, officer, &line).await?;
    let document = envelope.into_iter().find(|document| document.number == number);
    let document = document.ok_or(Error::NotFound)?;
    let row: Option<DocumentRow> = office.database().documents().kept(document.id).await?;
    open_document(office, row.ok_or(Error::NotFound)?).await
}

/// The dispatches of a communication, for whoever may read its file.
///
/// # Errors
/// [`Error::NotFound`] where the officer may see no such communication.
pub async fn communication_dispatches(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
) -> Result<Vec<DispatchView>, Error> {
    readable_communication(office, officer, id).await?;
    let lines = office.database().dispatches().of_communication(id).await?;
    let numbers = diary_numbers(office, &lines).await?;
    let view = |line: DispatchLine| DispatchView {
        subject: Some(line.subject.clone()),
        documents: Vec::new(),
        can: Vec::new(),
        diary_number: number_of(&line, &numbers),
        no_mail: no_mail(&line),
        line,
    };
    Ok(lines.into_iter().map(view).collect())
}
