//! The changes, each with what must be said of it.

use super::facts::{Facts, quoted};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_domain::ledger::sha256_hex;
use daftar_domain::ledger::tree::leaf_hash;

/// A change by direct SQL, and what it must be refused with.
pub(super) struct Change {
    pub(super) sql: String,
    pub(super) says: String,
}

pub(super) fn change(sql: impl Into<String>, says: impl Into<String>) -> Change {
    let (sql, says) = (sql.into(), says.into());
    Change { sql, says }
}

/// Everything.
pub(super) fn all(facts: &Facts) -> Vec<Change> {
    [
        columns(facts),
        bodies(facts),
        places(facts),
        notes(facts),
        documents(facts),
        checkpoints(facts),
        tiles(facts),
        super::drafts::texts_of_drafts(facts),
        super::drafts::rows(facts),
        super::signatures::rows(facts),
        super::signatures::keys(facts),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Columns say what the body says.
fn columns(facts: &Facts) -> Vec<Change> {
    let entry = facts.of("receipt_accepted");
    let set = |assignment: &str, problem: &str| {
        let sql = format!("UPDATE ledger_entries SET {assignment} WHERE position = {}", entry.at);
        change(sql, format!("entry {} ({}): {problem}", entry.at, entry.id))
    };
    let column =
        |assignment: &str, key: &str| set(assignment, &format!("its column for {key} is not what its body says"));
    let other = |column: &str| {
        format!(
            "{column} = (SELECT {column} FROM ledger_entries WHERE position = {})",
            entry.at + 1
        )
    };
    let last = facts.entries.len() - 1;
    let words = facts.of("file_amended");
    let opening = |assignment: &str, entry: &super::facts::Entry| {
        let sql = format!(
            "UPDATE ledger_entries SET opening = {assignment} WHERE position = {}",
            entry.at
        );
        change(
            sql,
            format!(
                "entry {} ({}): the words kept beside it are not those of the act",
                entry.at, entry.id
            ),
        )
    };
    let renamed = format!(
        "UPDATE ledger_entries SET id = {} WHERE position = {}",
        facts.id(&facts.file),
        entry.at
    );
    vec![
        set("digest = 'ab'", "its digest is not that of its body"),
        column("module = 'filing'", "module"),
        column("kind = 'receipt_returned'", "kind"),
        column("subject_kind = 'file'", "subject_kind"),
        column(
            &other("subject_id").replace(&format!("= {})", entry.at + 1), "= 0)"),
            "subject",
        ),
        column("person_id = post_id", "person"),
        column("person_id = NULL", "person"),
        column("post_id = NULL", "post"),
        column("charge_id = person_id", "charge"),
        column(
            &format!("at = (SELECT at FROM ledger_entries WHERE position = {last})"),
            "at",
        ),
        change(
            renamed,
            format!(
                "entry {} ({}): its column for id is not what its body says",
                entry.at, facts.file
            ),
        ),
        opening("replace(opening, 'canals', 'castles')", words),
        opening("NULL", words),
        opening("opening || ' '", words),
        opening("'{}'", entry),
    ]
}

/// Bodies are those of the tree.
fn bodies(facts: &Facts) -> Vec<Change> {
    let (first, second) = (facts.of("receipt_accepted"), facts.of("receipt_filed"));
    let place = |entry: &super::facts::Entry| format!("entry {} ({})", entry.at, entry.id);
    let digest = format!("{}: its digest is not that of its body", place(first));
    let with_body = |at: usize, body: &str| {
        format!(
            "UPDATE ledger_entries SET body = {} WHERE position = {at}",
            quoted(body)
        )
    };
    let root = format!("checkpoint of size {}: the entries have another root", facts.sizes[0]);
    // With a digest of its own the forged body is whole in itself.
    let forged = |body: &str| {
        format!(
            "{}; UPDATE ledger_entries SET digest = '{}' WHERE position = {}",
            with_body(first.at, body),
            sha256_hex(body),
            first.at
        )
    };
    let more = first
        .body
        .replacen("\"content\":{", "\"content\":{\"a\":1,", 1)
        .replace(",}", "}");
    assert_ne!(more, first.body);
    let key = &facts.entries[0];
    let late = facts.entries.last().unwrap();
    let late_body = late.body.replace("\"number\":4", "\"number\":5");
    assert_ne!(late_body, late.body);
    let late_forged = format!(
        "{}; UPDATE ledger_entries SET digest = '{}' WHERE position = {}",
        with_body(late.at, &late_body),
        sha256_hex(&late_body),
        late.at
    );
    vec![
        change(with_body(first.at, &more), digest.clone()),
        change(forged(&more), root.clone()),
        change(
            late_forged,
            format!("checkpoint of size {}: the entries have another root", facts.sizes[2]),
        ),
        change(
            forged(&format!("{} ", first.body)),
            format!("entry {}: it is not canonical JSON", first.at),
        ),
        change(
            forged(&first.body.replace("\"v\":2", "\"v\":1")),
            format!("entry {}: its version is not known", first.at),
        ),
        change(
            forged(&first.body.replace("\"v\":2", "\"v\":2,\"w\":2")),
            format!("entry {}: it has not the keys of an entry", first.at),
        ),
        change(with_body(first.at, "nothing"), digest.clone()),
        change(forged("nothing"), format!("{}: its body is not JSON", place(first))),
        change(
            format!(
                "{}; {}",
                with_body(first.at, &second.body),
                with_body(second.at, &first.body)
            ),
            digest,
        ),
        change(
            with_body(0, &key.body.replace("daftar.test", "daftar.best")),
            format!("{}: its digest is not that of its body", place(key)),
        ),
    ]
}

/// Positions are those of the tree, and all are there.
fn places(facts: &Facts) -> Vec<Change> {
    let size = facts.entries.len();
    let at = facts.of("receipt_accepted").at;
    let (early, last) = (facts.sizes[0], facts.sizes[2]);
    let root = format!("checkpoint of size {early}: the entries have another root");
    let delete = |at: usize| format!("DELETE FROM ledger_entries WHERE position = {at}");
    // Positions are unique, so that they move by way of negative ones.
    let shift = |from: usize, by: &str| {
        format!(
            "UPDATE ledger_entries SET position = -1 - position WHERE position >= {from}; \
        UPDATE ledger_entries SET position = -1 - position {by} WHERE position < 0"
        )
    };
    // A copy of an entry under another id, whole in itself.
    let entry = facts.of("receipt_accepted");
    let copy = entry.body.replace(&entry.id, &facts.file);
    let inserted = |position: &str| {
        format!(
            "INSERT INTO ledger_entries (id, at, module, kind, subject_kind, subject_id, \
        person_id, post_id, charge_id, digest, body, position) SELECT {}, at, module, kind, subject_kind, subject_id, \
        person_id, post_id, charge_id, '{}', {}, {position} FROM ledger_entries WHERE position = {}",
            facts.id(&facts.file),
            sha256_hex(&copy),
            quoted(&copy),
            if position == at.to_string() { at + 1 } else { at }
        )
    };
    vec![
        change(delete(at), format!("entry {at}: it is missing from the database")),
        change(delete(0), "entry 0: it is missing from the database"),
        change(
            delete(size - 1),
            format!("checkpoint of size {last}: the ledger has {} entries there", size - 1),
        ),
        change(format!("{}; {}", delete(at), shift(at, "- 1")), root.clone()),
        change(
            format!("{}; {}", delete(0), shift(0, "- 1")),
            "entry 0: a ledger begins with its first key",
        ),
        change(
            format!(
                "UPDATE ledger_entries SET position = -7 WHERE position = {at}; \
                UPDATE ledger_entries SET position = {at} WHERE position = {0}; \
                UPDATE ledger_entries SET position = {0} WHERE position = -7",
                at + 1
            ),
            root.clone(),
        ),
        change(
            inserted(&size.to_string()),
            format!("the end of the ledger: no checkpoint covers the entries after {last}"),
        ),
        change(
            inserted(&(size + 3).to_string()),
            format!("entry {size}: it is missing from the database"),
        ),
        change(format!("{}; {}", shift(at, "+ 1"), inserted(&at.to_string())), root),
        change(inserted("-3"), format!("entry {}: its position is none", facts.file)),
        change(
            format!(
                "UPDATE ledger_entries SET position = NULL WHERE position = {}",
                size - 1
            ),
            format!("checkpoint of size {last}: the ledger has {} entries there", size - 1),
        ),
        change(
            "DELETE FROM ledger_entries",
            format!("checkpoint of size {early}: the ledger has 0 entries there"),
        ),
    ]
}

/// Notes are those that were signed.
fn notes(facts: &Facts) -> Vec<Change> {
    let entry = facts.note();
    let id = entry.parsed["content"]["note"]["id"].as_str().unwrap();
    let place = format!("note 2 of file {}", facts.file);
    let on = |assignment: &str| format!("UPDATE notes SET {assignment} WHERE id = {}", facts.id(id));
    let changed = |assignment: &str| {
        change(
            on(assignment),
            format!("{place}: it is not what entry {} says: it was changed", entry.at),
        )
    };
    let added = format!(
        "INSERT INTO notes (id, file_id, ordinal, kind, paragraph_first, paragraph_last, content, \
        author_person_id, author_post_id, author_charge_id, classification, at, previous, attachments, digest) \
        SELECT {}, file_id, ordinal + 100, kind, paragraph_first + 100, paragraph_last + 100, content, author_person_id, \
        author_post_id, author_charge_id, classification, at, previous, attachments, 'another' FROM notes WHERE id = {}",
        facts.id(&facts.document),
        facts.id(id)
    );
    vec![
        changed("content = replace(content, 'Submitted', 'Withdrawn')"),
        changed("ordinal = ordinal + 100"),
        changed("paragraph_first = paragraph_first + 50, paragraph_last = paragraph_last + 50"),
        changed("classification = 'unclassified'"),
        changed("previous = NULL"),
        changed("at = (SELECT max(at) FROM ledger_entries)"),
        changed("author_person_id = author_post_id"),
        changed("author_charge_id = author_post_id"),
        changed("author_post_id = author_person_id"),
        changed("file_id = author_post_id"),
        change(
            on("paragraph_last = paragraph_last + 50"),
            format!("{place}: its row is not what its canonical form says"),
        ),
        change(
            on("digest = 'another'"),
            format!("{place}: its row is not what its canonical form says"),
        ),
        change(on("kind = 'nothing'"), "notes: unknown word 'nothing'"),
        change(
            format!("DELETE FROM notes WHERE id = {}", facts.id(id)),
            format!("{place}: it is missing; entry {} speaks of it", entry.at),
        ),
        change(added, format!("note {}: the ledger does not know it", facts.document)),
    ]
}

/// Papers are those that were uploaded.
fn documents(facts: &Facts) -> Vec<Change> {
    let entry = facts.of("document_uploaded");
    assert_eq!(entry.parsed["subject"], facts.document.as_str());
    let (id, place) = (facts.id(&facts.document), format!("document {}", facts.document));
    let changed = format!("{place}: it is not what entry {} says: it was changed", entry.at);
    let added = format!(
        "INSERT INTO documents (id, digest, size, media_type, file_name, pages, preview, uploaded_at, \
        uploaded_by, uploader_id) SELECT {}, digest, size, media_type, file_name, pages, preview, uploaded_at, uploaded_by, \
        uploader_id FROM documents WHERE id = {id}",
        facts.id(&facts.file)
    );
    let other = facts.id(&facts.other_document);
    vec![
        change(
            format!("UPDATE documents SET digest = '{}' WHERE id = {id}", "ab".repeat(32)),
            changed.clone(),
        ),
        change(
            format!("UPDATE documents SET digest = (SELECT digest FROM documents WHERE id = {other}) WHERE id = {id}"),
            changed,
        ),
        change(
            format!("DELETE FROM documents WHERE id = {id}"),
            format!("{place}: it is missing; entry {} speaks of it", entry.at),
        ),
        change(added, format!("document {}: the ledger does not know it", facts.file)),
    ]
}

/// Checkpoints are those that were signed.
fn checkpoints(facts: &Facts) -> Vec<Change> {
    let [early, middle, last] = facts.sizes[..] else {
        panic!("three checkpoints")
    };
    let place = format!("checkpoint of size {middle}");
    let set = |assignment: &str| format!("UPDATE ledger_checkpoints SET {assignment} WHERE size = {middle}");
    let with_note = |note: &str| set(&format!("note = {}", quoted(note)));
    let note = &facts.notes[1];
    let root = note.split('\n').nth(2).unwrap();
    let other_root = STANDARD.encode([1; 32]);
    let added = format!(
        "INSERT INTO ledger_checkpoints (size, root, at, note, kept) SELECT {0}, root, at, note, kept \
        FROM ledger_checkpoints WHERE size = {middle}",
        middle + 1
    );
    let cosigned = format!(
        "INSERT INTO ledger_cosignatures (size, witness, line, at) SELECT size, 'w', 'nonsense', at \
        FROM ledger_checkpoints WHERE size = {middle}"
    );
    vec![
        change(
            with_note("nonsense"),
            format!("checkpoint at {middle} entries: not a signed note"),
        ),
        change(
            with_note(&note.replace(root, &other_root)),
            format!("{place}: the entries have another root"),
        ),
        change(
            with_note(&note.replacen("daftar.test", "daftar.best", 1)),
            format!("{place}: its origin is daftar.best/ledger, not daftar.test/ledger"),
        ),
        change(
            with_note(&with_a_bit_turned(note)),
            format!("{place}: a signature of {} is false", key(facts)),
        ),
        change(
            with_note(&facts.signed_by_a_stranger(1)),
            format!("{place}: no trusted key has signed it"),
        ),
        change(
            with_note(&facts.notes[0]),
            format!("checkpoint of size {early}: it does not come after the one before it"),
        ),
        change(
            with_note(&facts.notes[2]),
            format!("checkpoint of size {last}: the ledger has {middle} entries there"),
        ),
        change(
            set("root = 'ab'"),
            format!("{place}: its row is not what its note says"),
        ),
        change(
            set("size = size + 1"),
            format!("{place}: the ledger has {} entries there", middle + 1),
        ),
        change(
            set("at = (SELECT at FROM ledger_checkpoints ORDER BY size DESC LIMIT 1)")
                .replace(&format!("size = {middle}"), &format!("size = {early}")),
            format!("{place}: it does not come after the one before it"),
        ),
        change(added, format!("{place}: it does not come after the one before it")),
        change(cosigned, format!("checkpoint at {middle} entries: not a signed note")),
        change(
            format!("DELETE FROM ledger_checkpoints WHERE size = {last}"),
            format!("the end of the ledger: no checkpoint covers the entries after {middle}"),
        ),
        change(
            "DELETE FROM ledger_checkpoints",
            "the end of the ledger: no checkpoint covers the entries after 0",
        ),
    ]
}

/// The office's key.
fn key(facts: &Facts) -> &str {
    facts.entries[0].parsed["content"]["key"].as_str().unwrap()
}

/// The same note with one bit of its signature turned, behind the four bytes of the key's id.
pub(super) fn with_a_bit_turned(note: &str) -> String {
    let signature = note.trim_end().rsplit(' ').next().unwrap();
    let mut bytes = STANDARD.decode(signature).unwrap();
    bytes[10] ^= 1;
    note.replace(signature, &STANDARD.encode(bytes))
}

/// Tiles hold the hashes of the entries, and nothing else.
fn tiles(facts: &Facts) -> Vec<Change> {
    let set = |value: &str| format!("UPDATE ledger_tiles SET hashes = {value} WHERE level = 0 AND place = 0");
    let size = facts.entries.len();
    let other = "tile 0 of level 0: its hashes are not those of the entries";
    let more = "tiles: they hold more than the hashes of the entries";
    let zeros = |count: usize| facts.bytes(&vec![0; count]);
    let hashes: Vec<u8> = facts
        .entries
        .iter()
        .flat_map(|entry| leaf_hash(entry.body.as_bytes()))
        .collect();
    vec![
        change(set(&zeros(32 * size)), other),
        change(set(&zeros(32)), other),
        change(set(&zeros(33)), "ledger_tiles: a tile does not hold whole hashes"),
        change(set(&facts.bytes(&[hashes, vec![0; 32]].concat())), more),
        change("DELETE FROM ledger_tiles", other),
        change(
            format!(
                "INSERT INTO ledger_tiles (level, place, hashes) VALUES (0, 1, {})",
                zeros(32)
            ),
            more,
        ),
    ]
}
