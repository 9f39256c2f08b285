//! What officers say about a draft: comments, suggested changes, and the verdict of whoever vets it.

use super::text::{Block, Text};
use super::{Content, DraftingRefusal};
use crate::filing::Author;
use crate::office::{CommunicationId, Language, RemarkId, TextError, Timestamp, clean_text, vocabulary};
use serde::{Deserialize, Serialize};

/// The most characters of a remark.
pub const MOST_REMARK: usize = 2_000;

vocabulary! {
    /// What came of vetting.
    Verdict {
        /// It may go as it is.
        Passed = "passed",
        /// It may not.
        Objected = "objected",
    }
}

/// A change of one block of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// In the text of which language.
    pub language: Language,
    /// Which block of it, from 0.
    pub block: usize,
    /// The block as it was read.
    pub before: Block,
    /// What is to stand there; nothing, where it is to go.
    #[serde(default)]
    pub after: Option<Block>,
}

impl Suggestion {
    /// Refuses what changes nothing, or another text than this.
    pub fn must_fit(&self, content: &Content) -> Result<(), DraftingRefusal> {
        if self.after.as_ref() == Some(&self.before) {
            return Err(DraftingRefusal::SuggestionEmpty);
        }
        self.applied(content).map(|_| ())
    }

    /// The content with the change in it.
    ///
    /// # Errors
    /// `draft-passage-changed` where something else stands there now; what [`Text::cleaned`] refuses.
    pub fn applied(&self, content: &Content) -> Result<Content, DraftingRefusal> {
        let mut content = content.clone();
        let text = match self.language {
            Language::English => &mut content.text.en,
            Language::Urdu => &mut content.text.ur,
        };
        let passage = text.blocks.get_mut(self.block);
        let passage = passage.filter(|block| **block == self.before);
        let passage = passage.ok_or(DraftingRefusal::PassageChanged)?;
        match &self.after {
            Some(block) => *passage = block.clone(),
            None => drop(text.blocks.remove(self.block)),
        }
        *text = std::mem::take::<Text>(text).cleaned()?;
        Ok(content)
    }
}

/// What sort of remark it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// Words.
    Comment,
    /// A change.
    Suggestion(Suggestion),
    /// The verdict of whoever vets it.
    Vetting(Verdict),
}

impl RemarkKind {
    /// Whether it says nothing without words.
    pub fn needs_words(&self) -> bool {
        matches!(self, Self::Comment | Self::Vetting(Verdict::Objected))
    }

    /// The change, if it is one.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        match self {
            Self::Suggestion(suggestion) => Some(suggestion),
            Self::Comment | Self::Vetting(_) => None,
        }
    }
}

/// What became of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether it was taken over.
    pub accepted: bool,
    /// By whom.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// A remark on a text of a communication. It stays as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its id.
    pub id: RemarkId,
    /// The communication.
    pub communication: CommunicationId,
    /// The number of the text that it is about.
    pub on: i32,
    /// What it is.
    pub kind: RemarkKind,
    /// Its words; empty where the change or the verdict says it all.
    pub text: String,
    /// Who made it.
    pub author: Author,
    /// When.
    pub at: Timestamp,
    /// What became of it, if it is a suggestion.
    pub decision: Option<Decision>,
}

impl Remark {
    /// The change that waits for a decision.
    pub(super) fn open_suggestion(&self) -> Result<&Suggestion, DraftingRefusal> {
        match (&self.kind, self.decision) {
            (RemarkKind::Suggestion(suggestion), None) => Ok(suggestion),
            _ => Err(DraftingRefusal::SuggestionDecided),
        }
    }

    pub(super) fn decided(self, accepted: bool, by: Author, at: Timestamp) -> Self {
        Self {
            decision: Some(Decision { accepted, by, at }),
            ..self
        }
    }
}

/// The words of a remark, cleaned; empty ones only where they may be.
pub(super) fn words(text: &str, needed: bool) -> Result<String, DraftingRefusal> {
    match clean_text(text, MOST_REMARK) {
        Ok(text) => Ok(text),
        Err(TextError::Empty) if needed => Err(DraftingRefusal::RemarkEmpty),
        Err(TextError::Empty) => Ok(String::new()),
        Err(TextError::TooLong) => Err(DraftingRefusal::RemarkTooLong),
        Err(TextError::Forbidden) => Err(DraftingRefusal::ForbiddenCharacter),
    }
}
