//! Importing the organisation: asked for, done by a worker, watched.

use super::sheets::Sheets;
use crate::certificates;
use crate::office::{Error, Idempotency, Office, Work};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::office::ImportId;
use daftar_domain::organisation::{Existing, Plan, RowError, Step, plan_import, read_rows};
use daftar_persistence::organisation::NewImport;
use serde::{Deserialize, Serialize};

/// The kind of job that runs an import.
pub(crate) const IMPORT_JOB: &str = "import_organisation";

/// A run of the import, as the screen watches it.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Whether it only checks.
    pub dry_run: bool,
    /// `queued`, `checking`, `applying`, `done` or `refused`.
    pub state: String,
    /// Rows done.
    pub done: i32,
    /// Rows in all.
    pub total: i32,
    /// Rows that added something, or would.
    pub created: i32,
    /// Rows that changed something, or would.
    pub updated: i32,
    /// Rows that say what is so already.
    pub unchanged: i32,
    /// Everything that was wrong.
    pub errors: Vec<RowError>,
}

#[derive(Serialize, Deserialize)]
struct Payload {
    import: ImportId,
}

/// Asks for an import; a worker does it.
pub async fn request_import(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    dry_run: bool,
    sheets: &Sheets,
) -> Result<ImportId, Error> {
    let input = serde_json::to_string(sheets).map_err(|e| Error::Internal(e.to_string()))?;
    office
        .act(officer, once, async |work| {
            work.permit(officer, Action::ManageOrganisation, Standing::GENERAL, None)?;
            if sheets.is_empty() {
                return Err(Error::field("/units_csv", "required"));
            }
            let id = work.new_id();
            let import = NewImport {
                id,
                dry_run,
                input: &input,
                by: officer.actor(),
                at: work.now,
            };
            work.tx.organisation().insert_import(&import).await?;
            work.enqueue(IMPORT_JOB, &Payload { import: id }).await?;
            Ok(id)
        })
        .await
}

/// How far an import is.
pub async fn get_import(office: &Office, officer: &Officer, id: ImportId) -> Result<Import, Error> {
    crate::office::permit(officer, Action::ManageOrganisation, Standing::GENERAL, Some(id.0))?;
    let row = office
        .database()
        .organisation()
        .import(id)
        .await?
        .ok_or(Error::NotFound)?;
    let errors = row.errors.as_deref().map_or(Ok(Vec::new()), serde_json::from_str);
    Ok(Import {
        id,
        dry_run: row.dry_run,
        state: row.state,
        done: row.done,
        total: row.total,
        created: row.created,
        updated: row.updated,
        unchanged: row.unchanged,
        errors: errors.map_err(|e| Error::Internal(e.to_string()))?,
    })
}

/// Runs an import: reads, checks everything, and changes everything in one transaction, or nothing. Run again after it
/// has ended, it does nothing.
pub(crate) async fn run_import(office: &Office, payload: &str) -> Result<(), Error> {
    let internal = |e: serde_json::Error| Error::Internal(e.to_string());
    let Payload { import: id } = serde_json::from_str(payload).map_err(internal)?;
    let row = office
        .database()
        .organisation()
        .import(id)
        .await?
        .ok_or(Error::NotFound)?;
    if matches!(row.state.as_str(), "done" | "refused") {
        return Ok(());
    }
    let sheets: Sheets = serde_json::from_str(&row.input).map_err(internal)?;
    let mut errors = Vec::new();
    let tables = sheets.tables(&mut errors);
    let total = count(tables.values().map(|table| table.records.len()).sum());
    progress(office, &row.actor(), id, "checking", total).await?;
    let rows = read_rows(&tables, &mut errors);
    if !row.dry_run && errors.is_empty() {
        progress(office, &row.actor(), id, "applying", total).await?;
    }
    office
        .act_as(row.actor(), None, async |work| {
            let organisation = work.tx.organisation();
            organisation.queue().await?;
            let existing = existing(work).await?;
            match plan_import(existing, &rows, errors.clone(), work.now, &mut || work.new_id()) {
                Err(errors) => {
                    let errors = serde_json::to_string(&errors).map_err(internal)?;
                    Ok(organisation.import_refused(id, &errors).await?)
                }
                Ok(plan) => {
                    if !row.dry_run {
                        apply(work, &plan, id).await?;
                    }
                    let (created, updated) = (count(plan.created()), count(plan.updated()));
                    let unchanged = i32::try_from(plan.unchanged).unwrap_or(i32::MAX);
                    Ok(organisation.import_done(id, created, updated, unchanged).await?)
                }
            }
        })
        .await
}

fn count(rows: usize) -> i32 {
    i32::try_from(rows).unwrap_or(i32::MAX)
}

async fn progress(
    office: &Office,
    actor: &daftar_domain::ledger::Actor,
    id: ImportId,
    state: &str,
    total: i32,
) -> Result<(), Error> {
    office
        .act_as(*actor, None, async |work| {
            Ok(work.tx.organisation().import_progress(id, state, 0, total).await?)
        })
        .await
}

async fn existing(work: &Work<'_>) -> Result<Existing, Error> {
    let organisation = work.tx.organisation();
    let units = organisation.all_units().await?;
    let posts = organisation.all_posts().await?;
    let persons = organisation.all_persons().await?;
    let charges = organisation.all_running_charges().await?;
    Ok(Existing {
        units: units.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
        posts: posts.into_iter().map(|post| (post.code.clone(), post)).collect(),
        persons: persons
            .into_iter()
            .map(|person| (person.user_name.clone(), person))
            .collect(),
        holders: charges.into_iter().map(|charge| (charge.post, charge)).collect(),
        freed: organisation.last_charge_ends().await?,
        desk_items: work.tx.desk().loads().await?,
        own_cases: work.tx.desk().cases_about_persons().await?,
        by: work.person(),
    })
}

async fn apply(work: &Work<'_>, plan: &Plan, id: ImportId) -> Result<(), Error> {
    let organisation = work.tx.organisation();
    for step in &plan.steps {
        match step {
            Step::CreateUnit(unit, _) => organisation.insert_unit(unit).await?,
            Step::UpdateUnit(unit, _) => organisation.save_unit(unit).await?,
            Step::CreatePost(post, _) => organisation.insert_post(post).await?,
            Step::UpdatePost(post, _) => organisation.save_post(post).await?,
            Step::CreatePerson(person, _) => organisation.insert_person(person).await?,
            Step::UpdatePerson(person, _) => organisation.save_person(person).await?,
            Step::Appoint(post, charge, _) => {
                organisation.save_post(post).await?;
                organisation.insert_charge(charge, None).await?;
            }
            Step::HandOver(post, handover, _) => {
                organisation.save_post(post).await?;
                organisation.end_charge(&handover.ended).await?;
                certificates::charge_ended(work, &handover.ended, Some(&handover.begun)).await?;
                organisation.insert_charge(&handover.begun, None).await?;
            }
        }
    }
    let whole = plan.event(id);
    work.record_all(plan.steps.iter().map(Step::event).chain([&whole]))
        .await
}
