//! Files as readers get them.

use crate::office::examples;
use crate::office::words;
use crate::organisation::{PersonRef, PostRef, UnitRef};
use chrono::{DateTime, NaiveDate, Utc};
use daftar_application::Page;
use daftar_application::filing::{FileDetail, FileName, ListedFile};
use daftar_domain::desk::{Ageing, ageing, office_day};
use daftar_domain::filing::{Custody, FileAbility, FileState, ForwardAction, Head};
use daftar_domain::office::{Classification, Priority, Warning};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A file as one line of a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::FILE, "number": "F.8-2/2026-BUD", "subject": "Release of funds for the second quarter",
    "classification": "restricted", "priority": "priority", "state": "open", "unit": examples::section(),
    "holder": examples::section_officer(), "holder_since": "2026-03-02T05:12:44Z",
    "due_at": "2026-03-16T18:59:59Z", "ageing": "green", "parked_until": null,
    "opened_at": "2026-03-02T05:12:44Z", "last_action": null,
}))]
pub(crate) struct FileLine {
    id: Uuid,
    #[schema(example = "F.8-2/2026-BUD")]
    number: String,
    subject: String,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    #[schema(value_type = words::Priority)]
    priority: Priority,
    #[schema(value_type = words::FileState)]
    state: FileState,
    unit: UnitRef,
    /// Who has it; null once it is closed or merged.
    #[schema(required = true)]
    holder: Option<PostRef>,
    /// Since when; the moment of closing once it is closed.
    holder_since: DateTime<Utc>,
    /// When it should have moved on.
    #[schema(required = true)]
    due_at: Option<DateTime<Utc>>,
    #[schema(value_type = words::Ageing)]
    ageing: Ageing,
    /// The day until which it is laid aside.
    #[schema(required = true)]
    parked_until: Option<NaiveDate>,
    opened_at: DateTime<Utc>,
    /// What its holder was asked for.
    #[schema(required = true, value_type = Option<words::ForwardAction>)]
    last_action: Option<ForwardAction>,
}

/// One page of a list of files.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileLinePage {
    items: Vec<FileLine>,
    /// Where the next page starts; null on the last.
    #[schema(required = true)]
    next_cursor: Option<String>,
}

/// A file with everything that its cover shows.
#[derive(Debug, Serialize, ToSchema)]
#[allow(clippy::struct_field_names, reason = "`main_file` is what an office calls it")]
#[schema(example = json!({
    "id": examples::FILE, "number": "F.8-2/2026-BUD", "subject": "Release of funds for the second quarter",
    "classification": "restricted", "priority": "priority", "state": "open", "unit": examples::section(),
    "holder": examples::section_officer(), "holder_since": "2026-03-02T05:12:44Z",
    "due_at": "2026-03-16T18:59:59Z", "ageing": "green", "parked_until": null,
    "opened_at": "2026-03-02T05:12:44Z", "last_action": null,
    "head": {"id": examples::HEAD, "code": "8", "title_en": "Releases", "title_ur": "اجرائے رقوم"},
    "volume": 1, "main_file": null, "parts": [], "volumes": [],
    "links": [{"id": examples::OTHER_FILE, "number": "F.8-1/2026-BUD", "subject": "پہلی سہ ماہی کے فنڈز کا اجراء"}],
    "last_paragraph": 4, "last_page": 3, "opened_by_holder_at": "2026-03-02T05:12:44Z", "last_sender": null,
    "concerns": null, "version": 4, "can": ["write", "add_paper", "docket", "edit", "link", "forward", "park", "close"],
    "warnings": [],
}))]
pub(crate) struct File {
    id: Uuid,
    #[schema(example = "F.8-2/2026-BUD")]
    number: String,
    subject: String,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    #[schema(value_type = words::Priority)]
    priority: Priority,
    #[schema(value_type = words::FileState)]
    state: FileState,
    unit: UnitRef,
    /// Who has it; null once it is closed or merged.
    #[schema(required = true)]
    holder: Option<PostRef>,
    /// Since when; the moment of closing once it is closed.
    holder_since: DateTime<Utc>,
    /// When it should have moved on.
    #[schema(required = true)]
    due_at: Option<DateTime<Utc>>,
    #[schema(value_type = words::Ageing)]
    ageing: Ageing,
    /// The day until which it is laid aside.
    #[schema(required = true)]
    parked_until: Option<NaiveDate>,
    opened_at: DateTime<Utc>,
    /// What its holder was asked for.
    #[schema(required = true, value_type = Option<words::ForwardAction>)]
    last_action: Option<ForwardAction>,
    /// The head or sub-head under which it is indexed.
    head: HeadRef,
    /// Which volume it is, from 1.
    volume: i32,
    /// The main file, for a part.
    #[schema(required = true)]
    main_file: Option<FileNumberRef>,
    parts: Vec<FilePart>,
    /// All volumes, itself included; empty where there is one.
    volumes: Vec<FileVolume>,
    /// Linked files that the reader may see.
    links: Vec<FileRef>,
    /// The last paragraph of the note portion; 0 before the first.
    last_paragraph: i32,
    /// The last page of the correspondence portion; 0 before the first.
    last_page: i32,
    /// When the holder first looked at it; until then its sender can pull it back.
    #[schema(required = true)]
    opened_by_holder_at: Option<DateTime<Utc>>,
    /// Who sent it there.
    #[schema(required = true)]
    last_sender: Option<PostRef>,
    /// The person whose own service it is about; no file is marked to him.
    #[schema(required = true)]
    concerns: Option<PersonRef>,
    version: i64,
    /// What the acting officer can do with it now.
    #[schema(value_type = Vec<words::FilePermission>)]
    can: Vec<FileAbility>,
    /// What he should know: `many_noting_officers`, `volume_full`.
    #[schema(value_type = Vec<words::FileWarning>)]
    warnings: Vec<Warning>,
}

