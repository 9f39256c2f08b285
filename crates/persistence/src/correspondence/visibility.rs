//! The one visibility predicate of receipts and documents: lists, counts, exports and single reads all use it.

use crate::filing::{kept_apart, visible_files};
use daftar_domain::access::{Officer, Role};
use daftar_domain::office::Classification;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};

/// Whether the officer may know of the row of `receipts` at hand: its post was granted it (it diarised it, had it
/// marked or copied), it is on a file that the officer may see, or he works in the registry that diarised it and the
/// paper is not closely held. Rule 6: nobody finds the case about himself.
pub fn visible_receipts(officer: &Officer) -> Expr {
    let mut visible = Expr::exists(granted(officer)).or(Expr::exists(file_of_receipt(officer)));
    if officer.roles.has(Role::Registry) {
        let open = [Classification::Unclassified, Classification::Restricted].map(Classification::as_str);
        let own_diary = Expr::col(("receipts", "registry_id")).eq(officer.unit.0);
        visible = visible.or(own_diary.and(Expr::col(("receipts", "classification")).is_in(open)));
    }
    let concerns = || Expr::col(("receipts", "concerns_person_id"));
    visible.and(concerns().is_null().or(concerns().is_not_in(kept_apart(officer))))
}

/// The grants of the officer's post for the row of `receipts` at hand.
fn granted(officer: &Officer) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from("receipt_grants")
        .and_where(Expr::col(("receipt_grants", "receipt_id")).equals(("receipts", "id")))
        .and_where(Expr::col(("receipt_grants", "post_id")).eq(officer.post.0))
        .to_owned()
}

/// The visible file that the row of `receipts` at hand is on.
fn file_of_receipt(officer: &Officer) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from("files")
        .and_where(Expr::col(("files", "id")).equals(("receipts", "file_id")))
        .and_where(visible_files(officer))
        .to_owned()
}

/// Whether the officer may know of the row of `documents` at hand: its post uploaded it, or it is the scan of a
/// receipt, or a paper or what a draft encloses on a file that the officer may see.
pub fn visible_documents(officer: &Officer) -> Expr {
    Expr::col(("documents", "uploaded_by"))
        .eq(officer.post.0)
        .or(Expr::exists(receipts_of_document(officer)))
        .or(Expr::exists(files_of_document(officer)))
        .or(Expr::exists(drafts_of_document(officer)))
}

/// The visible receipts that carry the row of `documents` at hand.
pub(super) fn receipts_of_document(officer: &Officer) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from("receipt_documents")
        .inner_join(
            "receipts",
            Expr::col(("receipts", "id")).equals(("receipt_documents", "receipt_id")),
        )
        .and_where(Expr::col(("receipt_documents", "document_id")).equals(("documents", "id")))
        .and_where(visible_receipts(officer))
        .to_owned()
}

/// The visible files on which the row of `documents` at hand is a paper.
fn files_of_document(officer: &Officer) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from("paper_documents")
        .inner_join(
            "papers",
            Expr::col(("papers", "id")).equals(("paper_documents", "paper_id")),
        )
        .inner_join("files", Expr::col(("files", "id")).equals(("papers", "file_id")))
        .and_where(Expr::col(("paper_documents", "document_id")).equals(("documents", "id")))
        .and_where(visible_files(officer))
        .to_owned()
}

/// The visible files with a draft that encloses the row of `documents` at hand.
fn drafts_of_document(officer: &Officer) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from("communication_documents")
        .inner_join(
            "communications",
            Expr::col(("communications", "id")).equals(("communication_documents", "communication_id")),
        )
        .inner_join(
            "files",
            Expr::col(("files", "id")).equals(("communications", "file_id")),
        )
        .and_where(Expr::col(("communication_documents", "document_id")).equals(("documents", "id")))
        .and_where(visible_files(officer))
        .to_owned()
}
