//! Reading a file: its cover, notes, papers, history, and whom it usually goes to.

use super::signatures::{SignatureView, look_at};
use crate::correspondence::{DocumentView, document_views};
use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{ChannelReason, File, FileAbility, FilingRefusal, Head, Note, held_seconds, usual_channel};
use daftar_domain::office::{DocumentId, FileId, NoteId, PostId, Warning};
use daftar_persistence::Page;
use daftar_persistence::filing::{FileName, Found, MovementRow, NoteRow, PaperRow};
use daftar_persistence::organisation::{PersonRef, PostRef, UnitRef};
use std::collections::HashMap;

/// A file with everything that its cover shows.
#[derive(Debug, Clone)]
pub struct FileDetail {
    /// The file as it is now: brought forward, if its date has come.
    pub file: File,
    /// The owning section.
    pub unit: UnitRef,
    /// The head or sub-head.
    pub head: Head,
    /// Who has it.
    pub holder: Option<PostRef>,
    /// Who sent it there.
    pub last_sender: Option<PostRef>,
    /// The person whose own service it is about.
    pub concerns: Option<PersonRef>,
    /// The main file, for a part.
    pub main_file: Option<FileName>,
    /// Its parts.
    pub parts: Vec<FileName>,
    /// All volumes, where there are several.
    pub volumes: Vec<FileName>,
    /// Linked files.
    pub links: Vec<FileName>,
    /// What the officer can do with it.
    pub can: Vec<FileAbility>,
    /// What he should know.
    pub warnings: Vec<Warning>,
}

/// An entry of the note portion with its author's post.
#[derive(Debug, Clone)]
pub struct NoteDetail {
    /// The entry.
    pub row: NoteRow,
    /// The author's post as it is called now.
    pub post: PostRef,
    /// The signature under it; none under a docket.
    pub signature: Option<SignatureView>,
}

/// A paper with the post that added it.
#[derive(Debug, Clone)]
pub struct PaperDetail {
    /// The paper.
    pub row: PaperRow,
    /// Its documents.
    pub documents: Vec<DocumentView>,
    /// Who added it.
    pub added_by: PostRef,
}

/// A step of the history with names, and how long its receiver held the file.
#[derive(Debug, Clone)]
pub struct MovementDetail {
    /// The step.
    pub row: MovementRow,
    /// The post that had the file before.
    pub from: Option<PostRef>,
    /// The post that has it after.
    pub to: Option<PostRef>,
    /// How long `to` held it.
    pub held_seconds: Option<i64>,
}

/// A post that the file may go to next.
#[derive(Debug, Clone)]
pub struct ChannelPost {
    /// The post.
    pub post: PostRef,
    /// Why it is offered.
    pub why: ChannelReason,
}

/// Finds a file that the officer may read. Reading what is confidential leaves a line in the access log.
pub(crate) async fn readable(office: &Office, officer: &Officer, id: FileId, what: &str) -> Result<Found, Error> {
    let found = office
        .database()
        .filing()
        .file(id, officer)
        .await?
        .ok_or(Error::NotFound)?;
    permit(
        officer,
        Action::ReadFile,
        found.file.standing(officer, found.granted),
        Some(id.0),
    )?;
    office.log_read(officer, what, id.0, found.file.classification).await?;
    Ok(found)
}

/// What was sent to an officer he reads when he has opened it: "pulled back unread" must be the truth.
pub(crate) fn must_be_opened(file: &File, officer: &Officer) -> Result<(), Error> {
    if file.custody.waits_unopened_with(officer.post) {
        return Err(Error::refused(FilingRefusal::NotOpened));
    }
    Ok(())
}

/// The cover of a file.
pub async fn file_detail(office: &Office, officer: &Officer, id: FileId) -> Result<FileDetail, Error> {
    let Found { file, granted } = readable(office, officer, id, "ReadFile").await?;
    let now = office.now();
    let filing = office.database().filing();
    let can = file.abilities(officer, granted, now);
    let file = file.at(now);
    let holding = file.custody.holding().copied();
    let asked = holding
        .iter()
        .flat_map(|holding| [Some(holding.post), holding.sender])
        .flatten();
    let mut posts = office.database().organisation().post_refs(asked).await?;
    let sender = holding.and_then(|holding| holding.sender);
    let main_file = match file.main_file {
        Some(main) => filing.visible_among(&[main], officer).await?.pop(),
        None => None,
    };
    let volumes = filing.volumes(&file, officer).await?;
    let mut units = office.database().organisation().unit_refs([file.unit]).await?;
    Ok(FileDetail {
        unit: units.remove(&file.unit).ok_or_else(|| missing("unit"))?,
        head: filing.head(file.head).await?.ok_or_else(|| missing("head"))?,
        last_sender: sender.and_then(|sender| posts.get(&sender).cloned()),
        holder: holding.and_then(|holding| posts.remove(&holding.post)),
        concerns: match file.concerns {
            Some(person) => filing.person(person).await?,
            None => None,
        },
        main_file,
        parts: if file.parts > 0 {
            filing.parts(id, officer).await?
        } else {
            Vec::new()
        },
        volumes: if volumes.len() > 1 { volumes } else { Vec::new() },
        links: filing.links(id, officer).await?,
        can,
        warnings: file.warnings(),
        file,
    })
}

