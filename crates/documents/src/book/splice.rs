//! The real pictures in the place of the small ones: a revision that is appended, written to disk one picture at a time.

use super::picture::{DIGITS, MARK, Pictures};
use crate::pades::structure::{Listing, Structure};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use thiserror::Error;

/// How far before its bytes the dictionary of a picture begins at most.
const HEAD: usize = 4096;

/// Why pictures could not be put into a document.
#[derive(Debug, Error)]
pub enum SpliceError {
    /// The document is not as the typesetter writes it.
    #[error("the document is not built as expected: {0}")]
    Structure(&'static str),
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A small picture in the document.
struct Small {
    object: u32,
    dictionary: String,
}

/// Writes the document with the real pictures in the place of the small ones; answers how many it were.
///
/// # Errors
/// When the document is not as the typesetter writes it, or the disk fails.
pub fn splice(pdf: &[u8], pictures: &mut Pictures, to: &mut impl Write) -> Result<usize, SpliceError> {
    let found = find(pdf)?;
    to.write_all(pdf)?;
    if found.is_empty() {
        return Ok(0);
    }
    let structure = Structure::read(pdf).map_err(|_| SpliceError::Structure("its end"))?;
    let mut start = pdf.len() as u64;
    if !pdf.ends_with(b"\n") {
        to.write_all(b"\n")?;
        start += 1;
    }
    let mut places: BTreeMap<u32, u64> = BTreeMap::new();
    let count = found.len();
    for (at, small) in found {
        let (picture, jpeg) = pictures.read(at)?.ok_or(SpliceError::Structure("a picture too many"))?;
        let mut head = small.dictionary;
        for (key, value) in [
            ("Width", u64::from(picture.width)),
            ("Height", u64::from(picture.height)),
            ("Length", jpeg.len() as u64),
        ] {
            head = with(&head, key, value).ok_or(SpliceError::Structure("a picture"))?;
        }
        let head = format!("{} 0 obj\n{head}\nstream\n", small.object);
        places.insert(small.object, start);
        let tail = b"\nendstream\nendobj\n";
        to.write_all(head.as_bytes())?;
        to.write_all(&jpeg)?;
        to.write_all(tail)?;
        start += (head.len() + jpeg.len() + tail.len()) as u64;
    }
    to.write_all(&listing(&structure, &places, start)?)?;
    Ok(count)
}

/// Finds the small pictures by their marks: in which object each is, and its dictionary.
fn find(pdf: &[u8]) -> Result<BTreeMap<usize, Small>, SpliceError> {
    let mut found = BTreeMap::new();
    let mut from = 0;
    while let Some(place) = position(&pdf[from..], MARK) {
        let mark = from + place;
        from = mark + MARK.len();
        let digits = pdf
            .get(from..from + DIGITS)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let at = digits.and_then(|digits| digits.parse().ok());
        let small = mark.checked_sub(6).and_then(|start| before(pdf, start));
        match at.zip(small) {
            Some((at, small)) => found.insert(at, small),
            None => return Err(SpliceError::Structure("a mark that is in no picture")),
        };
    }
    Ok(found)
}

/// The object whose bytes begin here.
fn before(pdf: &[u8], start: usize) -> Option<Small> {
    let head = pdf.get(start.saturating_sub(HEAD)..start)?;
    let end = last(head, b"stream")?;
    let begin = last(&head[..end], b" 0 obj")?;
    let number = head[..begin]
        .iter()
        .rposition(|byte| !byte.is_ascii_digit())
        .map_or(0, |at| at + 1);
    Some(Small {
        object: std::str::from_utf8(&head[number..begin]).ok()?.parse().ok()?,
        dictionary: std::str::from_utf8(&head[begin + 6..end]).ok()?.trim().to_owned(),
    })
}

/// A dictionary with another number under a key that it has.
fn with(dictionary: &str, key: &str, value: u64) -> Option<String> {
    let key = format!("/{key} ");
    let at = dictionary.find(&key)? + key.len();
    let rest = dictionary.get(at..)?;
    let digits = rest.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(rest.len());
    (digits > 0).then(|| format!("{}{value}{}", &dictionary[..at], &rest[digits..]))
}

/// The list of what was written anew, as the last one was written.
fn listing(structure: &Structure, places: &BTreeMap<u32, u64>, start: u64) -> Result<Vec<u8>, SpliceError> {
    let mut trailer = format!("/Root {}/Prev {}", structure.root, structure.previous);
    if let Some(info) = structure.info {
        let _ = write!(trailer, "/Info {info}");
    }
    if let Some(identifier) = &structure.identifier {
        let own = hex::encode(identifier);
        let _ = write!(trailer, "/ID[<{own}><{own}>]");
    }
    let mut bytes = match structure.listing {
        Listing::Table => {
            let mut text = String::from("xref\n");
            for (object, offset) in places {
                let _ = write!(text, "{object} 1\n{offset:010} 00000 n\r\n");
            }
            let _ = writeln!(text, "trailer\n<</Size {}{trailer}>>", structure.next);
            text.into_bytes()
        }
        Listing::Stream => {
            let own = structure.next;
            let mut index = String::new();
            let mut data = Vec::new();
            for (object, offset) in places.iter().chain([(&own, &start)]) {
                let _ = write!(index, "{object} 1 ");
                let offset = u32::try_from(*offset).map_err(|_| SpliceError::Structure("its length"))?;
                data.push(1);
                data.extend_from_slice(&offset.to_be_bytes());
                data.extend_from_slice(&[0, 0]);
            }
            let head = format!(
                "{own} 0 obj\n<</Type/XRef/Size {}/W[1 4 2]/Index[{}]/Length {}{trailer}>>\nstream\n",
                own + 1,
                index.trim_end(),
                data.len()
            );
            [head.as_bytes(), &data, b"\nendstream\nendobj\n"].concat()
        }
    };
    bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    Ok(bytes)
}

fn position(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = word.first()?;
    let mut from = 0;
    loop {
        from += bytes.get(from..)?.iter().position(|byte| byte == first)?;
        if bytes[from..].starts_with(word) {
            return Some(from);
        }
        from += 1;
    }
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}
