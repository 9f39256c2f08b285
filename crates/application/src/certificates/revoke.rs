//! Revoking officers' certificates.

use super::LIST_JOB;
use crate::office::{Error, Work};
use daftar_domain::certificates::RevocationReason;
use daftar_domain::ledger::Event;
use daftar_domain::office::{PersonId, PostId};
use daftar_domain::organisation::Charge;
use serde_json::json;

/// Revokes what an officer has, in a post or in all; answers what the ledger shall keep of it. The next list of revoked
/// certificates follows as a job.
pub(crate) async fn revoke(
    work: &Work<'_>,
    person: PersonId,
    post: Option<PostId>,
    reason: RevocationReason,
) -> Result<Vec<Event>, Error> {
    let certificates = work.tx.certificates();
    let mut events = Vec::new();
    for certificate in certificates.good_certificates(person, post, work.now).await? {
        let (revoked, event) = certificate.revoke(reason, work.now).map_err(Error::refused)?;
        certificates.save_revoked(&revoked).await?;
        events.push(event);
    }
    if !events.is_empty() {
        work.enqueue(LIST_JOB, &json!({})).await?;
    }
    Ok(events)
}

/// Somebody does not hold a post any more, unless he goes on under another title: he signs nothing for it.
pub(crate) async fn charge_ended(work: &Work<'_>, ended: &Charge, begun: Option<&Charge>) -> Result<(), Error> {
    if begun.is_some_and(|begun| begun.person == ended.person) {
        return Ok(());
    }
    let events = revoke(work, ended.person, Some(ended.post), RevocationReason::ChargeEnded).await?;
    work.record_all(&events).await
}
