//! Checking the archive of one file, with nothing but its bytes (docs/file-export.md).

use super::export::{SignatureLine, hash_of};
use super::signatures::verify_all;
use super::{CheckError, read_keys};
use daftar_domain::ledger::audit::{
    FileAudit, FileCounts, Finding, KeptSignature, Under, canonical, canonical_form, read_checkpoint,
};
use daftar_domain::ledger::tree::Hash;
use daftar_domain::ledger::{TrustedKeys, VerifierKey};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;
use uuid::Uuid;
use zip::{CompressionMethod, ZipArchive};

/// The most bytes of a member with words.
const MOST_WORDS: u64 = 512 * 1024 * 1024;
const CHUNK: usize = 256 * 1024;
const MANIFEST: &str = "manifest.json";
/// Members that every archive has.
const NEEDED: [&str; 12] = [
    "README.txt",
    "file.json",
    "entries.jsonl",
    "notes.jsonl",
    "signatures.jsonl",
    "texts.jsonl",
    "documents.jsonl",
    "movements.jsonl",
    "checkpoint.txt",
    "keys.txt",
    "witnesses.txt",
    "book.pdf",
];
/// What an archive has where the office has authorities for certificates.
const CERTIFICATES: [&str; 4] = [
    "certificates/root.der",
    "certificates/root.crl",
    "certificates/issuing.der",
    "certificates/issuing.crl",
];
/// What a member costs beside its bytes and twice its name, and the end of the archive: no byte is anything else.
const HEADS: u64 = 30 + 46;
const END: u64 = 22;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    v: u32,
    format: String,
    #[serde(rename = "export")]
    _export: Uuid,
    file: FileLine,
    #[serde(rename = "language")]
    _language: String,
    #[serde(rename = "exported_by")]
    _exported_by: ExporterLine,
    #[serde(rename = "exported_at")]
    _exported_at: String,
    checkpoint: CheckpointLine,
    left_out: Vec<String>,
    members: Vec<MemberLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLine {
    id: Uuid,
    number: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExporterLine {
    #[serde(rename = "person")]
    _person: Uuid,
    #[serde(rename = "post")]
    _post: Uuid,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckpointLine {
    origin: String,
    size: u64,
    root: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberLine {
    name: String,
    bytes: u64,
    sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryLine {
    position: u64,
    body: String,
    proof: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteLine {
    id: Uuid,
    canonical: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextLine {
    communication: Uuid,
    text: u32,
    canonical: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentLine {
    id: Uuid,
    sha256: String,
    bytes: u64,
    member: String,
}

/// What was proved of an archive.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// The file's number, as the archive says.
    pub number: String,
    /// The name of the ledger.
    pub origin: String,
    /// How many entries the checkpoint covers.
    pub size: u64,
    /// What was checked.
    pub counts: FileCounts,
    /// How many members have the digests of the manifest.
    pub members: usize,
}

/// The verifier keys that an archive itself names: what they prove is nothing about who made it.
///
/// # Errors
/// When it cannot be read.
pub fn keys_in_archive(path: &Path) -> Result<Vec<VerifierKey>, CheckError> {
    let mut opened = Opened::open(path)?;
    let text = opened.words("keys.txt")?;
    Ok(read_keys(&text).map_err(|error| Finding::new("keys.txt", error.to_string()))?)
}

/// Checks an archive.
///
/// # Errors
/// The first wrong thing, or why it could not be read.
pub fn check_archive(path: &Path, keys: &TrustedKeys, witnesses: &[VerifierKey]) -> Result<FileReport, CheckError> {
    let mut opened = Opened::open(path)?;
    let manifest = opened.words(MANIFEST)?;
    let manifest: Manifest = read(MANIFEST, &manifest, canonical)?;
    if (manifest.v, manifest.format.as_str()) != (1, "daftar-file") {
        return Err(wrong(MANIFEST, "it is of another format, or of a later version"));
    }
    let digests = opened.compare(&manifest.members)?;
    let note = opened.words("checkpoint.txt")?;
    let said = &manifest.checkpoint;
    let checkpoint = read_checkpoint(&note)?.1;
    let same = (&checkpoint.origin, checkpoint.size) == (&said.origin, said.size);
    if !same || hash_of(&said.root) != Some(checkpoint.root) {
        return Err(wrong(MANIFEST, "it names another checkpoint than checkpoint.txt"));
    }
    let cover: Value = read("file.json", &opened.words("file.json")?, canonical)?;
    let named = (cover.get("id"), cover.get("number"));
    let ours = (
        Value::from(manifest.file.id.to_string()),
        Value::from(manifest.file.number.clone()),
    );
    if named != (Some(&ours.0), Some(&ours.1)) {
        return Err(wrong("file.json", "it is of another file than the manifest"));
    }
    let mut audit = FileAudit::new(manifest.file.id, &note, keys, witnesses)?;
    for line in opened.lines::<EntryLine>("entries.jsonl")? {
        let proof: Option<Vec<Hash>> = line.proof.iter().map(|hash| hash_of(hash)).collect();
        let place = format!("entry {}", line.position);
        let proof = proof.ok_or_else(|| wrong(place, "its proof does not consist of hashes"))?;
        audit.entry(line.position, &line.body, &proof)?;
    }
    for line in opened.lines::<NoteLine>("notes.jsonl")? {
        audit.note(line.id, &line.canonical)?;
    }
    for line in opened.lines::<TextLine>("texts.jsonl")? {
        audit.text(line.communication, line.text, &line.canonical)?;
    }
    take_signatures(&mut opened, &mut audit)?;
    take_documents(&mut opened, &mut audit, &digests)?;
    opened.lines::<Value>("movements.jsonl")?;
    for sha256 in &manifest.left_out {
        audit.left_out(sha256)?;
    }
    Ok(FileReport {
        number: manifest.file.number,
        origin: checkpoint.origin,
        size: checkpoint.size,
        counts: audit.finish()?,
        members: digests.len(),
    })
}

fn take_signatures(opened: &mut Opened, audit: &mut FileAudit) -> Result<(), CheckError> {
    let mut waiting = Vec::new();
    for line in opened.lines::<SignatureLine>("signatures.jsonl")? {
        let under: Option<Under> = line.under();
        let kept = KeptSignature {
            under: under.ok_or_else(|| wrong("signatures.jsonl", "a signature is under nothing"))?,
            file: line.file,
            evidence: &line.evidence,
            statement: line.statement.as_deref(),
        };
        waiting.push(audit.signature(&kept)?);
    }
    Ok(verify_all(&waiting)?)
}

/// Every document has its member, and every member of papers its document.
fn take_documents(
    opened: &mut Opened,
    audit: &mut FileAudit,
    digests: &BTreeMap<String, (u64, String)>,
) -> Result<(), CheckError> {
    let mut named = BTreeSet::new();
    for line in opened.lines::<DocumentLine>("documents.jsonl")? {
        let place = format!("document {}", line.id);
        if !line.member.starts_with("papers/") || !named.insert(line.member.clone()) {
            return Err(wrong(place, "it has not a member of its own"));
        }
        if digests.get(&line.member) != Some(&(line.bytes, line.sha256.clone())) {
            return Err(wrong(place, "its member has other bytes"));
        }
        audit.document(line.id, &line.sha256)?;
    }
    let known = |name: &String| {
        named.contains(name) || NEEDED.contains(&name.as_str()) || CERTIFICATES.contains(&name.as_str())
    };
    match digests.keys().find(|name| !known(name)) {
        Some(name) => Err(wrong(name, "nothing speaks of it")),
        None => Ok(()),
    }
}

fn wrong(place: impl Into<String>, problem: &str) -> CheckError {
    Finding::new(place, problem).into()
}

fn read<T: DeserializeOwned>(
    place: &str,
    text: &str,
    form: fn(&str) -> Result<Value, &'static str>,
) -> Result<T, CheckError> {
    let value = form(text).map_err(|problem| wrong(place, problem))?;
    serde_json::from_value(value).map_err(|_| wrong(place, "it has not the form of its member"))
}

/// An archive whose members lie one after the other, and nothing between or around them.
struct Opened {
    zip: ZipArchive<BufReader<File>>,
}

impl Opened {
    fn open(path: &Path) -> Result<Self, CheckError> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let zip = ZipArchive::new(BufReader::new(file));
        let mut zip = zip.map_err(|error| wrong("the archive", &error.to_string()))?;
        let mut expected = END;
        for at in 0..zip.len() {
            let member = zip
                .by_index_raw(at)
                .map_err(|error| wrong("the archive", &error.to_string()))?;
            let name = member.name().unwrap_or_default();
            if !is_name(&name) || member.compression() != CompressionMethod::Stored {
                return Err(wrong("the archive", "a member has a name that is none, or is packed"));
            }
            expected += HEADS + 2 * name.len() as u64 + member.size();
        }
        if expected != length {
            return Err(wrong(
                "the archive",
                "it holds bytes that belong to no member, or a member twice",
            ));
        }
        Ok(Self { zip })
    }

    /// Every member has the digest of its line, and there is none besides; answers size and digest of each.
    fn compare(&mut self, lines: &[MemberLine]) -> Result<BTreeMap<String, (u64, String)>, CheckError> {
        let mut digests = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            let mut member = self.zip.by_index(at).map_err(|_| wrong(&line.name, "it is missing"))?;
            if member.name().ok().as_deref() != Some(line.name.as_str()) {
                return Err(wrong(&line.name, "it is missing, or does not stand in its place"));
            }
            let (mut hasher, mut size, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
            loop {
                let got = member
                    .read(&mut chunk)
                    .map_err(|_| wrong(&line.name, "it cannot be read"))?;
                if got == 0 {
                    break;
                }
                hasher.update(&chunk[..got]);
                size += got as u64;
            }
            let found = (size, hex::encode(hasher.finalize()));
            if found != (line.bytes, line.sha256.clone()) {
                return Err(wrong(&line.name, "it is not what the manifest says: it was changed"));
            }
            if digests.insert(line.name.clone(), found).is_some() {
                return Err(wrong(&line.name, "it stands there twice"));
            }
        }
        if self.zip.len() != lines.len() + 1 || self.zip.index_for_name(MANIFEST) != Some(lines.len()) {
            return Err(wrong(
                "the archive",
                "it has other members than its manifest, which is the last one",
            ));
        }
        match NEEDED.iter().find(|name| !digests.contains_key(**name)) {
            Some(name) => Err(wrong(*name, "it is missing")),
            None => Ok(digests),
        }
    }

    fn words(&mut self, name: &str) -> Result<String, CheckError> {
        let member = self.zip.by_name(name).map_err(|_| wrong(name, "it is missing"))?;
        let mut text = String::new();
        let read = member.take(MOST_WORDS).read_to_string(&mut text);
        read.map_err(|error| wrong(name, &error.to_string()))?;
        Ok(text)
    }

    /// The lines of a member, each canonical JSON, which may hold JSON as a text.
    fn lines<T: DeserializeOwned>(&mut self, name: &str) -> Result<Vec<T>, CheckError> {
        let text = self.words(name)?;
        if !text.is_empty() && !text.ends_with('\n') {
            return Err(wrong(name, "its last line is not ended"));
        }
        let lines = text.lines().zip(1..);
        lines
            .map(|(line, number): (&str, u64)| read(&format!("{name} line {number}"), line, canonical_form))
            .collect()
    }
}

/// A name that stays within the folder that an archive is unpacked into.
fn is_name(name: &str) -> bool {
    let harmless = !name.contains('\\') && !name.chars().any(char::is_control);
    harmless && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
