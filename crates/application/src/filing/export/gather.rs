//! Everything about a file that the officer may read, at one moment.

use crate::drafting::{communication_text, file_communications};
use crate::filing::{
    FileDetail, MovementDetail, NoteDetail, PaperDetail, file_detail, file_timeline, list_movements, list_notes,
    list_papers,
};
use crate::ledger::{Placed, SignedCheckpoint, TimelineQuery, integrate, latest_checkpoint, place};
use crate::office::{Error, Office};
use daftar_domain::access::Officer;
use daftar_domain::drafting::Communication;
use daftar_domain::ledger::EventKind;
use daftar_domain::ledger::audit::texts_of;
use daftar_domain::office::{CommunicationId, FileId};
use daftar_persistence::ledger::LedgerRow;
use daftar_persistence::signing::SignatureRow;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Rows that are read at once.
const PAGE: u64 = 200;
/// Papers whose entries are looked for at once.
const AT_ONCE: usize = 200;
/// How often a file is read anew because somebody has worked on it meanwhile.
const TRIES: usize = 5;

/// What every act leaves behind is compared: nothing official happened while the file was read.
pub(super) const UNSETTLED: Error = Error::Code("export-unsettled");

/// A text of a draft whose digest the ledger has.
pub(super) struct Text {
    pub(super) communication: CommunicationId,
    pub(super) number: i32,
    pub(super) canonical: String,
}

/// A file, whole.
pub(super) struct Gathered {
    pub(super) detail: FileDetail,
    pub(super) notes: Vec<NoteDetail>,
    pub(super) papers: Vec<PaperDetail>,
    pub(super) movements: Vec<MovementDetail>,
    pub(super) communications: Vec<Communication>,
    pub(super) texts: Vec<Text>,
    pub(super) signatures: Vec<SignatureRow>,
    /// The acts on the file, the oldest first.
    pub(super) acts: Vec<LedgerRow>,
    /// Those, the uploads of its papers and the keys of its signers, with their proofs, by their places.
    pub(super) entries: Vec<Placed>,
    pub(super) checkpoint: SignedCheckpoint,
}

/// Reads a file. Nobody is kept from working on it: where somebody did, it is read again.
pub(super) async fn gather(office: &Office, officer: &Officer, file: FileId) -> Result<Gathered, Error> {
    for _ in 0..TRIES {
        let before = acts(office, officer, file).await?;
        let read = Read::of(office, officer, file, &before).await?;
        while integrate(office).await? > 0 {}
        let after = acts(office, officer, file).await?;
        let same = before.iter().map(|row| row.id).eq(after.iter().map(|row| row.id));
        if same {
            return read.prove(office, after).await;
        }
    }
    Err(UNSETTLED)
}

/// The acts on a file, the oldest first.
async fn acts(office: &Office, officer: &Officer, file: FileId) -> Result<Vec<LedgerRow>, Error> {
    let mut query = TimelineQuery {
        oldest_first: true,
        cursor: None,
        limit: PAGE,
    };
    let mut rows = Vec::new();
    loop {
        let page = file_timeline(office, officer, file, &query).await?;
        rows.extend(page.items.into_iter().map(|entry| entry.row));
        if page.next.is_none() {
            return Ok(rows);
        }
        query.cursor = page.next;
    }
}

/// What was read, before it is proved.
struct Read {
    detail: FileDetail,
    notes: Vec<NoteDetail>,
    papers: Vec<PaperDetail>,
    movements: Vec<MovementDetail>,
    communications: Vec<Communication>,
    texts: Vec<Text>,
    signatures: Vec<SignatureRow>,
}

impl Read {
    async fn of(office: &Office, officer: &Officer, file: FileId, acts: &[LedgerRow]) -> Result<Self, Error> {
        let (communications, _) = file_communications(office, officer, file).await?;
        Ok(Self {
            detail: file_detail(office, officer, file).await?,
            notes: notes(office, officer, file).await?,
            papers: list_papers(office, officer, file).await?,
            movements: list_movements(office, officer, file).await?,
            communications,
            texts: texts(office, officer, acts).await?,
            signatures: office.database().signing().on_file(file).await?,
        })
    }

    async fn prove(self, office: &Office, acts: Vec<LedgerRow>) -> Result<Gathered, Error> {
        let checkpoint = latest_checkpoint(office).await?;
        let checkpoint = checkpoint.ok_or(Error::Code("ledger-entry-pending"))?;
        let mut rows = acts.clone();
        rows.extend(self.uploads(office).await?);
        rows.extend(self.signers(office, &acts).await?);
        rows.sort_by_key(|row| row.position);
        rows.dedup_by_key(|row| row.id);
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            entries.push(place(office, row, checkpoint.row.size).await?);
        }
        Ok(Gathered {
            detail: self.detail,
            notes: self.notes,
            papers: self.papers,
            movements: self.movements,
            communications: self.communications,
            texts: self.texts,
            signatures: self.signatures,
            acts,
            entries,
            checkpoint,
        })
    }

    /// The entries of the papers that the officer sees.
    async fn uploads(&self, office: &Office) -> Result<Vec<LedgerRow>, Error> {
        let documents = self.papers.iter().flat_map(|paper| &paper.documents);
        let documents: BTreeSet<Uuid> = documents.map(|view| view.document.id).collect();
        let documents: Vec<Uuid> = documents.into_iter().collect();
        let ledger = office.database().ledger();
        let mut rows = Vec::new();
        for some in documents.chunks(AT_ONCE) {
            rows.extend(ledger.about(EventKind::DocumentUploaded, some).await?);
        }
        Ok(rows)
    }

    /// The entries by which the keys of the signatures are their officers'.
    async fn signers(&self, office: &Office, acts: &[LedgerRow]) -> Result<Vec<LedgerRow>, Error> {
        let keys: BTreeSet<(Uuid, Uuid)> = self.signatures.iter().map(|row| (row.person.0, row.key)).collect();
        let Some(last) = acts.last() else { return Ok(Vec::new()) };
        let mut rows = Vec::new();
        for (person, key) in keys {
            rows.extend(office.database().ledger().entry_of_key(person, key, last.id).await?);
        }
        Ok(rows)
    }
}

async fn notes(office: &Office, officer: &Officer, file: FileId) -> Result<Vec<NoteDetail>, Error> {
    let (mut notes, mut after) = (Vec::new(), 0);
    loop {
        let page = list_notes(office, officer, file, after, PAGE).await?;
        notes.extend(page.items);
        match (&page.next, notes.last()) {
            (Some(_), Some(last)) => after = last.row.note.ordinal,
            _ => return Ok(notes),
        }
    }
}

/// The texts of drafts of which the acts have the digests: those never change any more.
async fn texts(office: &Office, officer: &Officer, acts: &[LedgerRow]) -> Result<Vec<Text>, Error> {
    let named: BTreeSet<(Uuid, u32)> = acts.iter().flat_map(|row| texts_of(&row.body)).collect();
    let mut texts = Vec::with_capacity(named.len());
    for (communication, number) in named {
        let id = CommunicationId(communication);
        let number = i32::try_from(number).map_err(|error| Error::Internal(error.to_string()))?;
        let text = communication_text(office, officer, id, number).await?;
        texts.push(Text {
            communication: id,
            number,
            canonical: text.wording.canonical(id),
        });
    }
    Ok(texts)
}
