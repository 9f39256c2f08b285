//! The section officer's assistant: chosen on the last day, and a draft of hers is put up.

use super::organisation::{Directory, missing};
use crate::demo::staff::Staff;
use chrono::Duration;
use daftar_application::desk::{DeskKind, DeskQuery, DeskShow, DeskSort, desk};
use daftar_application::filing::{get_draft, list_notes, put_up_draft, save_draft};
use daftar_application::organisation::{GiveDelegation, get_delegation, give_delegation};
use daftar_application::{Error, Office};
use daftar_domain::access::{Assisting, Officer};
use daftar_domain::filing::{Direction, NoteBody, Paragraph, Span};
use daftar_domain::office::{DelegationId, FileId, Version};

/// Whom she assists.
const POST: &str = "SO-BUDGET-1";
/// The name of her account.
const USER_NAME: &str = "pa.budget1";

const DRAFT: &str = "The file has been put up with the papers in order. The figures of the reference agree with those of \
    the budget estimates. Submitted for the section officer to see.";

/// Lets her assist for half a year, and puts a draft of hers up on a file that waits for the officer.
pub(super) async fn assist(office: &Office, staff: &Staff, directory: &Directory) -> Result<(), Error> {
    let officer = directory.officer(staff.desk(POST).ok_or_else(|| missing(POST))?)?;
    let assistant = assistant(office, officer).await?;
    let Some(file) = waiting(office, officer).await? else {
        return Ok(());
    };
    let draft = save_draft(office, &assistant, file, Version(0), &body()).await?;
    put_up_draft(office, &assistant, file, draft.version).await?;
    Ok(())
}

/// She, as her requests will find her.
async fn assistant(office: &Office, officer: &Officer) -> Result<Officer, Error> {
    let persons = office.database().organisation().all_persons().await?;
    let person = persons.iter().find(|person| person.user_name == USER_NAME);
    let command = GiveDelegation {
        person: person.ok_or_else(|| missing(USER_NAME))?.id,
        from: None,
        until: office.now() + Duration::days(180),
    };
    let given = give_delegation(office, officer, None, &command).await?;
    let delegation = get_delegation(office, officer, DelegationId(given.id))
        .await?
        .delegation;
    Ok(Officer {
        person: delegation.assistant,
        assisting: Some(Assisting {
            delegation: delegation.id,
            officer: officer.person,
            since: delegation.from,
            until: delegation.until,
        }),
        ..officer.clone()
    })
}

/// A file on the officer's desk that he has opened and not begun to note on.
async fn waiting(office: &Office, officer: &Officer) -> Result<Option<FileId>, Error> {
    let query = DeskQuery {
        show: DeskShow::All,
        kind: Some(DeskKind::File),
        sort: DeskSort::Arrival,
        cursor: None,
        limit: 50,
    };
    for item in desk(office, officer, &query).await?.page.items {
        let file = FileId(item.row.subject);
        let opened = list_notes(office, officer, file, 0, 1).await.is_ok();
        if opened && get_draft(office, officer, file).await?.is_none() {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

fn body() -> NoteBody {
    let span = Span {
        text: DRAFT.to_owned(),
        ..Span::default()
    };
    NoteBody {
        paragraphs: vec![Paragraph {
            dir: Direction::Ltr,
            spans: vec![span],
        }],
    }
}
