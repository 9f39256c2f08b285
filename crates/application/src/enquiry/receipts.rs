//! What became of a paper that somebody sent in.

use super::asking::{asked, found, is_right, looked_for};
use crate::office::{Error, Office};
use chrono::NaiveDate;
use daftar_domain::enquiry::{Progress, progress, tells_unit};
use daftar_domain::office::PrintedCode;

/// What its sender is told of a paper, and nothing more.
#[derive(Debug, Clone)]
pub struct Tracked {
    /// Its number in the diary.
    pub number: String,
    /// The day that it arrived.
    pub received_on: NaiveDate,
    /// What became of it.
    pub progress: Progress,
    /// The unit that has it, English and Urdu, where that is told.
    pub unit: Option<(String, String)>,
}

/// What became of a paper, for whoever has its number and code.
///
/// # Errors
/// [`Error::NotFound`] whatever is wrong with either; [`Error::Throttled`] after too many of them.
pub async fn track(office: &Office, typed: &str, code: &str, address: &str) -> Result<Tracked, Error> {
    let question = asked(office, address).await?;
    let row = office.database().enquiry().receipt(&looked_for(typed)).await?;
    let printed = row.as_ref().and_then(|row| row.code.as_deref());
    let right = is_right(PrintedCode::typed(code), printed);
    let row = row.filter(|_| right).ok_or(Error::NotFound)?;
    found(office, question).await?;
    let progress = progress(row.at);
    Ok(Tracked {
        number: row.number,
        received_on: row.received_on,
        unit: tells_unit(row.classification, progress).then_some(row.unit),
        progress,
    })
}
