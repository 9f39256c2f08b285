//! `daftar user add`: the first account of an office, made at the machine itself.

use super::secrets::new_token;
use crate::office::{Error, Office, Work};
use crate::organisation::fields;
use daftar_domain::access::{Role, Roles};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{Language, PersonId};
use daftar_domain::organisation::{
    ChargeKind, OrganisationRefusal, Person, PersonFields, Post, PostFields, Taking, Unit, UnitFields, UnitKind,
    appoint,
};
use daftar_persistence::identity::Credential;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

/// A user to be added from the command line.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The name that he signs in with.
    pub user_name: String,
    /// His name in English.
    pub name_en: String,
    /// His name in Urdu.
    pub name_ur: String,
    /// The language that he reads.
    pub language: Language,
    /// Whether he gets a post that manages the organisation.
    pub administrator: bool,
}

/// A user who was added.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AddedUser {
    /// His id.
    pub person: PersonId,
    /// The name that he signs in with.
    pub user_name: String,
    /// His first password: shown once, and to be changed at the first sign-in.
    pub first_password: String,
}

/// Adds a user with a first password; an administrator also gets a post of his own.
pub async fn add_user(office: &Office, user: &NewUser) -> Result<AddedUser, Error> {
    let checked =
        PersonFields::check(&user.user_name, &user.name_en, &user.name_ur, None, user.language).map_err(fields)?;
    let first_password: String = new_token().chars().take(20).collect();
    let password_hash = office
        .passwords()
        .hash(&SecretString::from(first_password.clone()))
        .await?;
    let credential = Credential {
        password_hash,
        must_change: true,
    };
    let person = office
        .act_as(Actor::SYSTEM, None, async |work| {
            let organisation = work.tx.organisation();
            organisation.queue().await?;
            if organisation.person_by_user_name(&checked.user_name).await?.is_some() {
                return Err(Error::refused(OrganisationRefusal::UserNameTaken));
            }
            let (person, event) = Person::create(work.new_id(), checked.clone());
            organisation.insert_person(&person).await?;
            work.record(&event).await?;
            work.tx
                .identity()
                .put_credential(person.id, &credential, work.now)
                .await?;
            if user.administrator {
                make_administrator(work, &person).await?;
            }
            Ok(person.id)
        })
        .await?;
    Ok(AddedUser {
        person,
        user_name: checked.user_name,
        first_password,
    })
}

/// Gives a person a new post that manages the organisation, in the unit at the top.
async fn make_administrator(work: &Work<'_>, person: &Person) -> Result<(), Error> {
    let organisation = work.tx.organisation();
    let units = organisation.all_units().await?;
    let top = units
        .into_iter()
        .find(|unit| unit.parent.is_none() && unit.closed_at.is_none());
    let unit = match top {
        Some(unit) => unit,
        None => found_government(work).await?,
    };
    let taken = organisation.all_posts().await?;
    let free = |code: &String| taken.iter().all(|post| post.code != *code);
    let code = (1..=taken.len() + 1)
        .map(|n| format!("ADMINISTRATOR-{n}"))
        .find(free)
        .unwrap_or_default();
    let roles: Roles = [Role::Administrator].into_iter().collect();
    let post = PostFields::check(&code, "Administrator", "منتظم", 17, roles).map_err(fields)?;
    let (post, event) = Post::create(work.new_id(), &unit, post, None).map_err(Error::refused)?;
    organisation.insert_post(&post).await?;
    work.record(&event).await?;
    let taking = Taking {
        id: work.new_id(),
        person,
        kind: ChargeKind::Substantive,
        from: work.now,
        by: None,
        elsewhere: &[],
        own_case: false,
        remark: None,
    };
    let (post, charge, event) = appoint(post, None, taking).map_err(Error::refused)?;
    organisation.save_post(&post).await?;
    organisation.insert_charge(&charge, None).await?;
    work.record(&event).await?;
    Ok(())
}

async fn found_government(work: &Work<'_>) -> Result<Unit, Error> {
    let named = UnitFields::check("GOV", "Government", "حکومت", None).map_err(fields)?;
    let (unit, event) = Unit::create(work.new_id(), UnitKind::Government, named, None).map_err(Error::refused)?;
    work.tx.organisation().insert_unit(&unit).await?;
    work.record(&event).await?;
    Ok(unit)
}
