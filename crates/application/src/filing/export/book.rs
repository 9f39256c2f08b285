//! A file as its book says it, in the language of the exporter.

use super::gather::Gathered;
use crate::filing::{MovementDetail, NoteDetail};
use chrono::Duration;
use daftar_documents::book::{
    Book, BookDraft, BookEntry, BookMovement, BookNote, BookPage, BookPaper, BookParagraph, BookRun, Cover,
};
use daftar_domain::drafting::{Communication, Stage};
use daftar_domain::filing::{Custody, Docket, NoteContent, Reference, ReferenceTarget, Span};
use daftar_domain::office::{Language, Timestamp};
use daftar_persistence::organisation::PostRef;

/// Writes the book of a file, with the pages of its papers.
pub(super) fn write(
    gathered: &Gathered,
    language: Language,
    now: Timestamp,
    maker: &(String, String),
    left_out: usize,
    pages: Vec<Vec<BookPage>>,
) -> Book {
    let writer = Writer { language };
    let papers = gathered.papers.iter().zip(pages).map(|(paper, pages)| BookPaper {
        first: paper.row.page_first,
        last: paper.row.page_last,
        title: paper.row.title.clone(),
        direction: paper.row.direction.clone(),
        diary_number: paper.row.diary_number.clone(),
        docket: paper.row.docket_paragraph,
        at: clock(paper.row.added_at),
        pages,
    });
    Book {
        language,
        cover: writer.cover(gathered, now, maker, left_out),
        notes: gathered.notes.iter().map(|note| writer.note(note)).collect(),
        movements: gathered.movements.iter().map(|step| writer.movement(step)).collect(),
        drafts: gathered
            .communications
            .iter()
            .map(|draft| writer.draft(draft))
            .collect(),
        papers: papers.collect(),
        entries: gathered.acts.iter().filter_map(|row| writer.entry(row)).collect(),
    }
}

/// A moment as the office's clock shows it: Pakistan is five hours ahead, all the year.
fn clock(at: Timestamp) -> String {
    (at + Duration::hours(5)).format("%Y-%m-%dT%H:%M").to_string()
}

struct Writer {
    language: Language,
}

impl Writer {
    fn of<'t>(&self, en: &'t str, ur: &'t str) -> &'t str {
        match self.language {
            Language::Urdu if !ur.is_empty() => ur,
            _ => en,
        }
    }

    fn post(&self, post: &PostRef) -> String {
        self.of(&post.title_en, &post.title_ur).to_owned()
    }

    fn cover(&self, gathered: &Gathered, now: Timestamp, (name, post): &(String, String), left_out: usize) -> Cover {
        let detail = &gathered.detail;
        let file = &detail.file;
        let parked = matches!(file.custody, Custody::Parked { .. });
        let joined = self.of(", ", "، ");
        let checkpoint = &gathered.checkpoint.row;
        let origin = checkpoint.note.lines().next();
        Cover {
            number: file.number.clone(),
            subject: file.subject.clone(),
            classification: file.classification,
            unit: self.of(&detail.unit.name_en, &detail.unit.name_ur).to_owned(),
            head: format!(
                "{} {}",
                detail.head.code,
                self.of(&detail.head.title_en, &detail.head.title_ur)
            ),
            state: if parked {
                "parked".to_owned()
            } else {
                file.custody.state().to_string()
            },
            holder: detail.holder.as_ref().map(|post| self.post(post)),
            opened_at: clock(file.opened_at),
            made_by: format!("{name}{joined}{post}"),
            made_at: clock(now),
            origin: origin.unwrap_or_default().to_owned(),
            size: checkpoint.size,
            root: checkpoint.root.clone(),
            left_out,
        }
    }

