//! The issue register.

use super::views::IssueLinePage;
use crate::http::{ActingOfficer, Query, accept_language, limit};
use crate::office::words;
use crate::problem::{Problem, ReadProblems};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use daftar_application::dispatch::{self, IssueQuery};
use daftar_application::{Cursor, Office};
use daftar_domain::dispatch::{AwaitingReply, DispatchState};
use daftar_domain::drafting::Form;
use daftar_domain::office::UnitId;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Which part of the issue register.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListIssues {
    /// Where the page before ended.
    cursor: Option<String>,
    /// Lines of a page: 50 without it, 200 at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    /// Issued by one unit.
    unit: Option<Uuid>,
    /// Issued on this day or later.
    from: Option<NaiveDate>,
    /// Issued on this day or earlier.
    until: Option<NaiveDate>,
    /// In one form.
    #[param(value_type = Option<words::CommunicationForm>)]
    form: Option<Form>,
    /// With an addressee in one state.
    #[param(value_type = Option<words::DispatchState>)]
    state: Option<DispatchState>,
    /// With all of these words in number, subject or address.
    #[param(max_length = 200)]
    text: Option<String>,
    /// With answers that are asked for and not there.
    #[param(inline, value_type = Option<words::AwaitingReply>)]
    awaiting_reply: Option<AwaitingReply>,
}

/// Which lines of the issue register go into the sheet.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportIssues {
    /// Issued by one unit.
    unit: Option<Uuid>,
    /// Issued on this day or later.
    from: Option<NaiveDate>,
    /// Issued on this day or earlier.
    until: Option<NaiveDate>,
    /// In one form.
    #[param(value_type = Option<words::CommunicationForm>)]
    form: Option<Form>,
    /// With an addressee in one state.
    #[param(value_type = Option<words::DispatchState>)]
    state: Option<DispatchState>,
    /// With all of these words in number, subject or address.
    #[param(max_length = 200)]
    text: Option<String>,
    /// With answers that are asked for and not there.
    #[param(inline, value_type = Option<words::AwaitingReply>)]
    awaiting_reply: Option<AwaitingReply>,
}

/// The issue register: what the own unit has issued, the latest first.
///
/// Officers, of their own unit; registries, of all units that they serve. Another `unit` gives an empty page. Subjects of
/// what is closely held are null for whoever may not see the file, and are not searched for him. `awaiting_reply=overdue`
/// lists what a reminder may be written for.
#[utoipa::path(
    operation_id = "listIssues", tag = "Dispatch", params(ListIssues),
    responses((status = 200, description = "A page of the register", body = IssueLinePage), ReadProblems)
)]
#[get("/issues")]
pub(crate) async fn list_issues(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ListIssues>,
) -> Result<Json<IssueLinePage>, Problem> {
    let query = query.0;
    let (cursor, limit) = (query.cursor.map(Cursor), limit(query.limit, 50, 200));
    let asked = IssueQuery {
        unit: query.unit.map(UnitId),
        from: query.from,
        until: query.until,
        form: query.form,
        state: query.state,
        text: query.text,
        awaiting: query.awaiting_reply,
    };
    let page = dispatch::issues(&office, &officer.0, &asked, cursor, limit).await?;
    Ok(Json(IssueLinePage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// The issue register as CSV for spreadsheets, whole: UTF-8 with byte order mark, formulas escaped.
///
/// As `listIssues`, with the same filters and names in the language of `Accept-Language`. It streams.
#[utoipa::path(
    operation_id = "exportIssues", tag = "Dispatch", params(ExportIssues),
    responses((status = 200, description = "The register", body = String, content_type = "text/csv"), ReadProblems)
)]
#[get("/issues/register.csv")]
pub(crate) async fn export_issues(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ExportIssues>,
) -> Result<HttpResponse, Problem> {
    let (office, language, query) = (Office::clone(&office), accept_language(&request), query.0);
    let asked = IssueQuery {
        unit: query.unit.map(UnitId),
        from: query.from,
        until: query.until,
        form: query.form,
        state: query.state,
        text: query.text,
        awaiting: query.awaiting_reply,
    };
    let text = dispatch::issues_csv(office, officer.0, asked, language).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"issues.csv\""))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .streaming(text))
}
