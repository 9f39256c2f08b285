//! Units.

use super::UnitLine;
use super::common::{change, done, expect, fields, read};
use crate::office::{Error, FieldError, Idempotency, Office, Work};
use daftar_domain::access::Officer;
use daftar_domain::office::{Act, Refusal, UnitId, Version};
use daftar_domain::organisation::{Above, Letterhead, OrganisationRefusal, Unit, UnitFields, UnitKind};
use daftar_persistence::{Cursor, Page};

/// A unit to be added.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// The unit above.
    pub parent: Option<UnitId>,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its code.
    pub code: String,
    /// Its English name.
    pub name_en: String,
    /// Its Urdu name.
    pub name_ur: String,
    /// How its files are numbered.
    pub file_number_template: Option<String>,
}

/// What is to change about a unit; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct UnitChange {
    /// The unit above; `Some(None)` makes it the top.
    pub parent: Option<Option<UnitId>>,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its Urdu name.
    pub name_ur: Option<String>,
    /// How its files are numbered; `Some(None)` as the unit above does.
    pub file_number_template: Option<Option<String>>,
    /// Whether its officers sign with nothing but their passkeys.
    pub signs_with_passkeys: Option<bool>,
    /// Where it is reached, as its letters say.
    pub letterhead: LetterheadChange,
}

/// What is to change about a letterhead; what is `None` stays, what is empty is as in the unit above.
#[derive(Debug, Clone, Default)]
pub struct LetterheadChange {
    /// The town before the date, in English.
    pub place_en: Option<String>,
    /// The same in Urdu.
    pub place_ur: Option<String>,
    /// Street and building, in English.
    pub address_en: Option<String>,
    /// The same in Urdu.
    pub address_ur: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
    /// The electronic mail.
    pub email: Option<String>,
}

impl LetterheadChange {
    /// The letterhead after the change.
    fn applied_to(&self, before: &Letterhead) -> Letterhead {
        let now = |wanted: &Option<String>, before: &String| wanted.as_ref().unwrap_or(before).clone();
        Letterhead {
            place_en: now(&self.place_en, &before.place_en),
            place_ur: now(&self.place_ur, &before.place_ur),
            address_en: now(&self.address_en, &before.address_en),
            address_ur: now(&self.address_ur, &before.address_ur),
            phone: now(&self.phone, &before.phone),
            email: now(&self.email, &before.email),
        }
    }
}

/// Units by code.
pub async fn list_units(
    office: &Office,
    officer: &Officer,
    query: Option<&str>,
    include_closed: bool,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<UnitLine>, Error> {
    read(officer)?;
    let after = after.map(Cursor::unpack::<String>).transpose()?;
    let organisation = office.database().organisation();
    Ok(organisation
        .unit_lines(query, include_closed, after.as_deref(), limit)
        .await?)
}

/// One unit.
pub async fn get_unit(office: &Office, officer: &Officer, id: UnitId) -> Result<UnitLine, Error> {
    read(officer)?;
    office
        .database()
        .organisation()
        .unit_line(id)
        .await?
        .ok_or(Error::NotFound)
}

/// Adds a unit.
pub async fn create_unit(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &NewUnit,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, None).await?;
            let template = new.file_number_template.as_deref();
            let checked = UnitFields::check(&new.code, &new.name_en, &new.name_ur, template).map_err(fields)?;
            let organisation = work.tx.organisation();
            if organisation.unit_by_code(&checked.code).await?.is_some() {
                return Err(Error::refused(OrganisationRefusal::CodeTaken));
            }
            let above = above(work, new.parent).await?;
            let (unit, event) =
                Unit::create(work.new_id(), new.kind, checked, above.as_ref()).map_err(Error::refused)?;
            organisation.insert_unit(&unit).await?;
            done(work, unit.id.0, unit.version, &event).await
        })
        .await
}

/// Renames a unit, moves it, or changes how its files are numbered, its officers sign or its letters say where it is.
pub async fn update_unit(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: UnitId,
    seen: Version,
    wanted: &UnitChange,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let unit = organisation.unit(id).await?.ok_or(Error::NotFound)?;
            expect(seen, unit.version)?;
            let old = unit.fields();
            let checked = UnitFields::check(
                &old.code,
                wanted.name_en.as_ref().unwrap_or(&old.name_en),
                wanted.name_ur.as_ref().unwrap_or(&old.name_ur),
                wanted
                    .file_number_template
                    .as_ref()
                    .unwrap_or(&old.file_number_template)
                    .as_deref(),
            )
            .map_err(fields)?;
            let above = above(work, wanted.parent.unwrap_or(unit.parent)).await?;
            let passkeys = wanted.signs_with_passkeys.unwrap_or(unit.signs_with_passkeys);
            let letterhead = letterhead(office, &wanted.letterhead.applied_to(&unit.letterhead))?;
            let unit = unit.signing_with_passkeys(passkeys).reached_at(letterhead);
            let (unit, event) = unit.change(checked, above.as_ref()).map_err(Error::refused)?;
            organisation.save_unit(&unit).await?;
            done(work, unit.id.0, unit.version, &event).await
        })
        .await
}

/// Closes an empty unit.
pub async fn close_unit(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: UnitId,
    seen: Version,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let unit = organisation.unit(id).await?.ok_or(Error::NotFound)?;
            expect(seen, unit.version)?;
            let contains = organisation.unit_use(id).await?;
            let (unit, event) = unit.close(contains, work.now).map_err(Error::refused)?;
            organisation.save_unit(&unit).await?;
            done(work, unit.id.0, unit.version, &event).await
        })
        .await
}

/// Checks a letterhead. What cannot be printed would stop every letter of the unit: it is refused here.
fn letterhead(office: &Office, wanted: &Letterhead) -> Result<Letterhead, Error> {
    let checked = wanted.check().map_err(fields)?;
    let mut wrong = Vec::new();
    for (field, text) in checked.texts() {
        if !office.press().unprintable(text)?.is_empty() {
            let refusal = Refusal::from(OrganisationRefusal::LetterheadUnprintable);
            wrong.push(FieldError::new(field, refusal.code));
        }
    }
    if wrong.is_empty() {
        Ok(checked)
    } else {
        Err(Error::Fields(wrong))
    }
}

async fn above(work: &Work<'_>, parent: Option<UnitId>) -> Result<Option<Above<Unit, UnitId>>, Error> {
    let Some(parent) = parent else { return Ok(None) };
    let above = work.tx.organisation().unit_above(parent).await?;
    above
        .map(Some)
        .ok_or(Error::refused(OrganisationRefusal::ParentUnknown))
}
