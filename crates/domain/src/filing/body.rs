//! The text of a note: paragraphs of spans, with references to pages, paragraphs, files and rules.

use super::FilingRefusal;
use crate::office::{FileId, TextError, clean_line, clean_span};
use serde::{Deserialize, Serialize};

/// The most paragraphs of one note.
pub const MOST_PARAGRAPHS: usize = 200;
/// The most characters of one note.
pub const MOST_CHARACTERS: usize = 50_000;
const MOST_SPANS: usize = 5_000;
/// The most references of one note: more than anybody could follow.
const MOST_REFERENCES: usize = 500;
const MOST_FLAG: usize = 12;
const MOST_RULE: usize = 200;

/// The text of a note.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteBody {
    /// Its paragraphs; each gets a number of the file's note portion.
    pub paragraphs: Vec<Paragraph>,
}

/// One paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Which way it is written.
    pub dir: Direction,
    /// Its text.
    pub spans: Vec<Span>,
}

/// Which way a paragraph is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// By its first strong character.
    #[default]
    Auto,
}

/// A run of text in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
    /// Underlined.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub underline: bool,
    /// What the words point to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
}

/// A pointer from a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The flag: A, B … or a short text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
    /// What it points to.
    pub target: ReferenceTarget,
}

/// What a reference points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReferenceTarget {
    /// `p. 12/C`.
    Page {
        /// The page of the correspondence portion.
        page: i32,
    },
    /// `para 5/N`.
    Paragraph {
        /// The paragraph of the note portion.
        paragraph: i32,
    },
    /// Another file.
    File {
        /// Its id.
        file_id: FileId,
    },
    /// A rule, by its name.
    Rule {
        /// The name as offices cite it.
        text: String,
    },
}

impl NoteBody {
    /// Cleans a draft: NFC, nothing that misleads a reader, lengths within bounds. A draft may be
    /// empty and may point to what does not exist yet; submitting is stricter.
    pub fn draft(self) -> Result<Self, FilingRefusal> {
        let spans: usize = self.paragraphs.iter().map(|paragraph| paragraph.spans.len()).sum();
        if self.paragraphs.len() > MOST_PARAGRAPHS || spans > MOST_SPANS || self.targets().count() > MOST_REFERENCES {
            return Err(FilingRefusal::NoteTooLong);
        }
        let mut left = MOST_CHARACTERS;
        let mut paragraphs = Vec::with_capacity(self.paragraphs.len());
        for paragraph in self.paragraphs {
            let mut spans = Vec::with_capacity(paragraph.spans.len());
            for span in paragraph.spans {
                let span = clean(span, left)?;
                left -= span.text.chars().count();
                spans.push(span);
            }
            paragraphs.push(Paragraph { spans, ..paragraph });
        }
        Ok(Self { paragraphs })
    }

    /// The text as it is signed: cleaned, without blank paragraphs and empty spans, every
    /// reference within the file as it will be with this note on it.
    pub fn signed(self, last_paragraph: i32, last_page: i32) -> Result<Self, FilingRefusal> {
        let mut body = self.draft()?;
        for paragraph in &mut body.paragraphs {
            paragraph.spans.retain(|span| !span.text.is_empty());
        }
        body.paragraphs.retain(|paragraph| !paragraph.is_blank());
        if body.paragraphs.is_empty() {
            return Err(FilingRefusal::NoteEmpty);
        }
        let last = last_paragraph.saturating_add(i32::try_from(body.paragraphs.len()).unwrap_or(i32::MAX));
        for target in body.targets() {
            match target {
                ReferenceTarget::Page { page } if !(1..=last_page).contains(page) => {
                    return Err(FilingRefusal::PageUnknown);
                }
                ReferenceTarget::Paragraph { paragraph } if !(1..=last).contains(paragraph) => {
                    return Err(FilingRefusal::ParagraphUnknown);
                }
                _ => {}
            }
        }
        Ok(body)
    }

    /// The files that the text points to; the use case checks that its author sees them.
    pub fn files(&self) -> Vec<FileId> {
        let mut files: Vec<FileId> = self
            .targets()
            .filter_map(|target| match target {
                ReferenceTarget::File { file_id } => Some(*file_id),
                _ => None,
            })
            .collect();
        files.sort();
        files.dedup();
        files
    }

    /// The pages that the text points to.
    pub fn pages(&self) -> Vec<i32> {
        let mut pages: Vec<i32> = self
            .targets()
            .filter_map(|target| match target {
                ReferenceTarget::Page { page } => Some(*page),
                _ => None,
            })
            .collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    fn targets(&self) -> impl Iterator<Item = &ReferenceTarget> {
        self.paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.spans)
            .filter_map(|span| span.reference.as_ref().map(|reference| &reference.target))
    }
}

