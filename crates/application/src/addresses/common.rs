//! What contacts and groups have in common.

use crate::office::{Error, Idempotency, Office, Work, permit};
use crate::organisation::UnitRef;
use daftar_domain::access::{Action, Officer, decide};
use daftar_domain::addresses::Reach;
use daftar_domain::office::{UnitId, Version};
use std::collections::HashMap;
use uuid::Uuid;

/// An entry that an act is done on: with the version that the officer saw.
#[derive(Debug, Clone, Copy)]
pub(super) struct On<'a> {
    pub(super) id: Uuid,
    pub(super) seen: Version,
    pub(super) once: Option<&'a Idempotency>,
}

/// What the officer sees, where he may read the address book at all.
pub(super) async fn reader(office: &Office, officer: &Officer) -> Result<Reach, Error> {
    let reach = office.database().addresses().reach(officer).await?;
    permit(officer, Action::ReadAddresses, reach.standing(reach.own()), None)?;
    Ok(reach)
}

/// Asks whether an entry of a unit may be read.
pub(super) fn readable(officer: &Officer, reach: &Reach, owner: UnitId, id: Uuid) -> Result<(), Error> {
    permit(officer, Action::ReadAddresses, reach.standing(owner), Some(id))?;
    Ok(())
}

/// Asks whether an entry of a unit may be changed; answers what the officer sees.
pub(super) async fn keeper(work: &Work<'_>, officer: &Officer, owner: UnitId, id: Uuid) -> Result<Reach, Error> {
    let reach = work.tx.addresses().reach(officer).await?;
    work.permit(officer, Action::ManageAddresses, reach.standing(owner), Some(id))?;
    Ok(reach)
}

/// As [`keeper`], for a new entry, which belongs to the officer's own unit.
pub(super) async fn own_book(work: &Work<'_>, officer: &Officer) -> Result<Reach, Error> {
    let reach = work.tx.addresses().reach(officer).await?;
    work.permit(officer, Action::ManageAddresses, reach.standing(reach.own()), None)?;
    Ok(reach)
}

/// Whether the officer may change entries of a unit: for the page to offer it.
pub(super) fn may_change(officer: &Officer, reach: &Reach, owner: UnitId) -> bool {
    decide(officer, Action::ManageAddresses, reach.standing(owner)).is_ok()
}

/// The units that keep some entries.
pub(super) async fn owners(
    office: &Office,
    units: impl Iterator<Item = UnitId>,
) -> Result<HashMap<UnitId, UnitRef>, Error> {
    Ok(office.database().organisation().unit_refs(units).await?)
}

/// The unit that keeps an entry; the database lets none be without.
pub(super) fn owner_of(owners: &HashMap<UnitId, UnitRef>, unit: UnitId) -> Result<UnitRef, Error> {
    let owner = owners.get(&unit).cloned();
    owner.ok_or_else(|| Error::Internal("an entry of the address book without its unit".to_owned()))
}

/// Refuses when something is at another version than the client saw.
pub(super) fn expect(seen: Version, now: Version) -> Result<(), Error> {
    if seen == now { Ok(()) } else { Err(Error::Stale) }
}
