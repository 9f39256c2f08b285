//! Templates as administrators see them.

use crate::office::{Error, Office, permit};
use crate::organisation::{PersonRef, UnitRef};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::drafting::Form;
use daftar_domain::office::TemplateId;
use daftar_domain::templates::{Template, TemplateVersion};
use daftar_persistence::templates::TemplateFilter;
use daftar_persistence::{Cursor, Page};

/// A template with the name of its unit.
#[derive(Debug, Clone)]
pub struct TemplateView {
    /// The template.
    pub template: Template,
    /// Its unit; none for the whole office.
    pub unit: Option<UnitRef>,
}

/// A version with the name of who saved it.
#[derive(Debug, Clone)]
pub struct VersionView {
    /// The version.
    pub version: TemplateVersion,
    /// Who saved it.
    pub by: Option<PersonRef>,
}

/// Asks whether templates may be read.
async fn readable(office: &Office, officer: &Officer, on: Option<TemplateId>) -> Result<(), Error> {
    let on = on.map(|id| id.0);
    let permitted = permit(officer, Action::ManageTemplates, Standing::GENERAL, on);
    office.logged(officer, permitted).await?;
    Ok(())
}

/// A page of templates, the oldest first.
pub async fn list_templates(
    office: &Office,
    officer: &Officer,
    filter: &TemplateFilter,
) -> Result<Page<TemplateView>, Error> {
    readable(office, officer, None).await?;
    let page = office.database().templates().templates(filter).await?;
    let units = page.items.iter().filter_map(|template| template.unit);
    let units = office.database().organisation().unit_refs(units).await?;
    Ok(page.map(|template| TemplateView {
        unit: template.unit.and_then(|unit| units.get(&unit).cloned()),
        template,
    }))
}

/// One template.
pub async fn get_template(office: &Office, officer: &Officer, id: TemplateId) -> Result<TemplateView, Error> {
    readable(office, officer, Some(id)).await?;
    let template = office
        .database()
        .templates()
        .template(id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut units = office.database().organisation().unit_refs(template.unit).await?;
    Ok(TemplateView {
        unit: template.unit.and_then(|unit| units.remove(&unit)),
        template,
    })
}

/// A page of a template's versions, the latest first.
pub async fn list_versions(
    office: &Office,
    officer: &Officer,
    id: TemplateId,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<VersionView>, Error> {
    readable(office, officer, Some(id)).await?;
    let templates = office.database().templates();
    templates.template(id).await?.ok_or(Error::NotFound)?;
    let before = after.map(Cursor::unpack::<i32>).transpose()?;
    let page = templates.versions(id, before, limit).await?;
    let persons = page.items.iter().map(|version| version.by);
    let persons = office.database().organisation().person_refs(persons).await?;
    Ok(page.map(|version| VersionView {
        by: persons.get(&version.by).cloned(),
        version,
    }))
}

/// One version, with its words.
pub async fn get_version(
    office: &Office,
    officer: &Officer,
    id: TemplateId,
    number: i32,
) -> Result<(VersionView, String), Error> {
    readable(office, officer, Some(id)).await?;
    let found = office.database().templates().version(id, number).await?;
    let (version, source) = found.ok_or(Error::NotFound)?;
    let mut persons = office.database().organisation().person_refs([version.by]).await?;
    let by = persons.remove(&version.by);
    Ok((VersionView { version, by }, source))
}

/// The words of the template that comes with the program.
pub async fn built_in(office: &Office, officer: &Officer, form: Form) -> Result<String, Error> {
    readable(office, officer, None).await?;
    office.press().built_in(form)
}
