//! What must be known of a PDF to add a revision to it.

use super::SealError;
use hayro_syntax::object::{Array, Dict, FromBytes as _, MaybeRef, Name, ObjRef, Object, ObjectIdentifier};
use hayro_syntax::{LoadPdfError, Pdf};

/// How far from the end the last `startxref` is looked for.
const TAIL: usize = 2048;

/// The largest number of an object that any reader must know.
const MOST_OBJECTS: u32 = 8_388_607;

/// How the last revision lists its objects. The next one does as it did: a reader need not know both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listing {
    /// A table in text.
    Table,
    /// A stream.
    Stream,
}

/// An object that is written anew: its bytes up to a place where a reference is put, and after it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Amended {
    pub(crate) id: ObjectIdentifier,
    pub(crate) before: Vec<u8>,
    pub(crate) after: Vec<u8>,
}

/// Where a PDF's next revision ties on to it.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) listing: Listing,
    /// Where the last list of objects begins.
    pub(crate) previous: usize,
    /// The first free number of an object.
    pub(crate) next: u32,
    pub(crate) root: ObjRef,
    pub(crate) info: Option<ObjRef>,
    /// The first of the two identifiers of the file, as it stands there.
    pub(crate) identifier: Option<Vec<u8>>,
    /// The catalog, which gets the form and the store.
    pub(crate) catalog: Amended,
    /// The first page.
    pub(crate) page: ObjectIdentifier,
    /// The first page, or its list of annotations, which gets the signature's.
    pub(crate) annotated: Amended,
}

impl Structure {
    pub(crate) fn read(pdf: &[u8]) -> Result<Self, SealError> {
        let document = match Pdf::new(pdf.to_vec()) {
            Ok(document) => document,
            Err(LoadPdfError::Decryption(_)) => return Err(SealError::Encrypted),
            Err(LoadPdfError::Invalid) => return Err(SealError::Unreadable),
        };
        Self::of(pdf, &document)
    }

    fn of(pdf: &[u8], document: &Pdf) -> Result<Self, SealError> {
        let (previous, listing, trailer) = last_section(pdf).ok_or(SealError::Unreadable)?;
        if trailer.contains_key(b"Encrypt") {
            return Err(SealError::Encrypted);
        }
        let root = trailer.get_ref(b"Root").ok_or(SealError::Unreadable)?;
        // The reader mends what is broken by a way of its own; a revision on top would be read by others, who do not.
        if ObjectIdentifier::from(root) != document.xref().root_id() {
            return Err(SealError::Unreadable);
        }
        let size = trailer.get::<i32>(b"Size").and_then(|size| u32::try_from(size).ok());
        let next = size.filter(|size| (1..MOST_OBJECTS - 64).contains(size));
        let catalog: Dict<'_> = document.xref().get(root.into()).ok_or(SealError::Unreadable)?;
        if [&b"AcroForm"[..], b"DSS", b"Perms"]
            .iter()
            .any(|key| catalog.contains_key(key))
        {
            return Err(SealError::HasForm);
        }
        let page = document.pages().first().ok_or(SealError::Unreadable)?.raw();
        let page_id = page.obj_id().ok_or(SealError::Unreadable)?;
        Ok(Self {
            listing,
            previous,
            next: next.ok_or(SealError::Unreadable)?,
            root,
            info: trailer.get_ref(b"Info"),
            identifier: identifier(&trailer),
            catalog: before_the_end(&catalog, root.into()).ok_or(SealError::Unreadable)?,
            page: page_id,
            annotated: annotated(page, page_id).ok_or(SealError::Unreadable)?,
        })
    }
}

/// Where the last list of objects begins, of which sort it is, and its dictionary.
fn last_section(pdf: &[u8]) -> Option<(usize, Listing, Dict<'_>)> {
    // Offsets count from the header; one that does not stand first moves them all.
    if !pdf.starts_with(b"%PDF-") {
        return None;
    }
    let tail = pdf.len().saturating_sub(TAIL);
    let at = tail + last(&pdf[tail..], b"startxref")?;
    let number = std::str::from_utf8(pdf[at + 9..].trim_ascii_start().split(|b| !b.is_ascii_digit()).next()?).ok()?;
    let start: usize = number.parse().ok().filter(|start| *start < pdf.len())?;
    let section = &pdf[start..];
    if section.starts_with(b"xref") {
        let trailer = first(section, b"trailer")? + 7;
        let trailer = Dict::from_bytes(section[trailer..].trim_ascii_start())?;
        return Some((start, Listing::Table, trailer));
    }
    let head = first(&section[..section.len().min(64)], b"obj")? + 3;
    let dictionary = Dict::from_bytes(section[head..].trim_ascii_start())?;
    let is_list = dictionary
        .get::<Name<'_>>(b"Type")
        .is_some_and(|name| *name == *b"XRef");
    is_list.then_some((start, Listing::Stream, dictionary))
}

fn first(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

fn identifier(trailer: &Dict<'_>) -> Option<Vec<u8>> {
    let first: hayro_syntax::object::String<'_> = trailer.get::<Array<'_>>(b"ID")?.iter().next()?;
    Some(first.as_bytes().to_vec())
}

/// A dictionary up to its last two characters.
fn before_the_end(dictionary: &Dict<'_>, id: ObjectIdentifier) -> Option<Amended> {
    let before = dictionary.data().strip_suffix(b">>")?;
    Some(Amended {
        id,
        before: before.to_vec(),
        after: b">>".to_vec(),
    })
}

/// What must be written anew so that a page has one annotation more: its list, where that stands for itself, or else the
/// page.
fn annotated(page: &Dict<'_>, id: ObjectIdentifier) -> Option<Amended> {
    let Some(found) = page.get_raw::<Object<'_>>(b"Annots") else {
        let mut amended = before_the_end(page, id)?;
        amended.before.extend_from_slice(b"/Annots[");
        amended.after = b"]>>".to_vec();
        return Some(amended);
    };
    let list = page.get::<Array<'_>>(b"Annots")?;
    match found {
        MaybeRef::Ref(reference) => Some(Amended {
            id: reference.into(),
            before: [b"[", list.data(), b" "].concat(),
            after: b"]".to_vec(),
        }),
        MaybeRef::NotRef(_) => {
            // The list is a part of the page: both are slices of the same bytes.
            let (whole, part) = (page.data(), list.data());
            let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
            let (before, after) = whole.split_at_checked(start.checked_add(part.len())?)?;
            after.starts_with(b"]").then(|| Amended {
                id,
                before: [before, b" "].concat(),
                after: after.to_vec(),
            })
        }
    }
}