    fn note(&self, note: &NoteDetail) -> BookNote {
        let row = &note.row;
        let (paragraphs, docket) = match &row.note.content {
            NoteContent::Text(body) | NoteContent::Order(body) => {
                let paragraphs = (row.note.paragraph_first..).zip(&body.paragraphs);
                let written = paragraphs.map(|(number, paragraph)| BookParagraph {
                    number,
                    runs: paragraph.spans.iter().map(run).collect(),
                });
                (written.collect(), None)
            }
            NoteContent::Agreement => (vec![bare(row.note.paragraph_first)], None),
            NoteContent::Docket(docket) => (vec![bare(row.note.paragraph_first)], Some(self.docket(docket))),
        };
        let signature = note.signature.as_ref();
        BookNote {
            kind: row.note.content.kind().to_string(),
            paragraphs,
            docket,
            name: self.of(&row.author_name_en, &row.author_name_ur).to_owned(),
            post: self.post(&note.post),
            at: clock(row.note.at),
            method: signature.map(|signature| signature.method.to_string()),
            state: signature.map(|signature| signature.state.to_string()),
        }
    }

    fn docket(&self, docket: &Docket) -> String {
        let pages = match (docket.page_first, docket.page_last) {
            (Some(first), Some(last)) if first != last => Some(format!("{first}–{last}/C")),
            (Some(first), _) => Some(format!("{first}/C")),
            _ => None,
        };
        let parts = [
            docket.diary_number.clone(),
            Some(docket.subject.clone()),
            pages,
            docket.remark.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(self.of("; ", "؛ "))
    }

    fn movement(&self, step: &MovementDetail) -> BookMovement {
        let row = &step.row;
        let by = row.by.as_ref().map(|(_, en, ur)| self.of(en, ur).to_owned());
        let post = |post: &Option<PostRef>| post.as_ref().map(|post| self.post(post)).unwrap_or_default();
        BookMovement {
            ordinal: row.ordinal,
            kind: row.kind.clone(),
            from: post(&step.from),
            to: post(&step.to),
            by: by.unwrap_or_default(),
            action: row.action.clone().or_else(|| row.reason.clone()),
            remark: row.remark.clone(),
            at: clock(row.at),
        }
    }

    fn draft(&self, draft: &Communication) -> BookDraft {
        let subject = &draft.wording.content.subject;
        let (en, ur) = (subject.en.as_str(), subject.ur.as_str());
        let subject = if en.is_empty() { ur } else { self.of(en, ur) };
        BookDraft {
            form: draft.wording.content.form.to_string(),
            state: draft.stage.state().to_string(),
            subject: subject.to_owned(),
            number: match &draft.stage {
                Stage::Issued(issued) => Some(issued.number.clone()),
                _ => None,
            },
        }
    }

    fn entry(&self, row: &daftar_persistence::ledger::LedgerRow) -> Option<BookEntry> {
        let by = row.person.as_ref().map(|(_, en, ur)| self.of(en, ur).to_owned());
        Some(BookEntry {
            position: row.position?,
            kind: row.kind.clone(),
            by: by.unwrap_or_default(),
            at: clock(row.at),
            digest: row.digest.clone(),
        })
    }
}

fn bare(number: i32) -> BookParagraph {
    BookParagraph {
        number,
        runs: Vec::new(),
    }
}

fn run(span: &Span) -> BookRun {
    BookRun {
        text: span.text.clone(),
        bold: span.bold,
        italic: span.italic,
        underline: span.underline,
        reference: span
            .reference
            .as_ref()
            .and_then(|reference| pointed(reference, &span.text)),
    }
}

/// The flag of a reference and what it points to, as far as its words do not say it.
fn pointed(reference: &Reference, words: &str) -> Option<String> {
    let target = match &reference.target {
        ReferenceTarget::Page { page } => Some(format!("{page}/C")),
        ReferenceTarget::Paragraph { paragraph } => Some(format!("{paragraph}/N")),
        ReferenceTarget::Rule { text } => Some(text.clone()),
        ReferenceTarget::File { .. } => None,
    };
    let target = target.filter(|target| !words.contains(target.as_str()));
    let flag = reference.flag.clone().filter(|flag| !words.contains(flag.as_str()));
    let parts: Vec<String> = [flag, target].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(": "))
}
