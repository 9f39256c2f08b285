//! Writing the revision that holds a signature.

use super::structure::{Amended, Listing, Structure};
use super::{CONTENTS, CONTENTS_STAMPED, Seal};
use hayro_syntax::object::ObjectIdentifier;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Characters that are kept free for the four numbers of the byte range.
const RANGE: usize = 36;

/// A PDF with a revision that is being appended.
pub(super) struct Revision<'a> {
    structure: &'a Structure,
    bytes: Vec<u8>,
    next: u32,
    /// Generation and place of each object that was written.
    written: BTreeMap<u32, (i32, usize)>,
}

/// A PDF with room for its signature.
pub(super) struct Unsigned {
    bytes: Vec<u8>,
    /// Where the numbers of the byte range go.
    range: usize,
    /// Where the signature goes: its first bracket.
    contents: usize,
    /// Digits of its place.
    room: usize,
}

fn room(seal: &Seal<'_>) -> usize {
    seal.stamper.map_or(CONTENTS, |_| CONTENTS_STAMPED)
}

impl<'a> Revision<'a> {
    pub(super) fn of(pdf: &[u8], structure: &'a Structure) -> Self {
        let mut bytes = Vec::with_capacity(pdf.len() + CONTENTS + 16 * 1024);
        bytes.extend_from_slice(pdf);
        if !pdf.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        Self {
            structure,
            bytes,
            next: structure.next,
            written: BTreeMap::new(),
        }
    }

    pub(super) fn finish(mut self, seal: &Seal<'_>) -> Unsigned {
        let own = std::iter::once(seal.certificate).chain(seal.chain);
        let all = own.chain(seal.stamper.iter().flat_map(|stamper| stamper.certificates()));
        let certificates: Vec<u32> = all.map(|certificate| self.stream(certificate.der())).collect();
        let all = seal
            .crls
            .iter()
            .chain(seal.stamper.iter().flat_map(|stamper| &stamper.crls));
        let lists: Vec<u32> = all.map(|list| self.stream(list.der())).collect();
        let (signature, range, contents) = self.signature(seal);
        let field = self.field(signature);
        self.amended(&self.structure.annotated, &format!("{field} 0 R"));
        let entries = format!(
            "/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>/DSS<</Type/DSS/Certs[{}]/CRLs[{}]>>",
            references(&certificates),
            references(&lists)
        );
        self.amended(&self.structure.catalog, &entries);
        self.listing(seal);
        Unsigned {
            bytes: self.bytes,
            range,
            contents,
            room: room(seal),
        }
    }

    fn begin(&mut self, id: ObjectIdentifier) {
        self.written.insert(id.obj_number, (id.gen_number, self.bytes.len()));
        self.bytes
            .extend_from_slice(format!("{} {} obj\n", id.obj_number, id.gen_number).as_bytes());
    }

    fn begin_new(&mut self) -> u32 {
        let number = self.next;
        self.next += 1;
        self.begin(ObjectIdentifier::new(number, 0));
        number
    }