/// A page of the note portion, in its order.
pub async fn list_notes(
    office: &Office,
    officer: &Officer,
    id: FileId,
    after: i32,
    limit: u64,
) -> Result<Page<NoteDetail>, Error> {
    let found = readable(office, officer, id, "ReadNotes").await?;
    must_be_opened(&found.file, officer)?;
    let rows = office.database().filing().notes(id, after, limit).await?;
    let page = Page::cut(rows, limit, |row| row.note.ordinal);
    let posts = names(office, page.items.iter().map(|row| row.note.author.post)).await?;
    let notes: Vec<NoteId> = page.items.iter().map(|row| row.note.id).collect();
    let signatures = office.database().signing().under_notes(&notes).await?;
    let items = page.items.into_iter().map(|row| {
        let post = posts
            .get(&row.note.author.post)
            .cloned()
            .ok_or_else(|| missing("post"))?;
        let signature = signatures
            .get(&row.note.id)
            .map(|signature| look_at(office, &row.note, signature));
        Ok(NoteDetail { row, post, signature })
    });
    Ok(Page {
        items: items.collect::<Result<_, Error>>()?,
        next: page.next,
    })
}

/// An entry of the note portion, for whoever may read its file.
pub(crate) async fn readable_note(office: &Office, officer: &Officer, id: NoteId) -> Result<Note, Error> {
    let note = office.database().filing().note(id).await?.ok_or(Error::NotFound)?;
    let found = readable(office, officer, note.file, "ReadNotes").await?;
    must_be_opened(&found.file, officer)?;
    Ok(note)
}

/// The correspondence portion, in its order.
pub async fn list_papers(office: &Office, officer: &Officer, id: FileId) -> Result<Vec<PaperDetail>, Error> {
    let found = readable(office, officer, id, "ReadPapers").await?;
    must_be_opened(&found.file, officer)?;
    let rows = office.database().filing().papers(id).await?;
    let posts = names(office, rows.iter().map(|row| row.added_by)).await?;
    let mut documents = documents(office, officer, &rows).await?;
    rows.into_iter()
        .map(|row| {
            let added_by = posts.get(&row.added_by).cloned().ok_or_else(|| missing("post"))?;
            let documents = row.documents.iter().filter_map(|id| documents.remove(id)).collect();
            Ok(PaperDetail {
                row,
                documents,
                added_by,
            })
        })
        .collect()
}

/// The documents of papers: two round trips, however many there are.
async fn documents(
    office: &Office,
    officer: &Officer,
    papers: &[PaperRow],
) -> Result<HashMap<DocumentId, DocumentView>, Error> {
    let ids = papers.iter().flat_map(|paper| paper.documents.iter().copied());
    let rows = office.database().documents().by_ids(ids, officer).await?;
    let views = document_views(office, officer, rows.into_values().collect(), None).await?;
    Ok(views.into_iter().map(|view| (view.document.id.into(), view)).collect())
}

/// The history, in its order.
pub async fn list_movements(office: &Office, officer: &Officer, id: FileId) -> Result<Vec<MovementDetail>, Error> {
    readable(office, officer, id, "ReadMovements").await?;
    let rows = office.database().filing().movements(id).await?;
    let posts = names(office, rows.iter().flat_map(|row| [row.from, row.to]).flatten()).await?;
    let steps: Vec<_> = rows.iter().map(|row| (row.to, row.at)).collect();
    let named = |post: Option<PostId>| post.and_then(|post| posts.get(&post).cloned());
    Ok(rows
        .into_iter()
        .zip(held_seconds(&steps))
        .map(|(row, held_seconds)| MovementDetail {
            from: named(row.from),
            to: named(row.to),
            row,
            held_seconds,
        })
        .collect())
}

/// The posts that the file usually goes to next, the likeliest first.
pub async fn channel(office: &Office, officer: &Officer, id: FileId) -> Result<Vec<ChannelPost>, Error> {
    let Found { file, .. } = readable(office, officer, id, "ReadFile").await?;
    let filing = office.database().filing();
    let above = filing.superiors(officer.post).await?;
    let near = filing.near(officer.post, officer.unit).await?;
    let last_sender = file.custody.holding().and_then(|holding| holding.sender);
    let lines: Vec<_> = above
        .iter()
        .chain(near.iter().map(|(post, _)| post))
        .map(|post| post.line)
        .collect();
    let section: Vec<PostId> = near
        .iter()
        .filter(|(_, unit)| *unit == officer.unit)
        .map(|(post, _)| post.line.post)
        .collect();
    let offered = usual_channel(officer.post, &lines, last_sender, &section);
    let idle: Vec<PostId> = above
        .iter()
        .chain(near.iter().map(|(post, _)| post))
        .filter(|post| !post.handles_files)
        .map(|post| post.line.post)
        .collect();
    let mut posts = names(office, offered.iter().map(|(post, _)| *post)).await?;
    Ok(offered
        .into_iter()
        .filter(|(post, _)| !idle.contains(post))
        .filter_map(|(post, why)| posts.remove(&post).map(|post| ChannelPost { post, why }))
        // Rule 6: the person whom the case is about is never offered.
        .filter(|offer| file.concerns.is_none() || offer.post.holder.as_ref().map(|holder| holder.id) != file.concerns)
        .collect())
}

pub(super) async fn names(
    office: &Office,
    posts: impl Iterator<Item = PostId>,
) -> Result<HashMap<PostId, PostRef>, Error> {
    Ok(office.database().organisation().post_refs(posts).await?)
}

pub(super) fn missing(what: &str) -> Error {
    Error::Internal(format!("a row names a {what} that is not there"))
}
