//! The ledger as foreign log clients and witnesses read it (C2SP tlog-tiles).

use crate::http::ActingOfficer;
use crate::problem::{Problem, ReadProblems};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use daftar_application::Office;
use daftar_application::ledger;
use daftar_domain::ledger::tree::{TILE_WIDTH, TileAt};

/// The highest level of tiles that a tree can have.
const HIGHEST_LEVEL: u32 = 7;

/// The latest checkpoint of the ledger: size and root of its tree, signed.
///
/// Public. A signed note (C2SP tlog-checkpoint) with the lines of witnesses; keep it, and nobody can put another past
/// before you. 404 before the first act.
#[utoipa::path(
    operation_id = "getCheckpoint", tag = "Ledger", security(()),
    responses(
        (status = 200, description = "The latest checkpoint", body = String, content_type = "text/plain"),
        (status = 404, description = "There is no checkpoint yet"),
    )
)]
#[get("/checkpoint")]
pub(crate) async fn get_checkpoint(office: Data<Office>) -> Result<HttpResponse, Problem> {
    let latest = ledger::latest_checkpoint(&office).await?;
    let latest = latest.ok_or_else(|| Problem::of("not-found"))?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(("Cache-Control", "no-cache"))
        .insert_header(("Access-Control-Allow-Origin", "*"))
        .body(latest.note()))
}

/// A tile of up to 256 hashes of the ledger's tree.
///
/// Public. C2SP tlog-tiles: `index` is written in groups of three digits, all but the last with an `x` before them, and
/// ends in `.p/{width}` for a tile that is not full yet. Hashes tell nothing about the acts. 404 for what the tree does
/// not have.
#[utoipa::path(
    operation_id = "getTile", tag = "Ledger", security(()),
    params(
        ("level" = u32, Path, description = "0 holds the leaves", example = 0),
        ("index" = String, Path, description = "The tile's place in its level", example = "000.p/1"),
    ),
    responses(
        (status = 200, description = "The hashes, 32 bytes each", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 404, description = "The tree has no such tile"),
    )
)]
#[get("/tile/{level}/{index:.+}")]
pub(crate) async fn get_tile(office: Data<Office>, path: Path<(u32, String)>) -> Result<HttpResponse, Problem> {
    let (level, index) = path.into_inner();
    let unknown = || Problem::of("not-found");
    let (index, width) = place(&index).filter(|_| level <= HIGHEST_LEVEL).ok_or_else(unknown)?;
    let tile = ledger::tile(&office, TileAt { level, index }, width).await?;
    Ok(bytes(tile.ok_or_else(unknown)?, "public"))
}

/// Up to 256 entries of the ledger, each after its length in two bytes.
///
/// Auditors only: entries tell who worked on what, and when. C2SP tlog-tiles, with `index` as in `getTile`. 404 for
/// what the ledger does not have.
#[utoipa::path(
    operation_id = "getEntryBundle", tag = "Ledger",
    params(("index" = String, Path, description = "The place of the bundle", example = "000.p/1")),
    responses(
        (status = 200, description = "The entries", body = Vec<u8>, content_type = "application/octet-stream"),
        ReadProblems,
    )
)]
#[get("/tile/entries/{index:.+}")]
pub(crate) async fn get_entry_bundle(
    office: Data<Office>,
    officer: ActingOfficer,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let unknown = || Problem::of("not-found");
    // Whether there is such a bundle is nobody's business but the auditor's.
    let (index, width) = place(&path).unwrap_or((u64::MAX, 1));
    let bundle = ledger::entry_bundle(&office, &officer.0, index, width).await?;
    Ok(bytes(bundle.ok_or_else(unknown)?, "private"))
}

/// What was written once into a tile never changes.
fn bytes(bytes: Vec<u8>, whose: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/octet-stream")
        .insert_header(("Cache-Control", format!("{whose}, max-age=31536000, immutable")))
        .insert_header(("Access-Control-Allow-Origin", "*"))
        .body(bytes)
}

/// The place and width that an address names: `067`, `x001/x234/067`, `x001/234.p/17`.
fn place(address: &str) -> Option<(u64, usize)> {
    let (index, width) = match address.split_once(".p/") {
        None => (address, TILE_WIDTH),
        Some((index, width)) => {
            let number: usize = width.parse().ok().filter(|width| (1..TILE_WIDTH).contains(width))?;
            (index, (number.to_string() == width).then_some(number)?)
        }
    };
    let groups: Vec<&str> = index.split('/').collect();
    let (last, before) = groups.split_last()?;
    let mut place = 0_u64;
    for (at, group) in before
        .iter()
        .map(|group| group.strip_prefix('x'))
        .chain([Some(*last)])
        .enumerate()
    {
        let group = group.filter(|group| group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit()))?;
        // One address for each place: no groups of zeros before it.
        if at == 0 && group == "000" && !before.is_empty() {
            return None;
        }
        place = place.checked_mul(1000)?.checked_add(group.parse().ok()?)?;
    }
    Some((place, width))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn an_address_names_one_tile() {
        assert_eq!(place("000"), Some((0, 256)));
        assert_eq!(place("x001/x234/067"), Some((1_234_067, 256)));
        assert_eq!(place("x001/234.p/17"), Some((1_234, 17)));
        for wrong in [
            "",
            "0",
            "0000",
            "x000/001",
            "001/x234",
            "x001",
            "000.p/0",
            "000.p/256",
            "000.p/+1",
            "000.p/01",
            "000.p",
            "-01",
            "x999/x999/x999/x999/x999/x999/x999/999",
        ] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }
}
