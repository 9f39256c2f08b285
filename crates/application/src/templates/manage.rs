//! Changing templates.

use super::trial::tried;
use crate::office::{Error, Idempotency, Office, Work, permit};
use crate::organisation::done;
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::drafting::Form;
use daftar_domain::office::{Act, TemplateId, UnitId, Version};
use daftar_domain::templates::{Source, Template, TemplateRefusal};
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// A template that an act is done on: with the version that the administrator saw.
#[derive(Debug, Clone, Copy)]
pub struct OnTemplate<'a> {
    /// Which.
    pub id: TemplateId,
    /// How often it had changed when it was seen.
    pub seen: Version,
    /// The key of the request.
    pub once: Option<&'a Idempotency>,
}

/// A template that is to be made.
#[derive(Debug, Clone)]
pub struct NewTemplate {
    /// The form.
    pub form: Form,
    /// The unit; none for the whole office.
    pub unit: Option<UnitId>,
    /// The words.
    pub source: String,
}

/// A version that is to be saved.
#[derive(Debug, Clone)]
pub struct NewVersion {
    /// The words.
    pub source: String,
    /// The version that it began as; none for the built-in template.
    pub based_on: Option<i32>,
}

fn manager(work: &Work<'_>, officer: &Officer, on: Option<Uuid>) -> Result<(), Error> {
    work.permit(officer, Action::ManageTemplates, Standing::GENERAL, on)?;
    Ok(())
}

/// Makes a template with its first version. Nothing is set by it until a version is put in force.
///
/// # Errors
/// What [`Source::check`] refuses; `template-unit-unknown`, `template-exists`.
pub async fn create_template(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &NewTemplate,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            manager(work, officer, None)?;
            let source = Source::check(&new.source).map_err(Error::refused)?;
            if let Some(unit) = new.unit {
                let found = work.tx.organisation().unit(unit).await?;
                let open = found.filter(|unit| unit.closed_at.is_none());
                open.ok_or_else(|| Error::refused(TemplateRefusal::UnitUnknown))?;
            }
            let ids = (work.new_id(), work.new_id());
            let begun = Template::begin(ids, (new.form, new.unit), &source, officer.person, work.now);
            let templates = work.tx.templates();
            if !templates.add(&begun.template).await? {
                return Err(Error::refused(TemplateRefusal::Exists));
            }
            templates.add_version(&begun.template, &begun.version, &source).await?;
            done(work, begun.template.id.0, begun.template.version, &begun.event).await
        })
        .await
}

/// Saves a further version. What is in force stays in force.
///
/// # Errors
/// What [`Source::check`] and [`Template::save`] refuse.
pub async fn save_version(
    office: &Office,
    officer: &Officer,
    on: OnTemplate<'_>,
    new: &NewVersion,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let template = taken(work, officer, on).await?;
            let source = Source::check(&new.source).map_err(Error::refused)?;
            let latest = work.tx.templates().version(template.id, template.latest).await?;
            let latest = latest.map(|(version, _)| version.sha256).unwrap_or_default();
            let words = (&source, new.based_on);
            let saved = template.save(work.new_id(), words, &latest, officer.person, work.now);
            let saved = saved.map_err(Error::refused)?;
            work.tx.templates().save(&saved.template).await?;
            let templates = work.tx.templates();
            templates.add_version(&saved.template, &saved.version, &source).await?;
            done(work, saved.template.id.0, saved.template.version, &saved.event).await
        })
        .await
}

/// Sets the form by a version from now on, after it was tried on every sample.
///
/// # Errors
/// [`Error::Template`] for what it fails on; what [`Template::put_in_force`] refuses.
pub async fn put_in_force(office: &Office, officer: &Officer, on: OnTemplate<'_>, number: i32) -> Result<Act, Error> {
    // Before the transaction: nobody waits while samples are set, and a version never changes. What is wrong is told
    // within the act: a request that is repeated gets its first answer.
    let (tried, failed) = match trial(office, officer, on, number).await {
        Ok(()) => (true, Mutex::new(None)),
        Err(error) => (false, Mutex::new(Some(error))),
    };
    office
        .act(officer, on.once, async |work| {
            if !tried {
                let first = failed.lock().unwrap_or_else(PoisonError::into_inner).take();
                return Err(first.unwrap_or_else(|| Error::Internal("it failed before".to_owned())));
            }
            let template = taken(work, officer, on).await?;
            let found = work.tx.templates().version(template.id, number).await?;
            let (version, _) = found.ok_or_else(|| Error::refused(TemplateRefusal::VersionUnknown))?;
            let changed = template.put_in_force(&version, work.now);
            let (template, event) = changed.map_err(Error::refused)?;
            work.tx.templates().save(&template).await?;
            done(work, template.id.0, template.version, &event).await
        })
        .await
}

/// Tries a version, after everything was asked that takes no time.
async fn trial(office: &Office, officer: &Officer, on: OnTemplate<'_>, number: i32) -> Result<(), Error> {
    permit(officer, Action::ManageTemplates, Standing::GENERAL, Some(on.id.0))?;
    let templates = office.database().templates();
    let template = templates.template(on.id).await?.ok_or(Error::NotFound)?;
    if template.version != on.seen {
        return Err(Error::Stale);
    }
    template.may_be_put_in_force(number).map_err(Error::refused)?;
    let found = templates.version(on.id, number).await?;
    let (_, source) = found.ok_or_else(|| Error::refused(TemplateRefusal::VersionUnknown))?;
    tried(office, template.form, &source).await
}

/// Sets the form by no version of this template any more: by that of a unit above or of the office, or as built in.
///
/// # Errors
/// What [`Template::withdraw`] refuses.
pub async fn withdraw_template(office: &Office, officer: &Officer, on: OnTemplate<'_>) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let template = taken(work, officer, on).await?;
            let (template, event) = template.withdraw(work.now).map_err(Error::refused)?;
            work.tx.templates().save(&template).await?;
            done(work, template.id.0, template.version, &event).await
        })
        .await
}

/// The template, as the administrator saw it.
async fn taken(work: &Work<'_>, officer: &Officer, on: OnTemplate<'_>) -> Result<Template, Error> {
    manager(work, officer, Some(on.id.0))?;
    let template = work.tx.templates().template(on.id).await?.ok_or(Error::NotFound)?;
    if template.version == on.seen {
        Ok(template)
    } else {
        Err(Error::Stale)
    }
}
