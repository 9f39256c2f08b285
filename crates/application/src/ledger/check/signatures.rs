//! Signatures in the office's database, and the keys that they were made with.

use super::CheckError;
use crate::office::Error;
use daftar_domain::identity::PasskeyState;
use daftar_domain::ledger::audit::{Audit, Finding, KeptKey, KeptSignature, KeyState, Proving, Under};
use daftar_domain::office::{PasskeyId, SigningKeyId};
use daftar_domain::signing::Method;
use daftar_persistence::Tx;
use daftar_persistence::signing::SignatureRow;
use sha2::{Digest as _, Sha256};
use std::num::NonZero;
use std::thread;
use uuid::Uuid;

/// Rows that are read at once.
const PAGE: u64 = 4096;

/// Verifies signatures on every core; answers the first that is wrong.
pub(super) fn verify_all(signatures: &[Proving]) -> Result<(), Finding> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = signatures.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let verify = |share: &'_ [Proving]| share.iter().try_for_each(Proving::verify);
        let shares = signatures.chunks(share).map(|share| scope.spawn(move || verify(share)));
        let shares: Vec<_> = shares.collect();
        let ended = shares.into_iter().map(|share| {
            let ended = share.join();
            ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        ended.collect()
    })
}

/// Every signature is under a note, a step or an act on a communication, is what the ledger says of it, and verifies.
pub(super) async fn take_signatures(tx: &Tx, audit: &mut Audit) -> Result<(), CheckError> {
    let mut page = tx.signing().all_signatures(None, PAGE).await?;
    while let Some(last) = page.last().map(|row| row.id) {
        let taken: Result<Vec<Proving>, Finding> = page.iter().map(|row| take(audit, row)).collect();
        let taken = taken?;
        // The next page is read while this one is verified.
        let verifying = tokio::task::spawn_blocking(move || verify_all(&taken));
        let signing = tx.signing();
        let (next, verified) = tokio::join!(signing.all_signatures(Some(last), PAGE), verifying);
        verified.map_err(|error| Error::Internal(error.to_string()))??;
        page = next?;
    }
    Ok(())
}

/// Compares a row with the ledger, and its columns with its evidence.
fn take(audit: &mut Audit, row: &SignatureRow) -> Result<Proving, Finding> {
    let under = match (row.note, row.communication, row.step.map(u32::try_from)) {
        (Some(note), None, None) => Some(Under::Note(note.0)),
        (None, None, Some(Ok(step))) => Some(Under::Step(row.file.0, step)),
        (None, Some(communication), Some(Ok(act))) => Some(Under::Communication(communication.0, act)),
        _ => None,
    };
    let under = under.ok_or_else(|| Finding::new(format!("signature {}", row.id), "it is under nothing"))?;
    let kept = KeptSignature {
        under,
        file: row.file.0,
        evidence: &row.evidence,
        statement: row.statement.as_deref(),
    };
    let proving = audit.signature(&kept, true)?;
    let same = (row.method, row.key, row.person.0, row.at) == (proving.method, proving.key, proving.person, proving.at);
    if same {
        Ok(proving)
    } else {
        Err(proving.wrong("its row is not what its entry says"))
    }
}

/// The keys of officers are those that the ledger knows, and none is missing.
pub(super) async fn take_keys(tx: &Tx, audit: &mut Audit) -> Result<(), CheckError> {
    let mut after: Option<PasskeyId> = None;
    loop {
        let page = tx.identity().passkey_page(None, after, PAGE).await?;
        let Some(last) = page.items.last() else { break };
        after = Some(last.passkey.id);
        for kept in &page.items {
            let passkey = &kept.passkey;
            let state = match passkey.state {
                PasskeyState::Pending => KeyState::Waiting,
                PasskeyState::Approved | PasskeyState::Suspected => KeyState::Known,
                PasskeyState::Revoked => KeyState::Ended,
            };
            let public_key = hex::decode(&passkey.key_digest).ok();
            audit.key(&KeptKey {
                id: passkey.id.0,
                method: Method::Passkey,
                person: passkey.person.0,
                public_key: key_of(public_key.and_then(|digest| digest.try_into().ok()), passkey.id.0)?,
                state,
            })?;
        }
    }
    let mut after: Option<SigningKeyId> = None;
    loop {
        let page = tx.keys().all_officer_keys(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        for key in &page {
            let public_key = hex::decode(&key.public_key).ok();
            let ended = key.retired_at.is_some();
            audit.key(&KeptKey {
                id: key.id.0,
                method: Method::ServerKey,
                person: key.person.0,
                public_key: key_of(public_key.map(|point| Sha256::digest(point).into()), key.id.0)?,
                state: if ended { KeyState::Ended } else { KeyState::Known },
            })?;
        }
    }
}

fn key_of(digest: Option<[u8; 32]>, id: Uuid) -> Result<[u8; 32], Finding> {
    digest.ok_or_else(|| Finding::new(format!("key {id}"), "its public half is none"))
}