    fn end(&mut self) {
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    fn stream(&mut self, data: &[u8]) -> u32 {
        let number = self.begin_new();
        self.bytes
            .extend_from_slice(format!("<</Length {}>>\nstream\n", data.len()).as_bytes());
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream");
        self.end();
        number
    }

    /// The signature, with room for what is not known yet; answers its number and where the room is.
    fn signature(&mut self, seal: &Seal<'_>) -> (u32, usize, usize) {
        let number = self.begin_new();
        let mut head = String::from("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached");
        // Writing to a string does not fail.
        let _ = write!(head, "/M(D:{}+00'00')", seal.at.format("%Y%m%d%H%M%S"));
        for (key, text) in [
            ("Name", seal.name),
            ("Reason", seal.reason),
            ("Location", seal.location),
        ] {
            if !text.is_empty() {
                let _ = write!(head, "/{key}{}", text_string(text));
            }
        }
        head.push_str("/ByteRange[");
        self.bytes.extend_from_slice(head.as_bytes());
        let range = self.bytes.len();
        self.bytes.extend_from_slice(&[b' '; RANGE]);
        self.bytes.extend_from_slice(b"]/Contents");
        let contents = self.bytes.len();
        self.bytes.push(b'<');
        self.bytes.resize(self.bytes.len() + room(seal), b'0');
        self.bytes.extend_from_slice(b">>>");
        self.end();
        (number, range, contents)
    }

    /// The field, which is its own annotation. Without a size it needs no appearance, and is locked and printed.
    fn field(&mut self, signature: u32) -> u32 {
        let page = self.structure.page;
        let number = self.begin_new();
        let field = format!(
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V {signature} 0 R/F 132/Rect[0 0 0 0]/P {} {} R>>",
            page.obj_number, page.gen_number
        );
        self.bytes.extend_from_slice(field.as_bytes());
        self.end();
        number
    }

    fn amended(&mut self, amended: &Amended, with: &str) {
        self.begin(amended.id);
        self.bytes.extend_from_slice(&amended.before);
        self.bytes.extend_from_slice(with.as_bytes());
        self.bytes.extend_from_slice(&amended.after);
        self.end();
    }

    fn listing(&mut self, seal: &Seal<'_>) {
        let start = self.bytes.len();
        match self.structure.listing {
            Listing::Table => self.table(seal),
            Listing::Stream => self.list_stream(seal),
        }
        self.bytes
            .extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    }

    fn table(&mut self, seal: &Seal<'_>) {
        let mut text = String::from("xref\n");
        for run in self.runs() {
            let _ = writeln!(text, "{} {}", run[0].0, run.len());
            for (_, generation, offset) in run {
                let _ = write!(text, "{offset:010} {generation:05} n\r\n");
            }
        }
        let _ = writeln!(text, "trailer\n<</Size {}{}>>", self.next, self.trailer(seal));
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn list_stream(&mut self, seal: &Seal<'_>) {
        let own = self.begin_new();
        debug_assert!(self.written.contains_key(&own));
        let (mut index, mut data) = (String::new(), Vec::new());
        for run in self.runs() {
            let _ = write!(index, "{} {} ", run[0].0, run.len());
            for (_, generation, offset) in run {
                data.push(1);
                data.extend_from_slice(&u32::try_from(offset).unwrap_or(u32::MAX).to_be_bytes());
                data.extend_from_slice(&u16::try_from(generation).unwrap_or_default().to_be_bytes());
            }
        }
        let head = format!(
            "<</Type/XRef/Size {}/W[1 4 2]/Index[{}]/Length {}{}>>\nstream\n",
            self.next,
            index.trim_end(),
            data.len(),
            self.trailer(seal)
        );
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(&data);
        self.bytes.extend_from_slice(b"\nendstream");
        self.end();
    }

    /// Objects that were written, in runs of numbers that follow each other.
    fn runs(&self) -> Vec<Vec<(u32, i32, usize)>> {
        let mut runs: Vec<Vec<(u32, i32, usize)>> = Vec::new();
        for (number, (generation, offset)) in &self.written {
            let entry = (*number, *generation, *offset);
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| last.0 + 1 == *number) => run.push(entry),
                _ => runs.push(vec![entry]),
            }
        }
        runs
    }

    fn trailer(&self, seal: &Seal<'_>) -> String {
        let structure = self.structure;
        let mut entries = format!("/Root {}/Prev {}", structure.root, structure.previous);
        if let Some(info) = structure.info {
            let _ = write!(entries, "/Info {info}");
        }
        if let Some(identifier) = &structure.identifier {
            let mut digest = Sha256::new();
            digest.update(&self.bytes);
            digest.update(seal.certificate.der());
            let changed = hex::encode(&digest.finalize()[..16]);
            let _ = write!(entries, "/ID[<{}><{changed}>]", hex::encode(identifier));
        }
        entries
    }
}

impl Unsigned {
    /// Fills in the byte range, and answers SHA-256 of everything except the signature.
    pub(super) fn digest(&mut self) -> [u8; 32] {
        let end = self.contents + self.room + 2;
        let range = format!("0 {} {end} {}", self.contents, self.bytes.len() - end);
        let range = format!("{range:<RANGE$}");
        self.bytes[self.range..self.range + RANGE].copy_from_slice(&range.as_bytes()[..RANGE]);
        let mut digest = Sha256::new();
        digest.update(&self.bytes[..self.contents]);
        digest.update(&self.bytes[end..]);
        digest.finalize().into()
    }

    /// Puts the signature into its place, where it fits.
    pub(super) fn put(&mut self, cms: &[u8]) -> Option<()> {
        let start = self.contents + 1;
        let place = self.bytes.get_mut(start..start + cms.len() * 2)?;
        if cms.len() * 2 > self.room {
            return None;
        }
        hex::encode_to_slice(cms, place).ok()
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn references(numbers: &[u32]) -> String {
    let references: Vec<String> = numbers.iter().map(|number| format!("{number} 0 R")).collect();
    references.join(" ")
}

/// Text in any language.
fn text_string(text: &str) -> String {
    let units = text.encode_utf16().fold(String::from("FEFF"), |mut hex, unit| {
        let _ = write!(hex, "{unit:04X}");
        hex
    });
    format!("<{units}>")
}
