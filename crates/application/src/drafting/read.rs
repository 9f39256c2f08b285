//! Reading drafts.

use super::check::{field_error, unprintable, unprintable_at};
use crate::correspondence::{DocumentView, document_views};
use crate::dispatch::ReplyLine;
use crate::filing::{must_be_opened, readable};
use crate::office::{Error, FieldError, Office};
use daftar_domain::access::Officer;
use daftar_domain::drafting::{
    Addressee, Communication, Content, DraftAbility, Form, IssueStanding, Remark, Stage, Wording,
};
use daftar_domain::filing::{Author, File};
use daftar_domain::office::{CommunicationId, DocumentId, FileId, PersonId, PostId, UnitId};
use daftar_persistence::drafting::{AmendedLine, TextLine};
use daftar_persistence::filing::Found;
use daftar_persistence::organisation::{PersonRef, PostRef, UnitRef};
use std::collections::HashMap;

/// What those are called whom drafts name.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// Posts.
    pub posts: HashMap<PostId, PostRef>,
    /// Units.
    pub units: HashMap<UnitId, UnitRef>,
    /// Persons.
    pub persons: HashMap<PersonId, PersonRef>,
}

/// A communication, for whoever may read its file.
#[derive(Debug, Clone)]
pub struct CommunicationDetail {
    /// The communication.
    pub communication: Communication,
    /// Its file.
    pub file: File,
    /// Names.
    pub named: Named,
    /// The forms that its addressees allow.
    pub forms: Vec<Form>,
    /// What it encloses, as far as the officer may see it.
    pub enclosures: Vec<DocumentView>,
    /// The characters that cannot be printed, each once.
    pub unprintable: Vec<char>,
    /// What stands in the way of approval.
    pub obstacles: Vec<FieldError>,
    /// What answers it, once it was issued.
    pub replies: Vec<ReplyLine>,
    /// What it is worth now and what amended it, once it was issued.
    pub status: Option<IssueStatus>,
    /// The earlier issue that it amends.
    pub amends: Option<AmendedLine>,
    /// What the officer can do with it.
    pub can: Vec<DraftAbility>,
}

/// What an issue is worth now.
#[derive(Debug, Clone)]
pub struct IssueStatus {
    /// The signed document: the office copy on the file.
    pub document: DocumentId,
    /// In a word.
    pub standing: IssueStanding,
    /// What later issues did to it, the first first.
    pub amended_by: Vec<AmendedLine>,
    /// SHA-256 of the template that it was set by, hex; none for the built-in one.
    pub template: Option<String>,
}

/// One text.
#[derive(Debug, Clone)]
pub struct TextDetail {
    /// The text.
    pub wording: Wording,
    /// Its digest.
    pub digest: String,
    /// Names.
    pub named: Named,
}

/// The communications of a file, the first first, with the names in them.
pub async fn file_communications(
    office: &Office,
    officer: &Officer,
    file: FileId,
) -> Result<(Vec<Communication>, Named), Error> {
    let found = readable(office, officer, file, "ReadCommunications").await?;
    must_be_opened(&found.file, officer)?;
    let communications = office.database().drafting().of_file(file).await?;
    let mut asked = Asked::default();
    for communication in &communications {
        asked.authors_of(communication);
        asked.content(&communication.wording.content);
    }
    Ok((communications, asked.named(office).await?))
}

/// One communication.
pub async fn communication(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
) -> Result<CommunicationDetail, Error> {
    let (communication, found) = seen(office, officer, id).await?;
    let standing = found.file.standing(officer, found.granted);
    let file = found.file;
    let content = &communication.wording.content;
    let drafting = office.database().drafting();
    let parties = drafting.parties(content, file.id, file.unit).await?;
    let mut asked = Asked::default();
    asked.authors_of(&communication);
    asked.content(content);
    let documents = content.enclosures.iter().map(|enclosure| enclosure.document);
    let documents = office.database().documents().by_ids(documents, officer).await?;
    let unprintable = unprintable(office, content)?;
    let mut obstacles: Vec<FieldError> = content.obstacles(&parties).iter().map(field_error).collect();
    obstacles.extend(unprintable.iter().map(|(pointer, _)| unprintable_at(pointer)));
    let mut characters: Vec<char> = unprintable.into_iter().flat_map(|(_, characters)| characters).collect();
    characters.sort_unstable();
    characters.dedup();
    let workable = file.must_be_worked_on(officer, office.now()).is_ok();
    let (replies, status) = match &communication.stage {
        Stage::Issued(issued) => {
            let replies = office.database().dispatches().replies(issued.issue, officer).await?;
            let amended_by = drafting.amendments_of(issued.issue, officer).await?;
            let standing = IssueStanding::after(amended_by.iter().map(|line| line.amendment.how));
            let status = IssueStatus {
                document: drafting.issued_document(issued.issue).await?,
                standing,
                amended_by,
                template: office.database().templates().of_issue(issued.issue).await?,
            };
            (replies, Some(status))
        }
        Stage::Draft { .. } | Stage::Approved(_) | Stage::Withdrawn { .. } => (Vec::new(), None),
    };
    let amends = match content.amends {
        Some(amends) => drafting.amended_line(amends, officer).await?,
        None => None,
    };
    // What an issue has done is no obstacle to it.
    if status.is_some() {
        obstacles.clear();
    }
    Ok(CommunicationDetail {
        replies,
        status,
        amends,
        named: asked.named(office).await?,
        forms: content.forms(&parties),
        enclosures: document_views(office, officer, documents.into_values().collect(), None).await?,
        obstacles,
        unprintable: characters,
        can: communication.abilities(officer, standing, workable),
        file,
        communication,
    })
}

