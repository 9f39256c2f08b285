//! Founding the office: the administrator, the import of the sheets, passwords, heads.

use super::PASSWORD;
use crate::demo::staff::{
    CHARGES, Desk, HEADS, HeadRow, LETTERHEADS, LetterheadRow, PERSONS, POSTS, Staff, UNITS, rows,
};
use daftar_application::filing::{NewHead, create_head};
use daftar_application::identity::{
    NewUser, Origin, PasswordChanger, accept_set_up_link, acknowledge_notices, add_user, change_password,
    issue_set_up_link, my_notices,
};
use daftar_application::organisation::{LetterheadChange, Sheets, UnitChange, get_import, request_import, update_unit};
use daftar_application::{Error, Office, jobs};
use daftar_domain::access::Officer;
use daftar_domain::office::{HeadId, Language, PersonId, SessionId, UnitId};
use futures_util::StreamExt as _;
use futures_util::stream;
use secrecy::SecretString;
use std::collections::HashMap;

/// Passwords that are set at the same time: hashing keeps a core busy each.
const AT_ONCE: usize = 4;

/// Who acts for which desk, and what is found by its code.
pub(super) struct Directory {
    officers: HashMap<Desk, Officer>,
    units: HashMap<String, UnitId>,
    heads: HashMap<(String, String), HeadId>,
}

impl Directory {
    /// The officer at a desk.
    pub(super) fn officer(&self, desk: Desk) -> Result<&Officer, Error> {
        self.officers.get(&desk).ok_or_else(|| missing("officer"))
    }

    /// The unit with this code.
    pub(super) fn unit(&self, code: &str) -> Result<UnitId, Error> {
        self.units.get(code).copied().ok_or_else(|| missing(code))
    }

    /// A head of a section.
    pub(super) fn head(&self, unit: &str, code: &str) -> Result<HeadId, Error> {
        let head = self.heads.get(&(unit.to_owned(), code.to_owned()));
        head.copied().ok_or_else(|| missing(code))
    }
}

pub(super) fn missing(what: &str) -> Error {
    Error::Internal(format!("the demonstration office has no {what}"))
}

/// Founds the office and answers who is in it.
pub(super) async fn found(office: &Office, staff: &Staff) -> Result<Directory, Error> {
    let administrator = administrator(office).await?;
    import(office, &administrator).await?;
    set_letterheads(office, &administrator).await?;
    super::addresses::keep(office, &administrator).await?;
    set_passwords(office, &administrator).await?;
    let mut directory = directory(office, staff).await?;
    open_heads(office, staff, &mut directory).await?;
    Ok(directory)
}

/// The first account, as `daftar user add --administrator` makes it, with the demonstration's password.
async fn administrator(office: &Office) -> Result<Officer, Error> {
    let user = NewUser {
        user_name: "admin".to_owned(),
        name_en: "Usman Farooq".to_owned(),
        name_ur: "عثمان فاروق".to_owned(),
        language: Language::English,
        administrator: true,
    };
    let added = add_user(office, &user).await?;
    let changer = PasswordChanger {
        person: added.person,
        factor: None,
    };
    let first = SecretString::from(added.first_password);
    change_password(office, changer, &first, &SecretString::from(PASSWORD), &origin()).await?;
    read_notices(office, added.person).await?;
    let organisation = office.database().organisation();
    let posts = organisation.all_posts().await?;
    let charges = organisation.running_charges_of(added.person).await?;
    let charge = charges.first().ok_or_else(|| missing("administrator"))?;
    let post = posts
        .iter()
        .find(|post| post.id == charge.post)
        .ok_or_else(|| missing("post"))?;
    Ok(Officer {
        person: charge.person,
        post: post.id,
        charge: charge.id,
        assisting: None,
        unit: post.unit,
        grade: post.grade,
        roles: post.roles.clone(),
        session: office.new_id(),
    })
}

fn origin() -> Origin {
    Origin {
        address: "127.0.0.1".to_owned(),
        user_agent: "demonstration".to_owned(),
    }
}

/// Imports the sheets, as an administrator does on the screen.
async fn import(office: &Office, administrator: &Officer) -> Result<(), Error> {
    let sheets = Sheets {
        units: Some(UNITS.to_owned()),
        posts: Some(POSTS.to_owned()),
        persons: Some(PERSONS.to_owned()),
        charges: Some(CHARGES.to_owned()),
    };
    let import = request_import(office, administrator, None, false, &sheets).await?;
    while jobs::run_next(office).await? {}
    let import = get_import(office, administrator, import).await?;
    if import.state == "done" {
        return Ok(());
    }
    let errors: Vec<String> = import.errors.iter().map(|error| format!("{error:?}")).collect();
    Err(Error::Internal(format!(
        "the demonstration's sheets were refused: {}",
        errors.join("; ")
    )))
}

