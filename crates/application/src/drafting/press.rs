//! The office's press: it sets communications, a few at a time, and remembers the latest prints.

use crate::office::Error;
use crate::templates::failed;
use daftar_documents::Drawing;
use daftar_documents::book::{Book, Picture};
use daftar_documents::typeset::{Apart, Communication, MailSheet, OwnError, Typeset, TypesetError, Typesetter};
use daftar_domain::drafting::{DraftingRefusal, Form};
use daftar_persistence::templates::InForce;
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
    apart: Apart,
}

impl Press {
    /// A press that sets by the office's own templates where `drawing` says.
    pub(crate) fn new(drawing: Drawing) -> Self {
        let places = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            typesetter: OnceLock::new(),
            places: Semaphore::new(places),
            prints: Mutex::new(VecDeque::new()),
            apart: Apart::new(places, drawing),
        }
    }

    /// Where own templates set.
    pub(crate) fn apart(&self) -> &Apart {
        &self.apart
    }

    /// The words of the template that comes with the program.
    pub(crate) fn built_in(&self, form: Form) -> Result<String, Error> {
        let found = self.typesetter()?.built_in(form);
        found.ok_or_else(|| Error::Internal("a form has no template".to_owned()))
    }

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

    /// Prints a communication, with the template of the office's own that sets it.
    ///
    /// # Errors
    /// `draft-unprintable` and `draft-too-many-pages`; `template-fails` for an own template.
    pub(crate) async fn print(
        &self,
        communication: Communication,
        own: Option<&InForce>,
    ) -> Result<Arc<Typeset>, Error> {
        let data = serde_json::to_vec(&communication).map_err(|error| Error::Internal(error.to_string()))?;
        let template = own.map(|own| own.sha256.as_bytes()).unwrap_or_default();
        let key: Key = Sha256::new()
            .chain_update(&data)
            .chain_update([0])
            .chain_update(template)
            .finalize()
            .into();
        if let Some(print) = self.remembered(&key) {
            return Ok(print);
        }
        let print = match own {
            Some(own) => self.print_own(&communication, own).await?,
            None => self.print_built_in(communication).await?,
        };
        let print = Arc::new(print);
        self.remember(key, Arc::clone(&print));
        Ok(print)
    }

    async fn print_own(&self, communication: &Communication, own: &InForce) -> Result<Typeset, Error> {
        match self.apart.set(&own.source, communication).await {
            Ok(set) => Ok(set.typeset),
            // Where it stands in the data, the communication is to blame, not its template.
            Err(OwnError::Typeset(error @ TypesetError::MissingGlyph { place: Some(_), .. })) => Err(refused(&error)),
            Err(error) => Err(failed(error, None)),
        }
    }

    async fn print_built_in(&self, communication: Communication) -> Result<Typeset, Error> {
        let typesetter = self.typesetter()?;
        let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
        let place = self.places.acquire().await.map_err(|error| internal(&error))?;
        let set = tokio::task::spawn_blocking(move || typesetter.typeset(&communication, None));
        let set = set.await.map_err(|error| internal(&error))?;
        drop(place);
        set.map_err(|error| refused(&error))
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
        TypesetError::Template(_) | TypesetError::Internal(_) => Error::Internal(error.to_string()),
    }
}
