//! Reading the signatures of a PDF that comes in.

use super::cms;
use crate::Digest;
use crate::pki::{Certificate, Crl, Trust, trust};
use chrono::{DateTime, NaiveDateTime, Utc};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Stream, String as PdfString};
use sha2::{Digest as _, Sha256};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most fields, certificates and lists that are looked at: more are nobody's honest document.
const MOST: usize = 32;

/// A signature that a PDF holds, of the sort that the office makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureFound {
    /// Whether it covers every byte: nothing was added since.
    pub covers_whole_document: bool,
    /// Whether what it covers is what was signed, by the key of the signer's certificate.
    pub intact: bool,
    /// The signer's certificate.
    pub signer: Certificate,
    /// What that was worth at the time that the signature gives, for somebody who trusts the root.
    pub trust: Trust,
    /// When it was signed, as the signer says.
    pub signed_at: DateTime<Utc>,
    /// When somebody else saw the signature, where it has a time stamp.
    pub stamped: Option<TimeStamped>,
    /// SHA-256 of the document up to the end of the revision that it covers.
    pub revision_digest: Digest,
}

/// What a time stamp says. It holds; whether its authority is to be believed is for the reader to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeStamped {
    /// When the authority saw the signature.
    pub at: DateTime<Utc>,
    /// The certificate that stamped.
    pub by: Certificate,
}

impl SignatureFound {
    /// Whether the document is, in every byte, what somebody signed whose certificate leads to the root.
    pub fn is_good(&self) -> bool {
        self.covers_whole_document && self.intact && self.trust == Trust::Trusted
    }
}

/// What keeps a document's signatures from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InspectError {
    /// It is no PDF that can be read.
    #[error("the document is no PDF that can be read")]
    Unreadable,
}

/// The signatures of a PDF, for somebody who trusts the root. What is not of the sort that the office makes is left out:
/// an empty answer says that the document is not one of ours.
///
/// # Errors
/// [`InspectError::Unreadable`] for what is no PDF. It never panics, whatever it is given.
pub fn inspect(pdf: &[u8], root: &Certificate) -> Result<Vec<SignatureFound>, InspectError> {
    let look = || {
        let document = Pdf::new(pdf.to_vec()).map_err(|_| InspectError::Unreadable)?;
        Ok(signatures(pdf, &document, root))
    };
    // The reader of PDFs has never been seen to panic; if it does for a stranger's paper, it is that paper's fault alone.
    catch_unwind(AssertUnwindSafe(look)).unwrap_or(Err(InspectError::Unreadable))
}

fn signatures(pdf: &[u8], document: &Pdf, root: &Certificate) -> Vec<SignatureFound> {
    let Some(catalog) = document.xref().get::<Dict<'_>>(document.xref().root_id()) else {
        return Vec::new();
    };
    let fields = catalog.get::<Dict<'_>>(b"AcroForm");
    let Some(fields) = fields.and_then(|form| form.get::<Array<'_>>(b"Fields")) else {
        return Vec::new();
    };
    let store = Store::of(&catalog);
    let found = fields.iter::<Dict<'_>>().take(MOST);
    found.filter_map(|field| signature(pdf, &field, &store, root)).collect()
}

fn signature(pdf: &[u8], field: &Dict<'_>, store: &Store, root: &Certificate) -> Option<SignatureFound> {
    if *field.get::<Name<'_>>(b"FT")? != *b"Sig" {
        return None;
    }
    let value = field.get::<Dict<'_>>(b"V")?;
    if *value.get::<Name<'_>>(b"SubFilter")? != *b"ETSI.CAdES.detached" {
        return None;
    }
    let (gap, end) = byte_range(&value, pdf.len())?;
    let bytes = gap_bytes(&pdf[gap.clone()])?;
    // The dictionary's signature is the one in the gap, and not another one elsewhere.
    if value.get::<PdfString<'_>>(b"Contents")?.as_bytes() != bytes {
        return None;
    }
    let mut digest = Sha256::new();
    digest.update(&pdf[..gap.start]);
    digest.update(&pdf[gap.end..end]);
    let read = cms::read(&bytes, &digest.finalize().into())?;
    let signed_at = moment(value.get::<PdfString<'_>>(b"M")?.as_bytes())?;
    // Those beside the signature are covered by no digest, those of the store are.
    let beside = read.stamp.iter().flat_map(|stamp| &stamp.certificates);
    let stored = read
        .certificates
        .iter()
        .chain(beside)
        .all(|found| store.certificates.contains(found));
    let others: Vec<Certificate> = read.certificates.iter().chain(&store.certificates).cloned().collect();
    Some(SignatureFound {
        covers_whole_document: end == pdf.len(),
        intact: read.holds && stored,
        trust: trust(&read.signer, &others, &store.crls, root, signed_at),
        signer: read.signer,
        signed_at,
        stamped: read.stamp.map(|stamp| TimeStamped {
            at: stamp.at,
            by: stamp.signer,
        }),
        revision_digest: Digest::of(&pdf[..end]),
    })
}

/// What is left out of the signed bytes, and where these end.
fn byte_range(signature: &Dict<'_>, length: usize) -> Option<(Range<usize>, usize)> {
    let range: Vec<i32> = signature.get::<Array<'_>>(b"ByteRange")?.iter().take(5).collect();
    let [0, gap_start, gap_end, rest] = range[..] else {
        return None;
    };
    let (gap_start, gap_end) = (usize::try_from(gap_start).ok()?, usize::try_from(gap_end).ok()?);
    let end = gap_end.checked_add(usize::try_from(rest).ok()?)?;
    (gap_start < gap_end && end <= length).then_some((gap_start..gap_end, end))
}

/// The bytes of the gap, which is one string in hex and nothing else.
fn gap_bytes(gap: &[u8]) -> Option<Vec<u8>> {
    hex::decode(gap.strip_prefix(b"<")?.strip_suffix(b">")?).ok()
}

fn moment(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix("D:")?;
    let (time, zone) = text.split_at_checked(14)?;
    let time = NaiveDateTime::parse_from_str(time, "%Y%m%d%H%M%S").ok()?;
    matches!(zone, "Z" | "+00'00'" | "+00'00").then(|| time.and_utc())
}

/// What a document brings to check its signatures with.
struct Store {
    certificates: Vec<Certificate>,
    crls: Vec<Crl>,
}

impl Store {
    fn of(catalog: &Dict<'_>) -> Self {
        let store = catalog.get::<Dict<'_>>(b"DSS").unwrap_or_default();
        Self {
            certificates: plain(&store, b"Certs", Certificate::from_der),
            crls: plain(&store, b"CRLs", Crl::from_der),
        }
    }
}

/// What can be read of a list of streams. The office does not compress them; what is compressed may be a bomb.
fn plain<T, E>(store: &Dict<'_>, key: &[u8], read: impl Fn(&[u8]) -> Result<T, E>) -> Vec<T> {
    let Some(list) = store.get::<Array<'_>>(key) else {
        return Vec::new();
    };
    let streams = list.iter::<Stream<'_>>().take(MOST);
    let plain = streams.filter(|stream| stream.filters().is_empty());
    plain.filter_map(|stream| read(&stream.raw_data()).ok()).collect()
}