/// Says where the departments are reached; their sections are reached there too.
async fn set_letterheads(office: &Office, administrator: &Officer) -> Result<(), Error> {
    let letterheads: Vec<LetterheadRow> = rows(LETTERHEADS).map_err(|error| Error::Internal(error.to_string()))?;
    for row in letterheads {
        let unit = office.database().organisation().unit_by_code(&row.unit_code).await?;
        let unit = unit.ok_or_else(|| missing(&row.unit_code))?;
        let change = UnitChange {
            letterhead: LetterheadChange {
                place_en: Some(row.place_en),
                place_ur: Some(row.place_ur),
                address_en: Some(row.address_en),
                address_ur: Some(row.address_ur),
                phone: Some(row.phone),
                email: Some(row.email),
            },
            ..UnitChange::default()
        };
        update_unit(office, administrator, None, unit.id, unit.version, &change).await?;
    }
    Ok(())
}

/// Everybody uses his set-up link, and chooses the same password.
async fn set_passwords(office: &Office, administrator: &Officer) -> Result<(), Error> {
    let persons = office.database().organisation().all_persons().await?;
    let others = persons.into_iter().filter(|person| person.id != administrator.person);
    let mut chosen =
        stream::iter(others.map(|person| set_password(office, administrator, person.id))).buffered(AT_ONCE);
    while let Some(done) = chosen.next().await {
        done?;
    }
    Ok(())
}

async fn set_password(office: &Office, administrator: &Officer, person: PersonId) -> Result<(), Error> {
    let link = issue_set_up_link(office, administrator, person).await?;
    accept_set_up_link(office, &link.token, &SecretString::from(PASSWORD), &origin()).await?;
    read_notices(office, person).await
}

/// Nobody in the demonstration is told today what he did with his account a year ago.
async fn read_notices(office: &Office, person: PersonId) -> Result<(), Error> {
    match my_notices(office, person, None, 1).await?.items.first() {
        Some(latest) => acknowledge_notices(office, person, latest.id).await,
        None => Ok(()),
    }
}

/// Reads who sits where.
async fn directory(office: &Office, staff: &Staff) -> Result<Directory, Error> {
    let organisation = office.database().organisation();
    let posts = organisation.all_posts().await?;
    let charges = organisation.all_running_charges().await?;
    let charges: HashMap<_, _> = charges.into_iter().map(|charge| (charge.post, charge)).collect();
    // Whoever signs does it in a session: everybody's is the one in which he chose his password.
    let mut sessions: HashMap<PersonId, SessionId> = HashMap::new();
    for charge in charges.values() {
        let his = office
            .database()
            .identity()
            .sessions_of(charge.person, office.now())
            .await?;
        sessions.extend(his.first().map(|session| (charge.person, SessionId(session.id))));
    }
    let officer = |post: &daftar_domain::organisation::Post| {
        let charge = charges.get(&post.id)?;
        let session = *sessions.get(&charge.person)?;
        Some(Officer {
            person: charge.person,
            post: post.id,
            charge: charge.id,
            assisting: None,
            unit: post.unit,
            grade: post.grade,
            roles: post.roles.clone(),
            session,
        })
    };
    let officers = posts
        .iter()
        .filter_map(|post| Some((staff.desk(&post.code)?, officer(post)?)));
    let units = organisation.all_units().await?;
    Ok(Directory {
        officers: officers.collect(),
        units: units.into_iter().map(|unit| (unit.code, unit.id)).collect(),
        heads: HashMap::new(),
    })
}

/// Every section opens its heads.
async fn open_heads(office: &Office, staff: &Staff, directory: &mut Directory) -> Result<(), Error> {
    let heads: Vec<HeadRow> = rows(HEADS).map_err(|error| Error::Internal(error.to_string()))?;
    for head in heads {
        let desk = staff
            .section_desk(&head.unit_code)
            .ok_or_else(|| missing(&head.unit_code))?;
        let unit = directory.unit(&head.unit_code)?;
        let new = NewHead {
            parent: None,
            code: head.code.clone(),
            title_en: head.title_en,
            title_ur: head.title_ur,
        };
        let act = create_head(office, directory.officer(desk)?, None, unit, &new).await?;
        directory.heads.insert((head.unit_code, head.code), HeadId(act.id));
    }
    Ok(())
}