impl Paragraph {
    fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }
}

fn clean(span: Span, left: usize) -> Result<Span, FilingRefusal> {
    let text = clean_span(&span.text, left).map_err(|error| match error {
        TextError::TooLong => FilingRefusal::NoteTooLong,
        TextError::Forbidden | TextError::Empty => FilingRefusal::NoteForbidden,
    })?;
    let reference = span.reference.map(clean_reference).transpose()?;
    Ok(Span {
        text,
        reference,
        ..span
    })
}

fn clean_reference(reference: Reference) -> Result<Reference, FilingRefusal> {
    let short = |text: &str, most| clean_line(text, most).map_err(|_| FilingRefusal::ReferenceWrong);
    let flag = reference
        .flag
        .as_deref()
        .map(|flag| short(flag, MOST_FLAG))
        .transpose()?;
    let target = match reference.target {
        ReferenceTarget::Rule { text } => ReferenceTarget::Rule {
            text: short(&text, MOST_RULE)?,
        },
        other => other,
    };
    Ok(Reference { flag, target })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(texts: &[&str]) -> NoteBody {
        let paragraph = |text: &&str| Paragraph {
            dir: Direction::Auto,
            spans: vec![Span {
                text: (*text).to_owned(),
                ..Span::default()
            }],
        };
        NoteBody {
            paragraphs: texts.iter().map(paragraph).collect(),
        }
    }

    fn pointing(target: ReferenceTarget) -> NoteBody {
        let mut body = body(&["See"]);
        body.paragraphs[0].spans[0].reference = Some(Reference {
            flag: Some("A".to_owned()),
            target,
        });
        body
    }

    #[test]
    fn spaces_between_spans_stay_and_blank_paragraphs_go() {
        let signed = body(&["PUC is ", "  ", ""]).signed(0, 0).unwrap();
        assert_eq!(signed, body(&["PUC is "]));
        assert_eq!(body(&[" ", ""]).signed(0, 0), Err(FilingRefusal::NoteEmpty));
        assert!(body(&[]).draft().is_ok());
    }

    #[test]
    fn what_misleads_or_overflows_is_refused() {
        assert_eq!(body(&["a\u{202E}b"]).draft(), Err(FilingRefusal::NoteForbidden));
        let long = "x".repeat(MOST_CHARACTERS / 2 + 1);
        assert_eq!(body(&[&long, &long]).draft(), Err(FilingRefusal::NoteTooLong));
        assert_eq!(
            body(&["x"; MOST_PARAGRAPHS + 1]).draft(),
            Err(FilingRefusal::NoteTooLong)
        );
        let mut pointing = pointing(ReferenceTarget::Page { page: 1 });
        let span = pointing.paragraphs[0].spans[0].clone();
        pointing.paragraphs[0].spans = vec![span; MOST_REFERENCES + 1];
        assert_eq!(pointing.draft(), Err(FilingRefusal::NoteTooLong));
    }

    #[test]
    fn references_stay_within_the_file() {
        for (target, outcome) in [
            (ReferenceTarget::Page { page: 4 }, None),
            (ReferenceTarget::Page { page: 5 }, Some(FilingRefusal::PageUnknown)),
            (ReferenceTarget::Page { page: 0 }, Some(FilingRefusal::PageUnknown)),
            (ReferenceTarget::Paragraph { paragraph: 3 }, None),
            (
                ReferenceTarget::Paragraph { paragraph: 4 },
                Some(FilingRefusal::ParagraphUnknown),
            ),
            (
                ReferenceTarget::Rule { text: " ".to_owned() },
                Some(FilingRefusal::ReferenceWrong),
            ),
        ] {
            assert_eq!(pointing(target.clone()).signed(2, 4).err(), outcome, "{target:?}");
        }
        let mut long_flag = pointing(ReferenceTarget::Page { page: 1 });
        long_flag.paragraphs[0].spans[0].reference.as_mut().unwrap().flag = Some("Annexure XVIII".to_owned());
        assert_eq!(long_flag.signed(2, 4), Err(FilingRefusal::ReferenceWrong));
    }

    #[test]
    fn unknown_fields_are_refused() {
        for text in [
            r#"{"paragraphs":[],"x":1}"#,
            r#"{"paragraphs":[{"dir":"up","spans":[]}]}"#,
            r#"{"paragraphs":[{"dir":"ltr","spans":[{"text":"a","reference":{"target":{"kind":"page","page":1,"x":2}}}]}]}"#,
        ] {
            assert!(serde_json::from_str::<NoteBody>(text).is_err(), "{text}");
        }
    }
}
