//! The office's press: it sets communications, a few at a time, and remembers the latest prints.

use crate::office::Error;
use daftar_documents::book::{Book, Picture};
use daftar_documents::typeset::{Communication, MailSheet, Typeset, TypesetError, Typesetter};
use daftar_domain::drafting::DraftingRefusal;
use sha2::{Digest as _, Sha256};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::Semaphore;

/// Prints that are remembered: what was shown before signing is issued without being set again.
const REMEMBERED: usize = 32;

type Key = [u8; 32];

/// Sets communications. What it answers depends on what it is given and on nothing else.
pub(crate) struct Press {
    typesetter: OnceLock<Option<Arc<Typesetter>>>,
    places: Semaphore,
    prints: Mutex<VecDeque<(Key, Arc<Typeset>)>>,
}

impl Default for Press {
    fn default() -> Self {
        let places = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            typesetter: OnceLock::new(),
            places: Semaphore::new(places),
            prints: Mutex::new(VecDeque::new()),
        }
    }
}

impl Press {
    /// The typesetter, with its faces and templates read at first need.
    fn typesetter(&self) -> Result<Arc<Typesetter>, Error> {
        let made = self.typesetter.get_or_init(|| Typesetter::new().ok().map(Arc::new));
        let damaged = || Error::Internal("the faces or templates of letters are damaged".to_owned());
        made.clone().ok_or_else(damaged)
    }

    /// The characters of a text that cannot be printed, each once.
    pub(crate) fn unprintable(&self, text: &str) -> Result<Vec<char>, Error> {
        Ok(self.typesetter()?.unprintable(text))
    }

    /// Prints a communication.
    ///
    /// # Errors
    /// `draft-unprintable` and `draft-too-many-pages`.
    pub(crate) async fn print(&self, communication: Communication) -> Result<Arc<Typeset>, Error> {
        let data = serde_json::to_vec(&communication).map_err(|error| Error::Internal(error.to_string()))?;
        let key: Key = Sha256::digest(&data).into();
        if let Some(print) = self.remembered(&key) {
            return Ok(print);
        }
        let typesetter = self.typesetter()?;
        let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
        let place = self.places.acquire().await.map_err(|error| internal(&error))?;
        let set = tokio::task::spawn_blocking(move || typesetter.typeset(&communication, None));
        let set = set.await.map_err(|error| internal(&error))?;
        drop(place);
        let print = Arc::new(set.map_err(|error| refused(&error))?);
        self.remember(key, Arc::clone(&print));
        Ok(print)
    }

    /// Sets a whole file; none that has more text than can be set.
    pub(crate) async fn bind(&self, book: Book, pictures: Vec<Picture>) -> Result<Option<Typeset>, Error> {
        let typesetter = self.typesetter()?;
        let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
        let place = self.places.acquire().await.map_err(|error| internal(&error))?;
        let set = tokio::task::spawn_blocking(move || typesetter.book(&book, &pictures));
        let set = set.await.map_err(|error| internal(&error))?;
        drop(place);
        match set {
            Ok(set) => Ok(Some(set)),
            Err(TypesetError::TooManyPages) => Ok(None),
            Err(error) => Err(internal(&error)),
        }
    }

    /// Sets the words of a mail that came in; none that has more than can be set.
    pub(crate) async fn mail(&self, mail: MailSheet) -> Result<Option<Typeset>, Error> {
        let typesetter = self.typesetter()?;
        let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
        let place = self.places.acquire().await.map_err(|error| internal(&error))?;
        let set = tokio::task::spawn_blocking(move || typesetter.mail(&mail)).await;
        drop(place);
        match set.map_err(|error| internal(&error))? {
            Ok(set) => Ok(Some(set)),
            Err(TypesetError::TooManyPages) => Ok(None),
            Err(error) => Err(internal(&error)),
        }
    }

    fn remembered(&self, key: &Key) -> Option<Arc<Typeset>> {
        let prints = self.prints.lock().unwrap_or_else(PoisonError::into_inner);
        let found = prints.iter().find(|(kept, _)| kept == key);
        found.map(|(_, print)| Arc::clone(print))
    }

    fn remember(&self, key: Key, print: Arc<Typeset>) {
        let mut prints = self.prints.lock().unwrap_or_else(PoisonError::into_inner);
        if prints.len() == REMEMBERED {
            prints.pop_front();
        }
        prints.push_back((key, print));
    }
}

fn refused(error: &TypesetError) -> Error {
    match error {
        TypesetError::MissingGlyph { .. } => Error::refused(DraftingRefusal::Unprintable),
        TypesetError::TooManyPages => Error::refused(DraftingRefusal::TooManyPages),
        TypesetError::Template { .. } | TypesetError::Internal(_) => Error::Internal(error.to_string()),
    }
}