/// A head as a file mentions it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HeadRef {
    id: Uuid,
    code: String,
    title_en: String,
    title_ur: String,
}

/// A file by its number.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileNumberRef {
    id: Uuid,
    number: String,
}

/// A file by number and subject.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileRef {
    id: Uuid,
    number: String,
    subject: String,
}

/// A part of a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FilePart {
    id: Uuid,
    number: String,
    #[schema(value_type = words::FileState)]
    state: FileState,
}

/// A volume of a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileVolume {
    id: Uuid,
    number: String,
    volume: i32,
}

impl From<ListedFile> for FileLine {
    fn from(file: ListedFile) -> Self {
        let line = file.line;
        Self {
            id: line.id.0,
            number: line.number,
            subject: line.subject,
            classification: line.classification,
            priority: line.priority,
            state: line.state,
            unit: line.unit.into(),
            holder: file.holder.map(Into::into),
            holder_since: line.since,
            due_at: line.due_at,
            ageing: file.ageing,
            parked_until: line.parked_until.map(office_day),
            opened_at: line.opened_at,
            last_action: line.last_action,
        }
    }
}

impl From<Page<ListedFile>> for FileLinePage {
    fn from(page: Page<ListedFile>) -> Self {
        Self {
            items: page.items.into_iter().map(Into::into).collect(),
            next_cursor: page.next.map(|cursor| cursor.0),
        }
    }
}

impl FileLinePage {
    /// A list that has one page.
    pub(crate) fn whole(files: Vec<ListedFile>) -> Self {
        Self {
            items: files.into_iter().map(Into::into).collect(),
            next_cursor: None,
        }
    }
}

impl File {
    /// The cover at a moment.
    pub(crate) fn at(detail: FileDetail, now: DateTime<Utc>) -> Self {
        let file = detail.file;
        let holding = file.custody.holding().copied();
        let parked_until = match &file.custody {
            Custody::Parked { until, .. } => Some(*until),
            _ => None,
        };
        let running = holding.filter(|_| parked_until.is_none());
        let colour = running.map(|holding| ageing(holding.since, holding.due_at, now));
        Self {
            id: file.id.0,
            state: file.custody.state(),
            holder_since: file.custody.since(),
            number: file.number,
            subject: file.subject,
            classification: file.classification,
            priority: file.priority,
            unit: detail.unit.into(),
            holder: detail.holder.map(Into::into),
            due_at: holding.map(|holding| holding.due_at),
            ageing: colour.unwrap_or(Ageing::Green),
            parked_until: parked_until.map(office_day),
            opened_at: file.opened_at,
            last_action: holding.and_then(|holding| holding.action),
            head: detail.head.into(),
            volume: file.volume,
            main_file: detail.main_file.map(Into::into),
            parts: detail.parts.into_iter().map(Into::into).collect(),
            volumes: detail.volumes.into_iter().map(Into::into).collect(),
            links: detail.links.into_iter().map(Into::into).collect(),
            last_paragraph: file.last_paragraph,
            last_page: file.last_page,
            opened_by_holder_at: holding.and_then(|holding| holding.opened_at),
            last_sender: detail.last_sender.map(Into::into),
            concerns: detail.concerns.map(Into::into),
            version: file.version.0,
            can: detail.can,
            warnings: detail.warnings,
        }
    }
}

impl From<Head> for HeadRef {
    fn from(head: Head) -> Self {
        Self {
            id: head.id.0,
            code: head.code,
            title_en: head.title_en,
            title_ur: head.title_ur,
        }
    }
}

impl From<FileName> for FileNumberRef {
    fn from(file: FileName) -> Self {
        Self {
            id: file.id.0,
            number: file.number,
        }
    }
}

impl From<FileName> for FileRef {
    fn from(file: FileName) -> Self {
        Self {
            id: file.id.0,
            number: file.number,
            subject: file.subject,
        }
    }
}

impl From<FileName> for FilePart {
    fn from(file: FileName) -> Self {
        Self {
            id: file.id.0,
            number: file.number,
            state: file.state,
        }
    }
}

impl From<FileName> for FileVolume {
    fn from(file: FileName) -> Self {
        Self {
            id: file.id.0,
            number: file.number,
            volume: file.volume,
        }
    }
}
