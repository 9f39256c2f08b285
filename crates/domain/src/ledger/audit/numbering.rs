//! Rule 2 from outside: ordinals, paragraphs and serials run from 1 without a gap, and none stands twice.

use super::Finding;
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// A note as an entry speaks of it.
#[derive(Deserialize)]
pub(super) struct NoteFacts {
    pub(super) id: Uuid,
    pub(super) ordinal: u32,
    pub(super) paragraphs: (u32, u32),
    pub(super) digest: String,
}

#[derive(Deserialize)]
struct Numbered {
    series: String,
    serial: u32,
}

/// Ordinal and paragraphs of a note, and the entry that says so.
type Place = (u32, (u32, u32), u64);

/// The numbers seen so far.
#[derive(Default)]
pub(super) struct Numbering {
    /// By file.
    files: HashMap<Uuid, Vec<Place>>,
    /// By series: serial, and the entry that says so.
    series: HashMap<String, Vec<(u32, u64)>>,
}

/// The note that a content speaks of, if it does.
pub(super) fn note_of(content: &Value, at: u64) -> Result<Option<NoteFacts>, Finding> {
    let note = content.get("note").filter(|note| note.is_object());
    let note = note.map(NoteFacts::deserialize).transpose();
    note.map_err(|_| Finding::new(format!("entry {at}"), "its note has not the form of one"))
}

impl Numbering {
    /// Takes the numbers of an entry.
    pub(super) fn take(&mut self, subject: Uuid, content: &Value, at: u64) -> Result<(), Finding> {
        self.take_note(subject, content, at)?;
        let numbered = content.get("numbered").filter(|numbered| !numbered.is_null());
        if let Some(numbered) = numbered.map(Numbered::deserialize) {
            let numbered = numbered.map_err(|_| Finding::new(format!("entry {at}"), "its number has no series"))?;
            self.series
                .entry(numbered.series)
                .or_default()
                .push((numbered.serial, at));
        }
        Ok(())
    }

    /// Takes the numbers of the note that an entry speaks of, and no others.
    pub(super) fn take_note(&mut self, subject: Uuid, content: &Value, at: u64) -> Result<(), Finding> {
        if let Some(note) = note_of(content, at)? {
            let of_file = self.files.entry(subject).or_default();
            of_file.push((note.ordinal, note.paragraphs, at));
        }
        Ok(())
    }

    /// Looks for gaps and repetitions.
    pub(super) fn finish(self) -> Result<(), Finding> {
        for (file, mut notes) in self.files {
            notes.sort_unstable();
            let mut last = 0;
            for ((ordinal, (first, end), at), expected) in notes.into_iter().zip(1..) {
                let wrong = |problem: String| Err(Finding::new(format!("entry {at} of file {file}"), problem));
                if ordinal != expected {
                    return wrong(format!("the note is number {ordinal} where {expected} should follow"));
                }
                if first != last + 1 || end < first {
                    return wrong(format!("its paragraphs are {first} to {end}, after {last}"));
                }
                last = end;
            }
        }
        for (series, mut serials) in self.series {
            serials.sort_unstable();
            for ((serial, at), expected) in serials.into_iter().zip(1..) {
                if serial != expected {
                    let problem = format!("number {serial} of the series {series} stands where {expected} should");
                    return Err(Finding::new(format!("entry {at}"), problem));
                }
            }
        }
        Ok(())
    }
}
