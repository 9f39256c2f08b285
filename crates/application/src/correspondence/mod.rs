//! Documents and receipts.

mod copies;
mod correct;
mod desk;
mod diarise;
mod documents;
mod export;
mod handle;
mod mark;
mod on_file;
mod receivers;
mod view;

pub use copies::put_copies_away;
pub use correct::correct_receipt;
pub use diarise::{Diarise, diarise_receipt};
pub(crate) use documents::content;
pub use documents::{
    Content, DocumentView, Upload, document, document_content, document_views, page_image, upload_document,
};
pub use export::register_csv;
pub use handle::{accept_receipt, dispose_receipt, reopen_receipt, return_receipt};
pub(crate) use on_file::{ForFile, keep_on_file, take_for_file};

pub use mark::{CopyOrder, MarkOrder, mark_receipt};
pub use view::{CopyView, Line, Movement, ReceiptView, receipt, receipt_movements, receipt_timeline, register};

pub use daftar_persistence::correspondence::{DocumentRow, FileRef, RegisterFilter, RegisterLine, SameBytes};

/// The largest document, in bytes.
pub const LARGEST_DOCUMENT: u64 = daftar_documents::LARGEST;

use crate::office::{Error, FieldError, Work};
use daftar_domain::access::{Action, Officer};
use daftar_domain::correspondence::Receipt;
use daftar_domain::office::{Act, ReceiptId, Refusal, Version, Warning};

/// Reads a receipt for a change, asks whether the officer may do `action` with it, and compares its version.
async fn change(
    work: &Work<'_>,
    officer: &Officer,
    id: ReceiptId,
    expected: Version,
    action: Action,
) -> Result<Receipt, Error> {
    let receipt = permitted(work, officer, id, action).await?;
    if receipt.version == expected {
        Ok(receipt)
    } else {
        Err(Error::Stale)
    }
}

/// Reads a receipt for a change, and asks whether the officer may do `action` with it.
async fn permitted(work: &Work<'_>, officer: &Officer, id: ReceiptId, action: Action) -> Result<Receipt, Error> {
    let found = work.tx.receipts().get(id, officer).await?.ok_or(Error::NotFound)?;
    let standing = found.receipt.standing(officer, found.visible);
    work.permit(officer, action, standing, Some(id.0))?;
    Ok(found.receipt)
}

fn act(receipt: &Receipt, entry: String, warnings: Vec<Warning>) -> Act {
    Act {
        id: receipt.id.0,
        version: receipt.version,
        number: Some(receipt.number.to_string()),
        paragraphs: None,
        entry,
        warnings,
    }
}

/// All that the rules found wrong, told at once; one refusal that is about no field stays what it is.
fn refused(wrong: Vec<Refusal>) -> Error {
    if let [refusal] = wrong.as_slice()
        && refusal.field.is_none()
    {
        return Error::Refused(*refusal);
    }
    let fields = wrong
        .into_iter()
        .map(|refusal| FieldError::new(refusal.field.unwrap_or_default(), refusal.code));
    Error::Fields(fields.collect())
}