/// A communication whose file the officer may read, with that file.
pub(super) async fn seen(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
) -> Result<(Communication, Found), Error> {
    let found = office.database().drafting().communication(id).await?;
    let communication = found.ok_or(Error::NotFound)?;
    let found = readable(office, officer, communication.file, "ReadCommunication").await?;
    must_be_opened(&found.file, officer)?;
    Ok((communication, found))
}

/// Asks whether the officer may read a communication.
pub(crate) async fn readable_communication(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
) -> Result<(), Error> {
    seen(office, officer, id).await.map(|_| ())
}

/// The texts of a communication, the latest first, with the names of their authors.
pub async fn communication_texts(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
) -> Result<(Vec<TextLine>, Named), Error> {
    seen(office, officer, id).await?;
    let lines = office.database().drafting().texts(id).await?;
    let mut asked = Asked::default();
    for line in &lines {
        asked.author(&line.author);
    }
    Ok((lines, asked.named(office).await?))
}

/// One text of a communication.
pub async fn communication_text(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
    number: i32,
) -> Result<TextDetail, Error> {
    seen(office, officer, id).await?;
    let wording = office.database().drafting().text(id, number).await?;
    let wording = wording.ok_or(Error::NotFound)?;
    let mut asked = Asked::default();
    asked.author(&wording.author);
    asked.content(&wording.content);
    Ok(TextDetail {
        named: asked.named(office).await?,
        digest: wording.digest(id),
        wording,
    })
}

/// What was said about a communication, the first first, with the names of those who said it.
pub async fn remarks(office: &Office, officer: &Officer, id: CommunicationId) -> Result<(Vec<Remark>, Named), Error> {
    seen(office, officer, id).await?;
    let remarks = office.database().drafting().remarks(id).await?;
    let mut asked = Asked::default();
    for remark in &remarks {
        asked.author(&remark.author);
        if let Some(decision) = &remark.decision {
            asked.author(&decision.by);
        }
    }
    Ok((remarks, asked.named(office).await?))
}

/// Whose names are needed.
#[derive(Default)]
struct Asked {
    posts: Vec<PostId>,
    units: Vec<UnitId>,
    persons: Vec<PersonId>,
}

impl Asked {
    fn author(&mut self, author: &Author) {
        self.posts.push(author.post);
        self.persons.push(author.person);
    }

    fn authors_of(&mut self, communication: &Communication) {
        self.author(&communication.opened_by);
        self.author(&communication.wording.author);
        match &communication.stage {
            Stage::Draft { voided: Some(approval) } | Stage::Approved(approval) => self.author(&approval.by),
            Stage::Issued(issued) => self.author(&issued.by),
            Stage::Withdrawn { by, .. } => self.author(by),
            Stage::Draft { voided: None } => {}
        }
    }

    fn content(&mut self, content: &Content) {
        self.posts.extend(content.signatory);
        for addressee in content.addressees.iter().chain(&content.copies) {
            match addressee {
                Addressee::Post { post } => self.posts.push(*post),
                Addressee::Unit { unit } => self.units.push(*unit),
                Addressee::Outside(_) => {}
            }
        }
    }

    async fn named(self, office: &Office) -> Result<Named, Error> {
        let organisation = office.database().organisation();
        Ok(Named {
            posts: organisation.post_refs(self.posts).await?,
            units: organisation.unit_refs(self.units).await?,
            persons: organisation.person_refs(self.persons).await?,
        })
    }
}
