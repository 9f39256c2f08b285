//! What is on its way: the dispatch list, one dispatch, what belongs into its envelope.

use super::views::{Dispatch, DispatchPage};
use crate::http::{ActingOfficer, Query, Served, limit, with_etag};
use crate::office::words::{self, Binary};
use crate::problem::{DownloadProblems, Problem, ReadProblems};
use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use daftar_application::dispatch::{self, DispatchQuery};
use daftar_application::{Cursor, Office};
use daftar_domain::dispatch::{Channel, DispatchState};
use daftar_domain::office::{CommunicationId, DispatchId, Version};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Which part of the dispatch list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListDispatches {
    /// Where the page before ended.
    cursor: Option<String>,
    /// Lines of a page: 50 without it, 200 at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    /// In one state.
    #[param(value_type = Option<words::DispatchState>)]
    state: Option<DispatchState>,
    /// On one way.
    #[param(value_type = Option<words::DispatchChannel>)]
    channel: Option<Channel>,
    /// Issued on this day or later.
    from: Option<NaiveDate>,
    /// Issued on this day or earlier.
    until: Option<NaiveDate>,
    /// With all of these words in number or address.
    #[param(max_length = 200)]
    text: Option<String>,
}

/// Lists what goes out, the latest issued first.
///
/// Registries: what the units have issued that the own registry serves, with the address of each label. Of what is closely
/// held they see number and address, and no subject. Administrators see what could not be delivered inside.
#[utoipa::path(
    operation_id = "listDispatches", tag = "Dispatch", params(ListDispatches),
    responses((status = 200, description = "A page of the list", body = DispatchPage), ReadProblems)
)]
#[get("/dispatches")]
pub(crate) async fn list_dispatches(
    office: Data<Office>,
    officer: ActingOfficer,
    query: Query<ListDispatches>,
) -> Result<Json<DispatchPage>, Problem> {
    let query = query.0;
    let (cursor, limit) = (query.cursor.map(Cursor), limit(query.limit, 50, 200));
    let filter = DispatchQuery {
        state: query.state,
        channel: query.channel,
        from: query.from,
        until: query.until,
        text: query.text,
        ..DispatchQuery::default()
    };
    let page = dispatch::dispatches(&office, &officer.0, &filter, cursor, limit).await?;
    Ok(Json(DispatchPage {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.0),
    }))
}

/// One dispatch, with what belongs into its envelope.
///
/// The registry that serves the unit that issued it; an administrator as long as it could not be delivered. For others it
/// does not exist (404). `documents` is empty where it is closely held: then the officer himself puts it into its envelope.
/// The `ETag` is what the acts on it want in `If-Match`.
#[utoipa::path(
    operation_id = "getDispatch", tag = "Dispatch", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The dispatch", body = Dispatch), ReadProblems)
)]
#[get("/dispatches/{id}")]
pub(crate) async fn get_dispatch(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let view = dispatch::dispatch(&office, &officer.0, DispatchId(*id)).await?;
    let version: Version = view.line.dispatch.version;
    Ok(with_etag(&Dispatch::from(view), version))
}

/// Downloads what belongs into the envelope: the signed letter, or an enclosure.
///
/// As `getDispatch`, for registries; what is closely held is not there (404). Always an attachment.
#[utoipa::path(
    operation_id = "getDispatchDocument", tag = "Dispatch",
    params(("id" = Uuid, Path), ("number" = usize, Path, description = "Its place; 1 is the letter")),
    responses(
        (status = 200, description = "The bytes", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 206, description = "The bytes of the range", content(
            (Binary = "application/pdf"), (Binary = "image/jpeg"), (Binary = "image/png"), (Binary = "image/tiff"),
        )),
        (status = 304, description = "The client has these bytes already"),
        DownloadProblems,
    )
)]
#[get("/dispatches/{id}/documents/{number}")]
pub(crate) async fn get_dispatch_document(
    request: HttpRequest,
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<(Uuid, usize)>,
) -> Result<HttpResponse, Problem> {
    let (id, number) = path.into_inner();
    let content = dispatch::dispatch_document(&office, &officer.0, DispatchId(id), number).await?;
    let served = Served {
        sha256: &content.document.digest,
        size: content.size,
        file_name: &content.document.file_name,
        media_type: &content.document.media_type,
    };
    served.answer(&request, async |range| content.read(range).await).await
}

/// Lists to whom a communication went, and where it is on its way.
///
/// Whoever may read the file. Empty until it is issued. Of an addressee inside it tells the number in the diary of his
/// registry, and no more of what becomes of it there than that it was accepted, or answered.
#[utoipa::path(
    operation_id = "listCommunicationDispatches", tag = "Dispatch", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The dispatches, in order", body = DispatchPage), ReadProblems)
)]
#[get("/communications/{id}/dispatches")]
pub(crate) async fn list_communication_dispatches(
    office: Data<Office>,
    officer: ActingOfficer,
    id: Path<Uuid>,
) -> Result<Json<DispatchPage>, Problem> {
    let views = dispatch::communication_dispatches(&office, &officer.0, CommunicationId(*id)).await?;
    Ok(Json(DispatchPage {
        items: views.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}
