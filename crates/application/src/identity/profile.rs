//! Oneself.

use super::acting::Acting;
use super::session::himself;
use crate::office::{Error, Office};
use crate::organisation::HeldPost;
use daftar_domain::access::{Action, Assisting, Capacity, Officer, Roles, Standing, decide};
use daftar_domain::office::{ChargeId, Language, PersonId, PostId};
use daftar_domain::organisation::{Person, PersonFields};

/// What a person sees of himself.
#[derive(Debug, Clone)]
pub struct Profile {
    /// He.
    pub person: Person,
    /// What he holds, his own post first, with the roles of each post; then the posts where he assists.
    pub charges: Vec<MyPost>,
    /// What he may do for the post that he acts for.
    pub acting: Option<ActingFor>,
}

/// A post that a person can act for.
#[derive(Debug, Clone)]
pub struct MyPost {
    /// The post and the charge under which it is held; that of the officer whom he assists.
    pub held: HeldPost,
    /// The roles of the post.
    pub roles: Roles,
    /// Where he only assists: by what, whom, until when.
    pub assisting: Option<Assisting>,
}

/// The post that a request acts for.
#[derive(Debug, Clone)]
pub struct ActingFor {
    /// The post.
    pub post: PostId,
    /// In what capacity.
    pub capacity: Capacity,
    /// What he may do.
    pub permissions: Vec<&'static str>,
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
    (Action::ExportFile, "export_file"),
    (Action::DraftNote, "draft_note"),
    (Action::WriteFile, "write_file"),
    (Action::ReadDesk, "read_desk"),
    (Action::MarkDesk, "mark_desk"),
    (Action::ReadAddresses, "read_addresses"),
    (Action::ManageAddresses, "manage_addresses"),
    (Action::Delegate, "delegate"),
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
    let officers = &acting.holder.officers;
    let charges = line.charges.into_iter().chain(assisted(office, officers).await?);
    // In the order of what he holds; a post that was handed over since is left out.
    let charges = charges.filter_map(|held| {
        let officer = officers.iter().find(|officer| officer.charge == held.charge)?;
        Some(MyPost {
            held,
            roles: officer.roles.clone(),
            assisting: officer.assisting,
        })
    });
    Ok(Profile {
        person: line.person,
        charges: charges.collect(),
        acting: acting.officer.as_ref().map(|officer| ActingFor {
            post: officer.post,
            capacity: officer.capacity(),
            permissions: permissions(officer),
        }),
    })
}

/// The charges of those whom he assists.
async fn assisted(office: &Office, officers: &[Officer]) -> Result<Vec<HeldPost>, Error> {
    let assisting = officers.iter().filter_map(|officer| {
        let assisting = officer.assisting?;
        Some((assisting.officer, officer.charge))
    });
    let assisting: Vec<(PersonId, ChargeId)> = assisting.collect();
    let whom = assisting.iter().map(|(officer, _)| *officer);
    let held = office.database().organisation().held_by(whom).await?;
    let all: Vec<HeldPost> = held.into_values().flatten().collect();
    let of = assisting.iter().map(|(_, charge)| *charge);
    Ok(of
        .filter_map(|charge| all.iter().find(|held| held.charge == charge).cloned())
        .collect())
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
