//! Where a receipt came from, for whoever may read it.

use crate::office::{Error, Office};
use daftar_domain::office::ReceiptId;
use daftar_persistence::dispatch::Arrival;
use daftar_persistence::organisation::PostRef;

/// The issue that a receipt was made of, and what its signature was found to be worth when it was delivered.
#[derive(Debug, Clone)]
pub struct CameBy {
    /// The issue, and the proof.
    pub arrival: Arrival,
    /// The post that signed, as it is called now.
    pub signed_by: Option<PostRef>,
}

/// Where a receipt came from; nothing where it came from outside.
pub(crate) async fn came_by(office: &Office, receipt: ReceiptId) -> Result<Option<CameBy>, Error> {
    let Some(arrival) = office.database().dispatches().arrival(receipt).await? else {
        return Ok(None);
    };
    let signed_by = office.database().organisation().post_ref(arrival.signed_by).await?;
    Ok(Some(CameBy { arrival, signed_by }))
}
