//! Whether a letter is the office's, and what it is worth now.

use super::asking::{asked, found, is_right, looked_for};
use crate::correspondence::{Content, open_document};
use crate::ledger::{Proven, proven};
use crate::office::{Error, Office};
use chrono::NaiveDate;
use daftar_domain::drafting::{AmendmentKind, Form, IssueStanding};
use daftar_domain::enquiry::{Disclosure, disclosure};
use daftar_domain::office::PrintedCode;
use daftar_persistence::drafting::Amendment;
use daftar_persistence::enquiry::{AskedIssue, IssueRow};

/// Another issue, as a stranger is told of it.
#[derive(Debug, Clone)]
pub struct AmendedPublicly {
    /// What was done.
    pub how: AmendmentKind,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
}

impl From<Amendment> for AmendedPublicly {
    fn from(amendment: Amendment) -> Self {
        Self {
            how: amendment.how,
            number: amendment.number,
            date: amendment.date,
        }
    }
}

/// What a stranger is told of an issue. What is not for him is not there.
#[derive(Debug, Clone)]
pub struct PublicIssue {
    /// What it is worth now.
    pub standing: IssueStanding,
    /// What later issues did to it, the first first.
    pub amended_by: Vec<AmendedPublicly>,
    /// What it does to an earlier one.
    pub amends: Option<AmendedPublicly>,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
    /// SHA-256 of the document that went out, hex.
    pub sha256: String,
    /// Its form.
    pub form: Option<Form>,
    /// The title of the post that signed, English and Urdu.
    pub post: Option<(String, String)>,
    /// The unit of that post, English and Urdu.
    pub unit: Option<(String, String)>,
    /// How many pages it has.
    pub pages: Option<i32>,
    /// What it is about.
    pub subject: Option<String>,
    /// The token under which its bytes are read, where everybody may.
    pub document: Option<String>,
    /// That it is in the ledger; nothing within the second before its entry has its place.
    pub proof: Option<Proven>,
}

/// An issue by the token of the address in its square code.
///
/// # Errors
/// [`Error::NotFound`] for every token that is none; [`Error::Throttled`] after too many of them.
pub async fn by_token(office: &Office, token: &str, address: &str) -> Result<PublicIssue, Error> {
    let row = with_token(office, token, address).await?;
    told(office, row).await
}

/// An issue by its number and the code that is printed beside it.
///
/// # Errors
/// [`Error::NotFound`] whatever is wrong with either; [`Error::Throttled`] after too many of them.
pub async fn by_code(office: &Office, typed: &str, code: &str, address: &str) -> Result<PublicIssue, Error> {
    let question = asked(office, address).await?;
    let row = office
        .database()
        .enquiry()
        .issue(AskedIssue::Number(&looked_for(typed)))
        .await?;
    let printed = row.as_ref().map(|row| row.code.as_str());
    let right = is_right(PrintedCode::typed(code), printed);
    let row = row.filter(|_| right).ok_or(Error::NotFound)?;
    found(office, question).await?;
    told(office, row).await
}

/// The bytes of an issue that everybody may read.
///
/// # Errors
/// [`Error::NotFound`] for every token that is none, and for what is not public; [`Error::Throttled`].
pub async fn public_document(office: &Office, token: &str, address: &str) -> Result<Content, Error> {
    let row = with_token(office, token, address).await?;
    if disclosure(row.form, row.classification) != Disclosure::Everything {
        return Err(Error::NotFound);
    }
    let document = office.database().documents().issued(row.document).await?;
    let document = document.ok_or_else(|| Error::Internal(format!("issue {} has no document", row.id)))?;
    open_document(office, document).await
}

async fn with_token(office: &Office, token: &str, address: &str) -> Result<IssueRow, Error> {
    let question = asked(office, address).await?;
    let row = office
        .database()
        .enquiry()
        .issue(AskedIssue::Token(&looked_for(token)))
        .await?;
    let row = row.ok_or(Error::NotFound)?;
    found(office, question).await?;
    Ok(row)
}

/// What is told of it: to whoever holds what is held closely, only that it exists.
async fn told(office: &Office, row: IssueRow) -> Result<PublicIssue, Error> {
    let (later, earlier) = office.database().drafting().amendments(row.id).await?;
    let entry = office.database().ledger().entry_of_issue(row.file.0, row.id.0).await?;
    let proof = match entry {
        Some(entry) => proven(office, &entry).await?,
        None => None,
    };
    let level = disclosure(row.form, row.classification);
    let (particulars, everything) = (level >= Disclosure::Particulars, level >= Disclosure::Everything);
    Ok(PublicIssue {
        standing: IssueStanding::after(later.iter().map(|amendment| amendment.how)),
        amended_by: later.into_iter().map(Into::into).collect(),
        amends: earlier.map(Into::into),
        number: row.number,
        date: row.date,
        sha256: row.sha256,
        form: particulars.then_some(row.form),
        post: particulars.then_some(row.post),
        unit: particulars.then_some(row.unit),
        pages: particulars.then_some(row.pages),
        subject: everything.then_some(row.subject),
        document: everything.then_some(row.token),
        proof,
    })
}
