//! The heads under which a section indexes its files.

use super::FilingRefusal;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{HeadId, Timestamp, UnitId, Version, clean_line};
use serde_json::json;

/// A head, or a sub-head under one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: HeadId,
    /// The section.
    pub unit: UnitId,
    /// The head above, for a sub-head.
    pub parent: Option<HeadId>,
    /// What stands in the file number.
    pub code: String,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Urdu.
    pub title_ur: String,
    /// When it was closed for new files.
    pub closed_at: Option<Timestamp>,
    /// How often it changed.
    pub version: Version,
}

/// What a new head takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenHead {
    /// The new head's id.
    pub id: HeadId,
    /// The section.
    pub unit: UnitId,
    /// What stands in the file number.
    pub code: String,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Urdu.
    pub title_ur: String,
}

/// Better titles; `None` leaves one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadTitles {
    /// In English.
    pub en: Option<String>,
    /// In Urdu.
    pub ur: Option<String>,
}

impl Head {
    /// Opens a head, or a sub-head under `parent`.
    pub fn open(command: &OpenHead, parent: Option<&Self>) -> Result<(Self, Event), FilingRefusal> {
        let fits = |above: &&Self| above.unit == command.unit && above.parent.is_none() && above.closed_at.is_none();
        if parent.is_some_and(|above| !fits(&above)) {
            return Err(FilingRefusal::HeadParentWrong);
        }
        let code = command.code.trim();
        let printable = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
        if code.is_empty() || code.chars().count() > 12 || !code.chars().all(printable) {
            return Err(FilingRefusal::HeadCodeWrong);
        }
        let head = Self {
            id: command.id,
            unit: command.unit,
            parent: parent.map(|above| above.id),
            code: code.to_owned(),
            title_en: title(&command.title_en, FilingRefusal::HeadTitleEnWrong)?,
            title_ur: title(&command.title_ur, FilingRefusal::HeadTitleUrWrong)?,
            closed_at: None,
            version: Version::FIRST,
        };
        let event = head.event(EventKind::HeadOpened);
        Ok((head, event))
    }

    /// Gives the head better titles. Its code stays: it stands in file numbers.
    pub fn retitle(mut self, titles: HeadTitles) -> Result<(Self, Event), FilingRefusal> {
        if let Some(en) = titles.en {
            self.title_en = title(&en, FilingRefusal::HeadTitleEnWrong)?;
        }
        if let Some(ur) = titles.ur {
            self.title_ur = title(&ur, FilingRefusal::HeadTitleUrWrong)?;
        }
        self.version = self.version.next();
        let event = self.event(EventKind::HeadRetitled);
        Ok((self, event))
    }

    /// Closes the head for new files. `open_sub_heads` counts what still hangs under it.
    pub fn close(mut self, open_sub_heads: u64, now: Timestamp) -> Result<(Self, Event), FilingRefusal> {
        if self.closed_at.is_some() {
            return Err(FilingRefusal::HeadClosed);
        }
        if open_sub_heads > 0 {
            return Err(FilingRefusal::HeadNotEmpty);
        }
        self.closed_at = Some(now);
        self.version = self.version.next();
        let event = self.event(EventKind::HeadClosed);
        Ok((self, event))
    }

    fn event(&self, kind: EventKind) -> Event {
        let content = json!({ "unit": self.unit, "parent": self.parent, "code": self.code });
        let titles = json!({ "title_en": self.title_en, "title_ur": self.title_ur });
        Event::new(Module::Filing, kind, SubjectKind::Head, self.id.0, content).saying(titles)
    }
}

fn title(text: &str, refusal: FilingRefusal) -> Result<String, FilingRefusal> {
    clean_line(text, 300).map_err(|_| refusal)
}
