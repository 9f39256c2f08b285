//! The text of a note, with its references, in the language of its file.

use crate::demo::catalogue::Piece;
use crate::demo::plan::Text;
use daftar_domain::filing::{Direction, NoteBody, Paragraph, Reference, ReferenceTarget, Span};
use daftar_domain::office::Language;

/// What a note can point to on its file now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pointers {
    /// The language of the file.
    pub(super) language: Language,
    /// The first page of the paper under consideration.
    pub(super) puc: Option<i32>,
    /// The paragraph that is spoken of.
    pub(super) paragraph: Option<i32>,
}

/// The body of a note.
pub(super) fn body(text: &Text, pointers: Pointers) -> NoteBody {
    let dir = match pointers.language {
        Language::English => Direction::Ltr,
        Language::Urdu => Direction::Rtl,
    };
    let paragraph = |pieces: &Vec<Piece>| Paragraph {
        dir,
        spans: pieces.iter().map(|piece| span(piece, pointers)).collect(),
    };
    NoteBody {
        paragraphs: text.iter().map(paragraph).collect(),
    }
}

fn span(piece: &Piece, pointers: Pointers) -> Span {
    let english = pointers.language == Language::English;
    match piece {
        Piece::Text(text) => plain(text.clone()),
        Piece::Puc => match pointers.puc {
            Some(page) => {
                let text = if english {
                    format!("p. {page}/C")
                } else {
                    format!("صفحہ {page}/سی")
                };
                pointing(text, Some("PUC"), ReferenceTarget::Page { page })
            }
            None => plain(if english { "the file" } else { "فائل" }.to_owned()),
        },
        Piece::Paragraph => match pointers.paragraph {
            Some(paragraph) => {
                let text = if english {
                    format!("para {paragraph}/N")
                } else {
                    format!("پیرا {paragraph}/این")
                };
                pointing(text, None, ReferenceTarget::Paragraph { paragraph })
            }
            None => plain(if english { "the note above" } else { "نوٹ بالا" }.to_owned()),
        },
        Piece::Rule(rule) => pointing(format!("({rule})"), None, ReferenceTarget::Rule { text: rule.clone() }),
    }
}

fn plain(text: String) -> Span {
    Span {
        text,
        ..Span::default()
    }
}

fn pointing(text: String, flag: Option<&str>, target: ReferenceTarget) -> Span {
    let reference = Reference {
        flag: flag.map(str::to_owned),
        target,
    };
    Span {
        text,
        reference: Some(reference),
        ..Span::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_point_where_they_speak_of() {
        let text = vec![vec![Piece::Text("PUC at ".to_owned()), Piece::Puc, Piece::Paragraph]];
        let pointers = Pointers {
            language: Language::English,
            puc: Some(3),
            paragraph: None,
        };
        let body = body(&text, pointers);
        let words: Vec<&str> = body.paragraphs[0].spans.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(words, ["PUC at ", "p. 3/C", "the note above"]);
        assert!(body.clone().signed(0, 3).is_ok() && body.signed(0, 2).is_err());
    }
}
