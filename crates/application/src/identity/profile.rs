//! Oneself.

use super::acting::Acting;
use super::session::himself;
use crate::office::{Error, Office};
use crate::organisation::HeldPost;
use daftar_domain::access::{Action, Officer, Roles, Standing, decide};
use daftar_domain::office::{Language, PersonId, PostId};
use daftar_domain::organisation::{Person, PersonFields};

/// What a person sees of himself.
#[derive(Debug, Clone)]
pub struct Profile {
    /// He.
    pub person: Person,
    /// What he holds, his own post first, with the roles of each post.
    pub charges: Vec<(HeldPost, Roles)>,
    /// What he may do for the post that he acts for.
    pub acting: Option<(PostId, Vec<&'static str>)>,
}

/// What an action is called where the SPA asks what to offer.
const PERMISSIONS: &[(Action, &str)] = &[
    (Action::ReadOrganisation, "read_organisation"),
    (Action::ManageOrganisation, "manage_organisation"),
    (Action::ManageHeads, "manage_heads"),
    (Action::UploadDocument, "upload_document"),
    (Action::DiariseReceipt, "diarise_receipt"),
    (Action::ReadDiary, "read_diary"),
    (Action::OpenFile, "open_file"),
    (Action::ReadFile, "read_file"),
    (Action::WriteFile, "write_file"),
    (Action::ReadDesk, "read_desk"),
    (Action::ReadLedger, "read_ledger"),
];

/// What permissions are called.
pub fn permission_names() -> impl Iterator<Item = &'static str> {
    PERMISSIONS.iter().map(|(_, name)| *name)
}

/// Who I am, what I hold, and what I may do for the post that I act for.
pub async fn profile(office: &Office, acting: &Acting) -> Result<Profile, Error> {
    let id = acting.holder.person;
    let line = office
        .database()
        .organisation()
        .person_line(id)
        .await?
        .ok_or(Error::Unauthenticated)?;
    let charges = line.charges.into_iter().filter_map(|held| {
        let officer = acting
            .holder
            .officers
            .iter()
            .find(|officer| officer.charge == held.charge)?;
        Some((held, officer.roles.clone()))
    });
    Ok(Profile {
        person: line.person,
        charges: charges.collect(),
        acting: acting
            .officer
            .as_ref()
            .map(|officer| (officer.post, permissions(officer))),
    })
}

fn permissions(officer: &Officer) -> Vec<&'static str> {
    let permitted = PERMISSIONS
        .iter()
        .filter(|(action, _)| decide(officer, *action, Standing::GENERAL).is_ok());
    permitted.map(|(_, name)| *name).collect()
}

/// Chooses the language that one reads.
pub async fn set_language(office: &Office, person: PersonId, language: Language) -> Result<(), Error> {
    office
        .act_as(himself(person), None, async |work| {
            let organisation = work.tx.organisation();
            let me = organisation.person(person).await?.ok_or(Error::Unauthenticated)?;
            if me.language == language {
                return Ok(());
            }
            let fields = PersonFields {
                language,
                ..me.fields()
            };
            let (me, event) = me.change(fields).map_err(Error::refused)?;
            organisation.save_person(&me).await?;
            work.record(&event).await?;
            Ok(())
        })
        .await
}
