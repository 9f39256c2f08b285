//! Importing the organisation from spreadsheets.

use crate::http::{ActingOfficer, Body, CreateHeaders, IdempotencyKey, accept_language};
use crate::office::examples;
use crate::office::words;
use crate::problem::{CreateProblems, Problem, ReadProblems, message_of};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use daftar_application::Office;
use daftar_application::organisation::{self, Sheets};
use daftar_domain::office::ImportId;
use daftar_domain::organisation::Sheet;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Sheets to be imported, as CSV with headings; those that are missing stay as they are.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "dry_run": true,
    "units_csv": "code,parent_code,kind,name_en,name_ur,file_number_template\nPD,,department,Planning,منصوبہ بندی,\n",
    "persons_csv": "user_name,name_en,name_ur,email,language\nbilal.hassan,Bilal Hassan,بلال حسن,,ur\n",
}))]
pub(crate) struct ImportOrganisation {
    /// Only check, and say what would change.
    dry_run: bool,
    /// `code,parent_code,kind,name_en,name_ur,file_number_template`
    units_csv: Option<String>,
    /// `code,unit_code,title_en,title_ur,grade,reports_to_code,roles` (roles with spaces between)
    posts_csv: Option<String>,
    /// `user_name,name_en,name_ur,email,language`
    persons_csv: Option<String>,
    /// `post_code,user_name,kind,from`
    charges_csv: Option<String>,
}

/// An import that waits for a worker.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"id": examples::SOMETHING}))]
pub(crate) struct ImportAccepted {
    id: Uuid,
}

/// How far an import is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::SOMETHING, "dry_run": true, "state": "refused", "done": 0, "total": 512, "created": 0,
    "updated": 0, "unchanged": 0,
    "errors": [{
        "sheet": "posts", "row": 14, "column": "grade", "code": "grade-out-of-range",
        "message": "گریڈ 1 سے 22 تک ہوتا ہے۔",
    }],
}))]
pub(crate) struct Import {
    id: Uuid,
    dry_run: bool,
    /// `refused` when any row was wrong: then nothing was changed.
    #[schema(value_type = words::ImportState)]
    state: String,
    /// Rows done.
    done: i32,
    /// Rows in all.
    total: i32,
    /// Rows that added something, or would.
    created: i32,
    /// Rows that changed something, or would.
    updated: i32,
    /// Rows that say what is so already.
    unchanged: i32,
    /// Everything that was wrong.
    errors: Vec<ImportError>,
}

/// Something wrong in a sheet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ImportError {
    #[schema(value_type = words::ImportSheet)]
    sheet: Sheet,
    /// As a spreadsheet counts: 1 is the heading.
    row: u32,
    #[schema(required = true)]
    column: Option<String>,
    /// Stable code.
    code: String,
    /// What is wrong, in the reader's language.
    message: String,
}

/// Asks for an import. It is done by a worker, all at once or not at all; the same sheets again change nothing.
///
/// Administrators. Sheets are matched by code and user name. Begin with `dry_run` true: it finds every wrong row and
/// changes nothing. The answer is 202 at once; `Location` is where `getImport` tells how far it is. Without any sheet:
/// 422 `required`.
#[utoipa::path(
    operation_id = "importOrganisation", tag = "Organisation", params(CreateHeaders),
    request_body = ImportOrganisation,
    responses((status = 202, description = "Accepted; watch it under its id", body = ImportAccepted), CreateProblems)
)]
#[post("/organisation/imports")]
pub(crate) async fn import_organisation(
    office: Data<Office>,
    officer: ActingOfficer,
    key: IdempotencyKey,
    body: Body<ImportOrganisation>,
) -> Result<HttpResponse, Problem> {
    let once = key.of(&officer, &body);
    let ImportOrganisation {
        dry_run,
        units_csv,
        posts_csv,
        persons_csv,
        charges_csv,
    } = body.value;
    let sheets = Sheets {
        units: units_csv,
        posts: posts_csv,
        persons: persons_csv,
        charges: charges_csv,
    };
    let id = organisation::request_import(&office, &officer.0, once.as_ref(), dry_run, &sheets).await?;
    let location = format!("/api/v1/organisation/imports/{id}");
    Ok(HttpResponse::Accepted()
        .insert_header((LOCATION, location))
        .json(ImportAccepted { id: id.0 }))
}

/// An example of a sheet, to fill in.
///
/// Everybody who acts for a post. UTF-8 with byte order mark, so that spreadsheets read it rightly.
#[utoipa::path(
    operation_id = "getImportTemplate", tag = "Organisation",
    params(("sheet" = inline(words::ImportSheet), Path, description = "The sheet")),
    responses((status = 200, description = "CSV with headings and examples", body = String, content_type = "text/csv"), ReadProblems)
)]
#[get("/organisation/imports/templates/{sheet}")]
pub(crate) async fn get_import_template(_officer: ActingOfficer, sheet: Path<String>) -> Result<HttpResponse, Problem> {
    let sheet: Sheet = sheet.parse().map_err(|_| Problem::of("not-found"))?;
    // Excel takes a file for UTF-8 only with a byte order mark.
    let body = format!("\u{FEFF}{}", sheet.template());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{sheet}.csv\"")))
        .body(body))
}

/// How far an import is, and what was wrong.
///
/// Administrators. Ask again while `state` is `queued`, `checking` or `applying`; with `refused` nothing was changed,
/// and `errors` names every wrong row.
#[utoipa::path(
    operation_id = "getImport", tag = "Organisation", params(("id" = Uuid, Path, description = "The import")),
    responses((status = 200, description = "The import", body = Import), ReadProblems)
)]
#[get("/organisation/imports/{id}")]
pub(crate) async fn get_import(
    office: Data<Office>,
    officer: ActingOfficer,
    request: HttpRequest,
    id: Path<Uuid>,
) -> Result<Json<Import>, Problem> {
    let import = organisation::get_import(&office, &officer.0, ImportId(*id)).await?;
    let language = accept_language(&request);
    let errors = import.errors.into_iter().map(|error| ImportError {
        message: message_of(&error.code, language).to_owned(),
        sheet: error.sheet,
        row: error.row,
        column: error.column,
        code: error.code,
    });
    Ok(Json(Import {
        id: import.id.0,
        dry_run: import.dry_run,
        state: import.state,
        done: import.done,
        total: import.total,
        created: import.created,
        updated: import.updated,
        unchanged: import.unchanged,
        errors: errors.collect(),
    }))
}
