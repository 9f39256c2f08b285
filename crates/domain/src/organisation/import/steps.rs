//! A planned import: every change, in an order in which it can be written.

use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::ImportId;
use crate::organisation::event::event;
use crate::organisation::{Charge, Handover, Person, Post, Unit};
use serde_json::json;

/// One change, with its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Adds a unit.
    CreateUnit(Unit, Event),
    /// Changes a unit.
    UpdateUnit(Unit, Event),
    /// Creates a post.
    CreatePost(Post, Event),
    /// Changes a post.
    UpdatePost(Post, Event),
    /// Opens an account.
    CreatePerson(Person, Event),
    /// Changes a person.
    UpdatePerson(Person, Event),
    /// Puts somebody in charge of a vacant post.
    Appoint(Post, Charge, Event),
    /// Hands a post over.
    HandOver(Post, Handover, Event),
}

impl Step {
    /// Whether it adds something rather than changing it.
    pub fn creates(&self) -> bool {
        matches!(
            self,
            Self::CreateUnit(..) | Self::CreatePost(..) | Self::CreatePerson(..) | Self::Appoint(..)
        )
    }

    /// The event that the ledger keeps of it.
    pub fn event(&self) -> &Event {
        match self {
            Self::CreateUnit(_, event)
            | Self::UpdateUnit(_, event)
            | Self::CreatePost(_, event)
            | Self::UpdatePost(_, event)
            | Self::CreatePerson(_, event)
            | Self::UpdatePerson(_, event)
            | Self::Appoint(_, _, event)
            | Self::HandOver(_, _, event) => event,
        }
    }
}

/// Every change that an import would make.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The changes, in order.
    pub steps: Vec<Step>,
    /// Rows that say what is so already.
    pub unchanged: u32,
}

impl Plan {
    /// How many rows add something.
    pub fn created(&self) -> usize {
        self.steps.iter().filter(|step| step.creates()).count()
    }

    /// How many rows change something.
    pub fn updated(&self) -> usize {
        self.steps.len() - self.created()
    }

    /// What the ledger keeps of the import as a whole, after its changes.
    pub fn event(&self, import: ImportId) -> Event {
        let content = json!({
            "created": self.created(),
            "updated": self.updated(),
            "unchanged": self.unchanged,
        });
        event(EventKind::OrganisationImported, SubjectKind::Import, import.0, content)
    }
}
