//! What a registry does with what goes out, and asking the office to try again.

use super::deliver::enqueue;
use crate::office::{Error, Idempotency, Office, Work};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Officer, Role, Standing};
use daftar_domain::dispatch::{Dispatch, Progress, Registries, SendingDraft};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, DispatchId, Version};

/// What an act is done on.
#[derive(Debug, Clone, Copy)]
pub struct OnDispatch<'a> {
    /// The dispatch.
    pub id: DispatchId,
    /// The version that the officer saw.
    pub version: Version,
    /// The key under which the act is done once.
    pub once: Option<&'a Idempotency>,
}

/// A registry sees what the units have issued that it serves; an administrator what is inside and not delivered.
pub(super) fn seen(officer: &Officer, of: Option<&Dispatch>, registries: &Registries) -> Standing {
    let serves = of.is_some_and(|of| registries.serving(of.unit) == Some(officer.unit));
    let stuck =
        of.is_some_and(|of| of.is_inside() && matches!(of.progress, Progress::Failed { .. } | Progress::Waiting));
    Standing {
        visible: serves || (stuck && officer.roles.has(Role::Administrator)),
        own_unit: serves,
        ..Standing::default()
    }
}

/// Writes down that something left by post or by hand; after it came back, perhaps on another way.
///
/// # Errors
/// `dispatch-inside`, `dispatch-on-its-way`; fields that are wrong.
pub async fn dispatch_letter(
    office: &Office,
    officer: &Officer,
    on: OnDispatch<'_>,
    draft: &SendingDraft,
) -> Result<Act, Error> {
    act(office, officer, on, Action::DispatchLetter, async |work, dispatch| {
        dispatch
            .send(draft.clone(), officer.post, work.now)
            .map_err(Error::Refused)
    })
    .await
}

/// Writes down that an addressee outside has it.
///
/// # Errors
/// `dispatch-inside`, `dispatch-not-on-its-way`; fields that are wrong.
pub async fn acknowledge_dispatch(
    office: &Office,
    officer: &Officer,
    of: OnDispatch<'_>,
    on: NaiveDate,
    by_whom: Option<&str>,
) -> Result<Act, Error> {
    act(office, officer, of, Action::DispatchLetter, async |work, dispatch| {
        dispatch
            .acknowledge(on, by_whom.map(str::to_owned), work.now)
            .map_err(Error::Refused)
    })
    .await
}

/// Writes down that it came back.
///
/// # Errors
/// As [`acknowledge_dispatch`].
pub async fn return_dispatch(
    office: &Office,
    officer: &Officer,
    of: OnDispatch<'_>,
    on: NaiveDate,
    reason: &str,
) -> Result<Act, Error> {
    act(office, officer, of, Action::DispatchLetter, async |work, dispatch| {
        dispatch.give_back(reason, on, work.now).map_err(Error::Refused)
    })
    .await
}

/// Has the office try again to deliver something inside.
///
/// # Errors
/// `dispatch-outside`, `dispatch-delivered`.
pub async fn retry_dispatch(office: &Office, officer: &Officer, on: OnDispatch<'_>) -> Result<Act, Error> {
    act(office, officer, on, Action::RetryDelivery, async |work, dispatch| {
        let retried = dispatch.retry().map_err(Error::refused)?;
        enqueue(work, retried.0.issue).await?;
        Ok(retried)
    })
    .await
}

/// What all acts have in common: take the dispatch in hand, ask, compare, do it, keep it, record it.
async fn act(
    office: &Office,
    officer: &Officer,
    on: OnDispatch<'_>,
    action: Action,
    step: impl AsyncFn(&Work<'_>, Dispatch) -> Result<(Dispatch, Event), Error>,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work: &Work<'_>| {
            let dispatches = work.tx.dispatches();
            let dispatch = dispatches.get(on.id).await?.ok_or(Error::NotFound)?;
            // Rule 6: what is about the officer himself is not there for him.
            let apart = dispatches.line(on.id, officer).await?.is_none();
            let of = (!apart).then_some(&dispatch);
            let standing = seen(officer, of, &dispatches.registries().await?);
            work.permit(officer, action, standing, Some(on.id.0))?;
            if dispatch.version != on.version {
                return Err(Error::Stale);
            }
            let (dispatch, event) = step(work, dispatch).await?;
            dispatches.save(&dispatch).await?;
            let entry = work.record(&event).await?;
            Ok(Act {
                id: dispatch.id.0,
                version: dispatch.version,
                number: Some(dispatch.number),
                paragraphs: None,
                entry,
                warnings: Vec::new(),
            })
        })
        .await
}
