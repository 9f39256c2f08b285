//! What an archive holds beside the document: the members with words, and the names of those with bytes.

use super::gather::Gathered;
use crate::ledger::{Placed, root_and_lists};
use crate::office::{Error, Office};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_documents::Digest;
use daftar_domain::ledger::canonical_json;
use daftar_persistence::correspondence::DocumentRow;
use daftar_persistence::filing::PaperRow;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const README: &str = include_str!("readme.txt");

/// A member of an archive.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

/// Where its bytes are.
pub(super) enum Bytes {
    Here(Vec<u8>),
    Blob(Digest),
}

impl Member {
    pub(super) fn text(name: &str, text: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: Bytes::Here(text.into()),
        }
    }

    pub(super) fn blob(name: String, digest: Digest) -> Self {
        Self {
            name,
            bytes: Bytes::Blob(digest),
        }
    }
}

/// The name of a document in the archive: its pages, its place among the paper's documents, and what it was called.
pub(super) fn member_name(paper: &PaperRow, at: usize, document: &DocumentRow) -> String {
    let harmless = |c: char| {
        if c.is_control() || "/\\:*?\"<>|".contains(c) {
            '_'
        } else {
            c
        }
    };
    let name: String = document.file_name.chars().map(harmless).collect();
    format!(
        "papers/{:04}-{:04}/{}-{name}",
        paper.page_first,
        paper.page_last,
        at + 1
    )
}

/// The documents of a file, each once, with their names in the archive, in the order of the file.
pub(super) fn documents(gathered: &Gathered) -> Vec<(String, &DocumentRow)> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for paper in &gathered.papers {
        let rows: BTreeMap<_, _> = paper
            .documents
            .iter()
            .map(|view| (view.document.id, &view.document))
            .collect();
        for (at, id) in paper.row.documents.iter().enumerate() {
            if let Some(document) = rows.get(&id.0).filter(|_| seen.insert(id.0)) {
                all.push((member_name(&paper.row, at, document), *document));
            }
        }
    }
    all
}

/// The digests of papers that the acts speak of and the officer cannot see.
pub(super) fn left_out(gathered: &Gathered) -> Vec<String> {
    let documents = documents(gathered);
    let seen: BTreeSet<&str> = documents.iter().map(|(_, document)| document.digest.as_str()).collect();
    let mut hidden = BTreeSet::new();
    for row in &gathered.acts {
        let body: Value = serde_json::from_str(&row.body).unwrap_or_default();
        let listed = body.pointer("/content/documents").and_then(Value::as_array);
        let issued = (row.kind == "communication_issued")
            .then(|| body.pointer("/content/sha256"))
            .flatten();
        let added = listed.into_iter().flatten().filter(|_| row.kind == "paper_added");
        let digests = added.chain(issued).filter_map(Value::as_str);
        hidden.extend(digests.filter(|digest| !seen.contains(digest)).map(str::to_owned));
    }
    hidden.into_iter().collect()
}

/// Everything with words, in the order of the archive.
pub(super) async fn words(office: &Office, gathered: &Gathered) -> Result<Vec<Member>, Error> {
    let keys = office.ledger_keys().all().iter().map(|key| key.verifier().to_string());
    let witnesses = office.witnesses().all.iter().map(|witness| witness.key.to_string());
    let mut members = vec![
        Member::text("README.txt", README),
        Member::text("file.json", canonical_json(&cover(gathered))),
        Member::text("entries.jsonl", lines(gathered.entries.iter().map(entry))),
        Member::text("notes.jsonl", notes(gathered)),
        Member::text("signatures.jsonl", signatures(gathered)),
        Member::text("texts.jsonl", texts(gathered)),
        Member::text("documents.jsonl", document_lines(gathered)),
        Member::text("movements.jsonl", movements(gathered)),
        Member::text("checkpoint.txt", gathered.checkpoint.note()),
        Member::text("keys.txt", ended(keys)),
        Member::text("witnesses.txt", ended(witnesses)),
    ];
    for (name, der) in root_and_lists(office).await? {
        members.push(Member::text(&format!("certificates/{name}"), der));
    }
    Ok(members)
}

fn ended(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}

fn lines(values: impl Iterator<Item = Value>) -> String {
    ended(values.map(|value| canonical_json(&value)))
}

fn entry(placed: &Placed) -> Value {
    let proof: Vec<String> = placed
        .inclusion
        .proof
        .iter()
        .map(|hash| STANDARD.encode(hash))
        .collect();
    json!({ "position": placed.inclusion.position, "body": placed.body, "proof": proof })
}

fn cover(gathered: &Gathered) -> Value {
    let file = &gathered.detail.file;
    json!({
        "id": file.id,
        "number": file.number,
        "subject": file.subject,
        "classification": file.classification,
        "priority": file.priority,
        "state": file.custody.state(),
        "due_on": file.due_on,
        "opened_at": file.opened_at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        "unit": { "id": gathered.detail.unit.id, "name_en": gathered.detail.unit.name_en, "name_ur": gathered.detail.unit.name_ur },
        "holder": gathered.detail.holder.as_ref().map(post),
    })
}

fn post(post: &daftar_persistence::organisation::PostRef) -> Value {
    json!({ "id": post.id, "title_en": post.title_en, "title_ur": post.title_ur })
}

fn notes(gathered: &Gathered) -> String {
    let notes = gathered.notes.iter().map(|note| &note.row.note);
    lines(notes.map(|note| json!({ "id": note.id, "canonical": canonical_json(&note.canonical()) })))
}

fn signatures(gathered: &Gathered) -> String {
    lines(gathered.signatures.iter().map(|row| {
        json!({
            "file": row.file,
            "note": row.note,
            "communication": row.communication,
            "step": row.step,
            "evidence": row.evidence,
            "statement": row.statement,
        })
    }))
}

fn texts(gathered: &Gathered) -> String {
    lines(
        gathered.texts.iter().map(
            |text| json!({ "communication": text.communication, "text": text.number, "canonical": text.canonical }),
        ),
    )
}

fn document_lines(gathered: &Gathered) -> String {
    lines(documents(gathered).into_iter().map(|(member, document)| {
        json!({ "id": document.id, "sha256": document.digest, "bytes": document.size, "member": member })
    }))
}

fn movements(gathered: &Gathered) -> String {
    lines(gathered.movements.iter().map(|step| {
        let row = &step.row;
        let by = row.by.as_ref();
        json!({
            "ordinal": row.ordinal,
            "kind": row.kind,
            "from": step.from.as_ref().map(post),
            "to": step.to.as_ref().map(post),
            "by": by.map(|(id, en, ur)| json!({ "id": id, "name_en": en, "name_ur": ur })),
            "action": row.action,
            "reason": row.reason,
            "remark": row.remark,
            "at": row.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        })
    }))
}
