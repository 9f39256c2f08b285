//! The office's own check of its ledger: asked for by auditors, and by the clock; done beside the jobs.
//!
//! It looks at everything that `daftar verify` looks at, from the inside: whoever distrusts the office runs that on another
//! machine, over an export.

use super::check::{CheckError, check_office};
use crate::office::{Error, Office, permit};
use chrono::Duration;
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::ledger::audit::{Counts, Known};
use daftar_domain::ledger::{TrustedKeys, VerificationState, is_due};
use daftar_persistence::ledger::{VerificationEnd, VerificationRow};
use daftar_persistence::{Cursor, Page};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// How long a run belongs to whoever does it without a sign of life.
const LEASE: Duration = Duration::minutes(1);
/// How often a sign of life is given.
const SIGN: std::time::Duration = std::time::Duration::from_secs(2);

/// A page of the runs, the latest first.
pub async fn verifications(
    office: &Office,
    officer: &Officer,
    cursor: Option<&Cursor>,
    limit: u64,
) -> Result<Page<VerificationRow>, Error> {
    permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
    let before = cursor.map(Cursor::unpack).transpose()?;
    Ok(office.database().ledger().verifications(before, limit).await?)
}

/// Whether the last run that could be carried through found the ledger whole; for whoever watches the machine.
pub async fn last_verified(office: &Office) -> Result<Option<bool>, Error> {
    let found = office.database().ledger().last_verified().await?;
    Ok(found.map(|state| state == VerificationState::Whole))
}

/// Asks for a run; where one has not ended yet, that one is answered.
pub async fn ask_verification(office: &Office, officer: &Officer) -> Result<Uuid, Error> {
    office
        .act(officer, None, async |work| {
            work.permit(officer, Action::ReadLedger, Standing::GENERAL, None)?;
            if let Some(open) = work.tx.ledger().open_verification().await? {
                return Ok(open.id);
            }
            let id = work.new_id();
            let by = Some(officer.person);
            work.tx.ledger().ask_verification(id, by, work.now).await?;
            Ok(id)
        })
        .await
}

/// Does the run that was asked for first, if there is one; where `every` has passed since the last one, the office asks by
/// itself. Answers what came of it.
///
/// # Errors
/// When the database fails. That the ledger is not whole is no error.
pub async fn verify_when_asked(office: &Office, every: Option<Duration>) -> Result<Option<VerificationState>, Error> {
    let Some(id) = take(office, every).await? else {
        return Ok(None);
    };
    let (done, total) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let (counted, of) = (done.clone(), total.clone());
    let mut progress = move |done: u64, total: u64| {
        counted.store(done, Ordering::Relaxed);
        of.store(total, Ordering::Relaxed);
    };
    let check = check_office(office.database(), None, known(office), &mut progress);
    tokio::pin!(check);
    let checked = loop {
        tokio::select! {
            checked = &mut check => break checked,
            () = tokio::time::sleep(SIGN) => {
                let (done, total) = (done.load(Ordering::Relaxed), total.load(Ordering::Relaxed));
                let tx = office.database().begin().await?;
                tx.ledger().note_verification(id, done, total, office.now() + LEASE).await?;
                tx.commit().await?;
            }
        }
    };
    let end = end_of(checked);
    let tx = office.database().begin().await?;
    if let Some(counts) = end.1 {
        tx.ledger()
            .note_verification(id, counts.entries, counts.entries, office.now())
            .await?;
    }
    tx.ledger().end_verification(id, &end.0, office.now()).await?;
    tx.commit().await?;
    Ok(Some(end.0.outcome))
}

/// Takes the run that is next.
async fn take(office: &Office, every: Option<Duration>) -> Result<Option<Uuid>, Error> {
    let now = office.now();
    // Mostly there is nothing to do: a look without the writer.
    let ledger = office.database().ledger();
    let last = ledger.verifications(None, 1).await?.items.pop();
    let due = is_due(last.map(|row| row.asked_at), every, now);
    if !due && ledger.open_verification().await?.is_none() {
        return Ok(None);
    }
    let tx = office.database().begin().await?;
    let id = if let Some(open) = tx.ledger().open_verification().await? {
        open.id
    } else {
        let id = office.new_id();
        tx.ledger().ask_verification(id, None, now).await?;
        id
    };
    let mine = tx.ledger().take_verification(id, now, now + LEASE).await?;
    tx.commit().await?;
    Ok(mine.then_some(id))
}

/// What the office itself knows: its first key, and its witnesses.
fn known(office: &Office) -> Known {
    let first = office.ledger_keys().all().iter().take(1);
    Known {
        keys: TrustedKeys::given(first.map(|key| key.verifier().clone())),
        witnesses: office
            .witnesses()
            .all
            .iter()
            .map(|witness| witness.key.clone())
            .collect(),
        ..Known::default()
    }
}

fn end_of(checked: Result<Counts, CheckError>) -> (VerificationEnd, Option<Counts>) {
    let (outcome, place, problem, counts) = match checked {
        Ok(counts) => (VerificationState::Whole, None, None, Some(counts)),
        Err(CheckError::Found(finding)) => {
            tracing::error!(
                place = finding.place,
                problem = finding.problem,
                "THE LEDGER IS NOT WHOLE"
            );
            (
                VerificationState::Wrong,
                Some(finding.place),
                Some(finding.problem),
                None,
            )
        }
        Err(CheckError::Unread(error)) => {
            tracing::error!(%error, "the ledger could not be checked");
            (VerificationState::Unread, None, Some(error.to_string()), None)
        }
    };
    let end = VerificationEnd {
        outcome,
        place,
        problem,
        counts: counts.and_then(|counts| serde_json::to_string(&counts).ok()),
    };
    (end, counts)
}
