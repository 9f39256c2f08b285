//! Delegations: an officer lets somebody assist at his post.

use super::charges::sides;
use super::common::done;
use crate::identity::himself;
use crate::office::{Error, Idempotency, Office, Work, permit};
use daftar_domain::access::{Action, Officer, Role, Standing};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, DelegationId, PersonId, PostId, Timestamp, Version};
use daftar_domain::organisation::{self, Delegation, DelegationState, Giving, OrganisationRefusal};
use daftar_persistence::organisation::{DelegationRow, PersonRef, PostRef};
use daftar_persistence::{Cursor, Page};
use std::collections::HashMap;

/// Who is to assist, and when.
#[derive(Debug, Clone, Copy)]
pub struct GiveDelegation {
    /// The assistant.
    pub person: PersonId,
    /// From when on; at once where it is left out.
    pub from: Option<Timestamp>,
    /// Until when.
    pub until: Timestamp,
}

/// A delegation with names.
#[derive(Debug, Clone)]
pub struct DelegationDetail {
    /// The delegation.
    pub delegation: Delegation,
    /// Where it stands now.
    pub state: DelegationState,
    /// The post.
    pub post: PostRef,
    /// Who gave it.
    pub giver: PersonRef,
    /// Who assists.
    pub assistant: PersonRef,
    /// Who ended it before its time.
    pub ended_by: Option<PersonRef>,
}

/// How an officer stands to a delegation: he knows of those at his own post.
fn standing(officer: &Officer, post: PostId) -> Standing {
    Standing {
        visible: officer.post == post,
        ..Standing::GENERAL
    }
}

/// Lets a person assist at the officer's post.
pub async fn give_delegation(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    command: &GiveDelegation,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let post = officer.post;
            work.permit(officer, Action::Delegate, standing(officer, post), Some(post.0))?;
            let repository = work.tx.organisation();
            // Two requests at once do not make an assistant twice, and none is given under a charge that just ended.
            repository.queue().await?;
            still_holds(work, officer).await?;
            let found = repository.person(command.person).await?;
            let assistant = found.ok_or(Error::refused(OrganisationRefusal::PersonUnknown))?;
            let giving = Giving {
                id: work.new_id(),
                assistant: &assistant,
                sides: &sides(work, assistant.id, post).await?,
                already: repository.assists(assistant.id, post, work.now).await?,
                from: command.from,
                until: command.until,
            };
            let given = organisation::give_delegation(giving, officer, work.now);
            let (delegation, event) = given.map_err(Error::refused)?;
            repository.insert_delegation(&delegation).await?;
            done(work, delegation.id.0, Version::FIRST, &event).await
        })
        .await
}

/// The officer was loaded before his turn came.
async fn still_holds(work: &Work<'_>, officer: &Officer) -> Result<(), Error> {
    let charge = work.tx.organisation().running_charge(officer.post).await?;
    match charge {
        Some(charge) if charge.id == officer.charge => Ok(()),
        _ => Err(Error::Code("acting-post-not-held")),
    }
}

/// Ends a delegation before its time: the holder of its post, an administrator, or the assistant himself.
pub async fn end_delegation(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: DelegationId,
) -> Result<Act, Error> {
    let row = office.database().organisation().delegation(id).await?;
    let own = row.is_some_and(|row| row.delegation.assistant == officer.person);
    // Who lays it down does so for himself, not for the post.
    let actor = if own { himself(officer.person) } else { officer.actor() };
    let ended = office
        .act_as(actor, once, async |work| {
            let repository = work.tx.organisation();
            repository.queue().await?;
            let row = repository.delegation(id).await?.ok_or(Error::NotFound)?;
            may_look(officer, &row.delegation)?;
            let (delegation, event) = row.delegation.end(officer.person, work.now).map_err(Error::refused)?;
            repository.end_delegation(&delegation).await?;
            done(work, id.0, Version::FIRST.next(), &event).await
        })
        .await;
    office.logged(officer, ended).await
}

/// Ends everything by which a person assists, or will; answers the acts.
pub(super) async fn assists_no_more(work: &Work<'_>, by: &Officer, person: PersonId) -> Result<Vec<Event>, Error> {
    let repository = work.tx.organisation();
    let mut events = Vec::new();
    for row in repository.assistance_of(person, work.now).await? {
        let (delegation, event) = row.delegation.end(by.person, work.now).map_err(Error::refused)?;
        repository.end_delegation(&delegation).await?;
        events.push(event);
    }
    Ok(events)
}

/// Whether an officer may read of a delegation and end it: his own, one at his post, or any for administrators.
fn may_look(officer: &Officer, delegation: &Delegation) -> Result<(), Error> {
    if delegation.assistant == officer.person {
        return Ok(());
    }
    let (action, standing) = if officer.roles.has(Role::Administrator) {
        (Action::ManageOrganisation, Standing::GENERAL)
    } else {
        (Action::Delegate, standing(officer, delegation.post))
    };
    permit(officer, action, standing, Some(delegation.id.0))?;
    Ok(())
}

/// One delegation.
pub async fn get_delegation(office: &Office, officer: &Officer, id: DelegationId) -> Result<DelegationDetail, Error> {
    let row = office.database().organisation().delegation(id).await?;
    let row = row.ok_or(Error::NotFound)?;
    may_look(officer, &row.delegation)?;
    let mut details = detailed(office, vec![row]).await?;
    details.pop().ok_or(Error::NotFound)
}

/// The delegations at a post, the latest first: the officer's own post, or any for administrators.
pub async fn list_delegations(
    office: &Office,
    officer: &Officer,
    post: Option<PostId>,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<DelegationDetail>, Error> {
    let post = match post {
        Some(post) if officer.roles.has(Role::Administrator) => {
            permit(officer, Action::ManageOrganisation, Standing::GENERAL, Some(post.0))?;
            post
        }
        asked => {
            let post = asked.unwrap_or(officer.post);
            permit(officer, Action::Delegate, standing(officer, post), Some(post.0))?;
            post
        }
    };
    let organisation = office.database().organisation();
    if organisation.post(post).await?.is_none() {
        return Err(Error::NotFound);
    }
    let after = after.map(Cursor::unpack::<DelegationId>).transpose()?;
    let page = organisation.delegations_of(post, after, limit).await?;
    Ok(Page {
        items: detailed(office, page.items).await?,
        next: page.next,
    })
}

async fn detailed(office: &Office, rows: Vec<DelegationRow>) -> Result<Vec<DelegationDetail>, Error> {
    let organisation = office.database().organisation();
    let posts = organisation
        .post_refs(rows.iter().map(|row| row.delegation.post))
        .await?;
    let persons = organisation.persons_of(&rows).await?;
    let now = office.now();
    rows.into_iter()
        .map(|DelegationRow { delegation, giver }| {
            let post = posts.get(&delegation.post).cloned();
            Ok(DelegationDetail {
                state: delegation.state(now),
                post: post.ok_or_else(|| Error::Internal("a delegation names a post that is not there".to_owned()))?,
                giver: named(&persons, giver)?,
                assistant: named(&persons, delegation.assistant)?,
                ended_by: delegation.ended.map(|(_, by)| named(&persons, by)).transpose()?,
                delegation,
            })
        })
        .collect()
}

fn named(persons: &HashMap<PersonId, PersonRef>, id: PersonId) -> Result<PersonRef, Error> {
    let person = persons.get(&id).cloned();
    person.ok_or_else(|| Error::Internal("a delegation names a person who is not there".to_owned()))
}
