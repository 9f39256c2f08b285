//! The text of a note as it travels.

use daftar_domain::filing as domain;
use daftar_domain::office::FileId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The text of a note.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteBody {
    /// Its paragraphs; each gets a number of the file's note portion when it is signed.
    #[schema(max_items = 200)]
    pub paragraphs: Vec<Paragraph>,
}

/// One paragraph.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Which way it is written.
    pub dir: Direction,
    /// Its text.
    pub spans: Vec<Span>,
}

/// Which way a paragraph is written; `auto` goes by its first strong character.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = TextDirection)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// By its first strong character.
    Auto,
}

/// A run of text in one style.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The words.
    #[schema(example = "PUC may kindly be seen at ")]
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
    #[schema(nullable = false)]
    pub reference: Option<Reference>,
}

/// A pointer from a note.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The flag: A, B … or a short text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 12, nullable = false)]
    pub flag: Option<String>,
    /// What it points to.
    pub target: ReferenceTarget,
}

/// What a reference points to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReferenceTarget {
    /// `p. 12/C`.
    Page {
        /// The page of the correspondence portion.
        #[schema(minimum = 1)]
        page: i32,
    },
    /// `para 5/N`.
    Paragraph {
        /// The paragraph of the note portion.
        #[schema(minimum = 1)]
        paragraph: i32,
    },
    /// Another file.
    File {
        /// Its id.
        file_id: Uuid,
    },
    /// A rule, by its name.
    Rule {
        /// The name as offices cite it.
        #[schema(max_length = 200)]
        text: String,
    },
}

impl From<NoteBody> for domain::NoteBody {
    fn from(body: NoteBody) -> Self {
        let paragraphs = body.paragraphs.into_iter().map(|paragraph| domain::Paragraph {
            dir: match paragraph.dir {
                Direction::Ltr => domain::Direction::Ltr,
                Direction::Rtl => domain::Direction::Rtl,
                Direction::Auto => domain::Direction::Auto,
            },
            spans: paragraph.spans.into_iter().map(Into::into).collect(),
        });
        Self {
            paragraphs: paragraphs.collect(),
        }
    }
}

impl From<Span> for domain::Span {
    fn from(span: Span) -> Self {
        Self {
            text: span.text,
            bold: span.bold,
            italic: span.italic,
            underline: span.underline,
            reference: span.reference.map(|reference| domain::Reference {
                flag: reference.flag,
                target: match reference.target {
                    ReferenceTarget::Page { page } => domain::ReferenceTarget::Page { page },
                    ReferenceTarget::Paragraph { paragraph } => domain::ReferenceTarget::Paragraph { paragraph },
                    ReferenceTarget::File { file_id } => domain::ReferenceTarget::File {
                        file_id: FileId(file_id),
                    },
                    ReferenceTarget::Rule { text } => domain::ReferenceTarget::Rule { text },
                },
            }),
        }
    }
}

impl From<domain::NoteBody> for NoteBody {
    fn from(body: domain::NoteBody) -> Self {
        let paragraphs = body.paragraphs.into_iter().map(|paragraph| Paragraph {
            dir: match paragraph.dir {
                domain::Direction::Ltr => Direction::Ltr,
                domain::Direction::Rtl => Direction::Rtl,
                domain::Direction::Auto => Direction::Auto,
            },
            spans: paragraph.spans.into_iter().map(Into::into).collect(),
        });
        Self {
            paragraphs: paragraphs.collect(),
        }
    }
}

impl From<domain::Span> for Span {
    fn from(span: domain::Span) -> Self {
        Self {
            text: span.text,
            bold: span.bold,
            italic: span.italic,
            underline: span.underline,
            reference: span.reference.map(|reference| Reference {
                flag: reference.flag,
                target: match reference.target {
                    domain::ReferenceTarget::Page { page } => ReferenceTarget::Page { page },
                    domain::ReferenceTarget::Paragraph { paragraph } => ReferenceTarget::Paragraph { paragraph },
                    domain::ReferenceTarget::File { file_id } => ReferenceTarget::File { file_id: file_id.0 },
                    domain::ReferenceTarget::Rule { text } => ReferenceTarget::Rule { text },
                },
            }),
        }
    }
}
