//! The issue register.

use crate::office::{Error, Office, permit};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Officer, Role, Standing};
use daftar_domain::desk::office_day;
use daftar_domain::dispatch::{AwaitingReply, DispatchState};
use daftar_domain::drafting::Form;
use daftar_domain::office::{IssueId, UnitId};
use daftar_persistence::dispatch::{IssueFilter, IssueLine, IssueStates};
use daftar_persistence::organisation::{PostRef, UnitRef};
use daftar_persistence::{Cursor, Page};

/// What the register is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct IssueQuery {
    /// Of one unit.
    pub unit: Option<UnitId>,
    /// Issued on this day or later.
    pub from: Option<NaiveDate>,
    /// Issued on this day or earlier.
    pub until: Option<NaiveDate>,
    /// In one form.
    pub form: Option<Form>,
    /// With an addressee in one state.
    pub state: Option<DispatchState>,
    /// With these words in number, subject or address.
    pub text: Option<String>,
    /// With answers that are waited for.
    pub awaiting: Option<AwaitingReply>,
}

/// A line of the register with the names in it.
#[derive(Debug, Clone)]
pub struct IssueView {
    /// The line.
    pub line: IssueLine,
    /// The unit that issued it.
    pub unit: Option<UnitRef>,
    /// The post that signed.
    pub signed_by: Option<PostRef>,
    /// To whom it goes, and where it is.
    pub states: IssueStates,
}

/// A page of the issue register, the latest first: what the officer's unit has issued; for a registry what the units have
/// that it serves.
///
/// # Errors
/// The officer's post has no register; [`Error::Cursor`].
pub async fn issues(
    office: &Office,
    officer: &Officer,
    query: &IssueQuery,
    cursor: Option<Cursor>,
    limit: u64,
) -> Result<Page<IssueView>, Error> {
    let permitted = permit(officer, Action::ReadIssues, Standing::GENERAL, None);
    office.logged(officer, permitted).await?;
    let after = cursor.map(|cursor| cursor.unpack()).transpose()?;
    let filter = IssueFilter {
        units: units(office, officer, query.unit).await?,
        from: query.from,
        until: query.until,
        form: query.form,
        state: query.state,
        text: query.text.clone(),
        awaiting: query.awaiting,
    };
    let dispatches = office.database().dispatches();
    let today = office_day(office.now());
    let page = dispatches.register(officer, &filter, today, after, limit).await?;
    named(office, page).await
}

/// The units whose register the officer may read: those that he asks for among them.
async fn units(office: &Office, officer: &Officer, asked: Option<UnitId>) -> Result<Vec<UnitId>, Error> {
    let mut units = vec![officer.unit];
    if officer.roles.has(Role::Registry) {
        let registries = office.database().dispatches().registries().await?;
        units.extend(registries.served_by(officer.unit));
    }
    units.retain(|unit| asked.is_none_or(|asked| asked == *unit));
    Ok(units)
}

async fn named(office: &Office, page: Page<IssueLine>) -> Result<Page<IssueView>, Error> {
    let database = office.database();
    let ids = page.items.iter().map(|line| line.id);
    let ids: Vec<IssueId> = ids.collect();
    let mut states = database.dispatches().of_issues(ids).await?;
    let posts = page.items.iter().map(|line| line.signed_by);
    let posts = database.organisation().post_refs(posts).await?;
    let units = page.items.iter().map(|line| line.unit);
    let units = database.organisation().unit_refs(units).await?;
    Ok(page.map(|line| IssueView {
        unit: units.get(&line.unit).cloned(),
        signed_by: posts.get(&line.signed_by).cloned(),
        states: states.remove(&line.id).unwrap_or_default(),
        line,
    }))
}
