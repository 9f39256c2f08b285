//! Whether a row of the ledger is what its body says.

use daftar_domain::ledger::audit::{Audit, Finding};
use daftar_domain::ledger::sha256_hex;
use daftar_domain::ledger::tree::ChangedTiles;
use daftar_persistence::ledger::{AuditedRow, CheckpointRow};
use serde_json::{Value, json};

/// Takes a page of rows with the checkpoints that lie within it. Answers the tiles that they make.
pub(super) fn take(
    audit: &mut Audit,
    rows: &[AuditedRow],
    checkpoints: &mut std::collections::VecDeque<(CheckpointRow, String)>,
) -> Result<ChangedTiles, Finding> {
    let mut tiles = ChangedTiles::new();
    for row in rows {
        let place = audit.size();
        if row.position != i64::try_from(place).ok() {
            return Err(Finding::new(
                format!("entry {place}"),
                "it is missing from the database",
            ));
        }
        compare(row, place)?;
        tiles.extend(audit.entry(&row.body)?);
        while let Some((checkpoint, note)) = checkpoints.pop_front_if(|(row, _)| row.size <= audit.size()) {
            tiles.extend(audit.checkpoint(&note, checkpoint.at)?);
            compare_checkpoint(&checkpoint, &note)?;
        }
    }
    Ok(tiles)
}

/// Takes the entries that wait for their places.
pub(super) fn take_waiting(audit: &mut Audit, rows: &[AuditedRow]) -> Result<(), Finding> {
    for (row, place) in rows.iter().zip(audit.size()..) {
        if row.position.is_some() {
            return Err(Finding::new(format!("entry {}", row.id), "its position is none"));
        }
        compare(row, place)?;
        audit.waiting(&row.body)?;
    }
    Ok(())
}

/// Lists and filters read the columns: they must say what the body says.
fn compare(row: &AuditedRow, place: u64) -> Result<(), Finding> {
    let wrong = |problem: &str| Finding::new(format!("entry {place} ({})", row.id), problem);
    if row.digest != sha256_hex(&row.body) {
        return Err(wrong("its digest is not that of its body"));
    }
    let body: Value = serde_json::from_str(&row.body).map_err(|_| wrong("its body is not JSON"))?;
    let columns = json!({
        "id": row.id,
        "module": row.module,
        "kind": row.kind,
        "subject_kind": row.subject_kind,
        "subject": row.subject_id,
        "person": row.person_id,
        "post": row.post_id,
        "charge": row.charge_id,
        "at": row.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        "commitment": row.opening.as_deref().map(sha256_hex),
    });
    let differing = columns.as_object().into_iter().flatten();
    match differing
        .into_iter()
        .find(|(key, value)| body.get(key.as_str()) != Some(value))
    {
        Some((key, _)) if key == "commitment" => Err(wrong("the words kept beside it are not those of the act")),
        Some((key, _)) => Err(wrong(&format!("its column for {key} is not what its body says"))),
        None => Ok(()),
    }
}

fn compare_checkpoint(row: &CheckpointRow, note: &str) -> Result<(), Finding> {
    let (_, checkpoint) = daftar_domain::ledger::audit::read_checkpoint(note)?;
    if checkpoint.size == row.size && hex::encode(checkpoint.root) == row.root {
        Ok(())
    } else {
        Err(Finding::new(
            format!("checkpoint of size {}", row.size),
            "its row is not what its note says",
        ))
    }
}
