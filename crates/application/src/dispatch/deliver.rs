//! Delivering to addressees inside the office: a job that may run twice, or on two nodes at once, and delivers once.

use super::letter::Letter;
use super::place::place;
use crate::correspondence::{Incoming, take_in};
use crate::office::{Error, Office, Work};
use daftar_domain::correspondence::ReceiptAction;
use daftar_domain::dispatch::{Dispatch, DispatchRole, Failure, Progress};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{DispatchId, IssueId};
use daftar_persistence::dispatch::NewProof;
use serde::{Deserialize, Serialize};

/// The job that delivers an issue to its addressees inside.
pub(crate) const DELIVER_JOB: &str = "deliver_letters";

#[derive(Serialize, Deserialize)]
struct Payload {
    issue: IssueId,
}

/// Has an issue delivered after this transaction.
pub(super) async fn enqueue(work: &Work<'_>, issue: IssueId) -> Result<(), Error> {
    work.enqueue(DELIVER_JOB, &Payload { issue }).await.map(|_| ())
}

/// Delivers what of an issue waits. Each addressee has a transaction of his own: one that fails does not hold up others.
pub(crate) async fn deliver(office: &Office, payload: &str) -> Result<(), Error> {
    let payload: Payload = serde_json::from_str(payload).map_err(|error| Error::Internal(error.to_string()))?;
    let waiting = office.database().dispatches().waiting_inside(payload.issue).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let letter = Letter::read(office, payload.issue).await?;
    let mut failed = None;
    for id in waiting {
        let done = office
            .act_as(Actor::SYSTEM, None, async |work| deliver_one(work, &letter, id).await)
            .await;
        failed = failed.or(done.err());
    }
    failed.map_or(Ok(()), Err)
}

/// Delivers to one addressee. That it waits is looked at under the lock under which the receipt is made: whoever comes
/// second finds that it does not wait any more.
async fn deliver_one(work: &Work<'_>, letter: &Letter, id: DispatchId) -> Result<(), Error> {
    let found = work.tx.dispatches().get(id).await?;
    let Some(dispatch) = found.filter(|found| found.progress == Progress::Waiting) else {
        return Ok(());
    };
    match arrive(work, letter, &dispatch).await? {
        Ok((receipt, number, proof)) => {
            let delivered = dispatch.deliver(receipt, &number, work.now).map_err(Error::refused)?;
            keep(work, &delivered.0).await?;
            work.tx.dispatches().prove(id, proof).await?;
            work.record(&delivered.1).await?;
        }
        Err(reason) => {
            tracing::warn!(dispatch = %id, %reason, "a letter could not be delivered");
            let (dispatch, event) = dispatch.fail(reason, work.now).map_err(Error::refused)?;
            keep(work, &dispatch).await?;
            work.record(&event).await?;
        }
    }
    Ok(())
}

async fn keep(work: &Work<'_>, dispatch: &Dispatch) -> Result<(), Error> {
    Ok(work.tx.dispatches().save(dispatch).await?)
}

/// A receipt, its number, and what the signature is worth.
type Arrived<'l> = (daftar_domain::office::ReceiptId, String, &'l NewProof);

/// Makes the receipt, or says why it cannot be made.
async fn arrive<'l>(
    work: &Work<'_>,
    letter: &'l Letter,
    dispatch: &Dispatch,
) -> Result<Result<Arrived<'l>, Failure>, Error> {
    let proof = match &letter.proof {
        Ok(proof) => proof,
        Err(failure) => return Ok(Err(*failure)),
    };
    let place = match place(work, letter, dispatch).await? {
        Ok(place) => place,
        Err(failure) => return Ok(Err(failure)),
    };
    let action = match dispatch.role {
        DispatchRole::To => ReceiptAction::NecessaryAction,
        DispatchRole::Copy => ReceiptAction::Information,
    };
    let incoming = Incoming {
        draft: letter.entry(dispatch.role, work.now),
        documents: letter.documents(),
        concerns: letter.issued.concerns,
        registry: place.registry,
        by: place.by,
        open: place.open,
        to: place.to.map(|post| (post, action)),
    };
    let (receipt, number) = take_in(work, incoming).await?;
    Ok(Ok((receipt, number, proof)))
}
