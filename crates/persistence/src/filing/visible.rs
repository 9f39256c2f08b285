//! The one visibility predicate of files, for every row, list, suggestion and reference.

use daftar_domain::access::Officer;
use daftar_domain::office::PostId;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use uuid::Uuid;

/// Whether a post was ever on the movement chain of the outer query's file, or of the main file that it was merged
/// into: whoever reads on the main file that a part came back must be able to read the part.
pub(super) fn granted(post: PostId) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from("file_grants")
        .and_where(
            Expr::col(("file_grants", "file_id"))
                .is_in([Expr::col(("files", "id")), Expr::col(("files", "merged_into"))]),
        )
        .and_where(Expr::col(("file_grants", "post_id")).eq(post.0))
        .to_owned()
}

/// What [`daftar_domain::filing::File::standing`] calls visible, as a condition on `files`: on the movement chain, or
/// of the own unit up to restricted; never the officer's own case.
pub(crate) fn visible_files(officer: &Officer) -> Expr {
    let own_unit = Expr::col(("files", "unit_id"))
        .eq(officer.unit.0)
        .and(Expr::col(("files", "classification")).is_in(["unclassified", "restricted"]));
    Expr::exists(granted(officer.post))
        .or(own_unit)
        .and(not_own_case(officer))
}

/// The ids of those whose own cases are kept from an officer.
pub(crate) fn kept_apart(officer: &Officer) -> impl Iterator<Item = Uuid> {
    officer.kept_apart().map(Uuid::from)
}

/// Rule 6: nobody finds the case about himself in a list.
pub(crate) fn not_own_case(officer: &Officer) -> Expr {
    Expr::col(("files", "concerns_person_id"))
        .is_null()
        .or(Expr::col(("files", "concerns_person_id")).is_not_in(kept_apart(officer)))
}
