//! Persons.

use super::PersonLine;
use super::common::{change, done, expect, fields, keeps_an_administrator, read};
use super::delegations::assists_no_more;
use crate::certificates;
use crate::keys::retire_signing_key;
use crate::office::{Error, Idempotency, Office};
use daftar_domain::access::Officer;
use daftar_domain::certificates::RevocationReason;
use daftar_domain::office::{Act, Language, PersonId, Version};
use daftar_domain::organisation::{OrganisationRefusal, Person, PersonFields};
use daftar_persistence::{Cursor, Page};

/// What is to change about a person; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    /// His name in English.
    pub name_en: Option<String>,
    /// His name in Urdu.
    pub name_ur: Option<String>,
    /// His e-mail address; `Some(None)` has none.
    pub email: Option<Option<String>>,
    /// The language that he reads.
    pub language: Option<Language>,
}

/// Persons by name.
pub async fn list_persons(
    office: &Office,
    officer: &Officer,
    query: Option<&str>,
    active: Option<bool>,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<PersonLine>, Error> {
    read(officer)?;
    let after = after.map(Cursor::unpack::<(String, PersonId)>).transpose()?;
    Ok(office
        .database()
        .organisation()
        .person_lines(query, active, after.as_ref(), limit)
        .await?)
}

/// One person.
pub async fn get_person(office: &Office, officer: &Officer, id: PersonId) -> Result<PersonLine, Error> {
    read(officer)?;
    office
        .database()
        .organisation()
        .person_line(id)
        .await?
        .ok_or(Error::NotFound)
}

/// Opens an account, without password: a set-up link gives the first one.
pub async fn create_person(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &PersonFields,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, None).await?;
            let checked = PersonFields::check(
                &new.user_name,
                &new.name_en,
                &new.name_ur,
                new.email.as_deref(),
                new.language,
            )
            .map_err(fields)?;
            let organisation = work.tx.organisation();
            if organisation.person_by_user_name(&checked.user_name).await?.is_some() {
                return Err(Error::refused(OrganisationRefusal::UserNameTaken));
            }
            let (person, event) = Person::create(work.new_id(), checked);
            organisation.insert_person(&person).await?;
            done(work, person.id.0, person.version, &event).await
        })
        .await
}

/// Changes names, address or language of a person.
pub async fn update_person(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PersonId,
    seen: Version,
    wanted: &PersonChange,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let person = organisation.person(id).await?.ok_or(Error::NotFound)?;
            expect(seen, person.version)?;
            let old = person.fields();
            let checked = PersonFields::check(
                &old.user_name,
                wanted.name_en.as_ref().unwrap_or(&old.name_en),
                wanted.name_ur.as_ref().unwrap_or(&old.name_ur),
                wanted.email.as_ref().unwrap_or(&old.email).as_deref(),
                wanted.language.unwrap_or(old.language),
            )
            .map_err(fields)?;
            let (person, event) = person.change(checked).map_err(Error::refused)?;
            organisation.save_person(&person).await?;
            done(work, person.id.0, person.version, &event).await
        })
        .await
}

/// Closes an account: ends the person's charges and sessions, and that he assists anybody. What he did stays.
pub async fn deactivate_person(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PersonId,
    seen: Version,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let person = organisation.person(id).await?.ok_or(Error::NotFound)?;
            expect(seen, person.version)?;
            let held = organisation.running_charges_of(id).await?;
            let (person, ended, events) = person
                .deactivate(Some(officer.person), held, work.now)
                .map_err(Error::refused)?;
            for charge in &ended {
                organisation.end_charge(charge).await?;
                organisation.touch_post(charge.post).await?;
            }
            // Else he would assist again when the account is opened again.
            let relieved = assists_no_more(work, officer, id).await?;
            organisation.save_person(&person).await?;
            keeps_an_administrator(work).await?;
            work.tx.identity().revoke_sessions_of(id, work.now).await?;
            // The account is closed before its key is looked for: whoever made one at the same time has finished.
            let retired = retire_signing_key(work, id).await?;
            let revoked = certificates::revoke(work, id, None, RevocationReason::AccountClosed).await?;
            let (last, before) = events
                .split_last()
                .ok_or_else(|| Error::Internal("no event".to_owned()))?;
            for event in before.iter().chain(&relieved).chain(&retired).chain(&revoked) {
                work.record(event).await?;
            }
            done(work, person.id.0, person.version, last).await
        })
        .await
}

/// Opens an account again, without charges.
pub async fn reactivate_person(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PersonId,
    seen: Version,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let person = organisation.person(id).await?.ok_or(Error::NotFound)?;
            expect(seen, person.version)?;
            let (person, event) = person.reactivate().map_err(Error::refused)?;
            organisation.save_person(&person).await?;
            done(work, person.id.0, person.version, &event).await
        })
        .await
}
