//! Charges: appointing, handing over, ending.

use super::PastCharge;
use super::common::{change, done, expect, keeps_an_administrator, read};
use crate::certificates;
use crate::office::{Error, FieldError, Idempotency, Office, Work};
use daftar_domain::access::{Officer, Side};
use daftar_domain::office::{Act, ChargeId, PersonId, PostId, Version, clean_line};
use daftar_domain::organisation::{self, ChargeKind, OrganisationRefusal, Person, Taking};

/// The longest remark.
const LONGEST_REMARK: usize = 500;

/// Who holds and has held a post, the latest first.
pub async fn list_charges(office: &Office, officer: &Officer, post: PostId) -> Result<Vec<PastCharge>, Error> {
    read(officer)?;
    let organisation = office.database().organisation();
    if organisation.post(post).await?.is_none() {
        return Err(Error::NotFound);
    }
    Ok(organisation.charges_of(post).await?)
}

/// Puts a person in charge of a vacant post, which the administrator saw at version `seen`.
pub async fn appoint(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (post, seen): (PostId, Version),
    person: PersonId,
    kind: ChargeKind,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(post.0)).await?;
            let repository = work.tx.organisation();
            let post = repository.post_to_change(post).await?.ok_or(Error::NotFound)?;
            expect(seen, post.version)?;
            let taker = Taker::of(work, person, post.id).await?;
            let holder = repository.running_charge(post.id).await?;
            let taking = taker.taking(work, kind, officer);
            let (post, charge, event) = organisation::appoint(post, holder.as_ref(), taking).map_err(Error::refused)?;
            repository.save_post(&post).await?;
            repository.insert_charge(&charge, None).await?;
            done(work, post.id.0, post.version, &event).await
        })
        .await
}

/// Hands a post over: the successor sees its whole desk at once, the predecessor nothing at his next request.
pub async fn transfer_charge(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (post, seen): (PostId, Version),
    person: PersonId,
    kind: ChargeKind,
    remark: Option<&str>,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(post.0)).await?;
            let remark = cleaned(remark)?;
            let repository = work.tx.organisation();
            let post = repository.post_to_change(post).await?.ok_or(Error::NotFound)?;
            expect(seen, post.version)?;
            let taker = Taker::of(work, person, post.id).await?;
            let holder = repository.running_charge(post.id).await?;
            let taking = Taking {
                remark: remark.as_deref(),
                ..taker.taking(work, kind, officer)
            };
            let (post, handover, event) =
                organisation::transfer_charge(post, holder, taking).map_err(Error::refused)?;
            repository.save_post(&post).await?;
            repository.end_charge(&handover.ended).await?;
            certificates::charge_ended(work, &handover.ended, Some(&handover.begun)).await?;
            repository.insert_charge(&handover.begun, remark.as_deref()).await?;
            done(work, post.id.0, post.version, &event).await
        })
        .await
}

/// Ends a charge; its post, which the administrator saw at version `seen`, is vacant until somebody is appointed.
pub async fn end_charge(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    (charge, seen): (ChargeId, Version),
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(charge.0)).await?;
            let repository = work.tx.organisation();
            let charge = repository.charge(charge).await?.ok_or(Error::NotFound)?;
            let post = repository.post(charge.post).await?.ok_or(Error::NotFound)?;
            expect(seen, post.version)?;
            let (charge, event) = organisation::end_charge(charge, work.now).map_err(Error::refused)?;
            repository.end_charge(&charge).await?;
            certificates::charge_ended(work, &charge, None).await?;
            let version = repository.touch_post(charge.post).await?;
            keeps_an_administrator(work).await?;
            done(work, charge.id.0, version, &event).await
        })
        .await
}

/// The sides of the office on which a person stands by what he holds and where he assists, but for one post.
pub(super) async fn sides(work: &Work<'_>, person: PersonId, but: PostId) -> Result<Vec<Side>, Error> {
    let held = work.tx.organisation().roles_around(person, work.now).await?;
    let others = held.into_iter().filter(|(post, _)| *post != but);
    Ok(others.map(|(_, roles)| roles.side()).collect())
}

/// Who takes a post over, with what the rules ask about him.
struct Taker {
    person: Person,
    elsewhere: Vec<Side>,
    own_case: bool,
}

impl Taker {
    async fn of(work: &Work<'_>, person: PersonId, post: PostId) -> Result<Self, Error> {
        let found = work.tx.organisation().person(person).await?;
        Ok(Self {
            person: found.ok_or(Error::refused(OrganisationRefusal::PersonUnknown))?,
            elsewhere: sides(work, person, post).await?,
            own_case: work.tx.desk().has_case_about(post, person).await?,
        })
    }

    /// The charge that he would begin now, by an officer's order.
    fn taking(&self, work: &Work<'_>, kind: ChargeKind, by: &Officer) -> Taking<'_> {
        Taking {
            id: work.new_id(),
            person: &self.person,
            kind,
            from: work.now,
            by: Some(by.person),
            elsewhere: &self.elsewhere,
            own_case: self.own_case,
            remark: None,
        }
    }
}

fn cleaned(remark: Option<&str>) -> Result<Option<String>, Error> {
    let remark = remark.filter(|remark| !remark.trim().is_empty());
    let cleaned = remark.map(|remark| clean_line(remark, LONGEST_REMARK)).transpose();
    cleaned.map_err(|error| Error::Fields(vec![FieldError::text("/remark", error)]))
}
