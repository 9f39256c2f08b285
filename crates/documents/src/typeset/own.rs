//! Templates of an office's own. A template is a program, and its author may be wrong, so each communication is set by a
//! process of its own: it can reach nothing, and is ended when it takes too long or too much.

use super::communication::Communication;
use super::error::TypesetError;
use super::shown::hidden;
use super::typesetter::{Typeset, Typesetter};
use crate::program::Ended;
use crate::workshop::Drawing;
use daftar_domain::templates::Shown;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::sync::Arc;
use thiserror::Error;
use tokio::sync::Semaphore;

/// Where own templates set communications: a few at a time, each in a process of its own.
#[derive(Debug, Clone)]
pub struct Apart {
    places: Arc<Semaphore>,
    drawing: Drawing,
}

/// Why an own template did not set a communication.
#[derive(Debug, Error)]
pub enum OwnError {
    /// It is wrong, or the communication is.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// It computes for too long.
    #[error("the template takes too long")]
    TooSlow,
    /// It takes too much memory.
    #[error("the template takes too much memory")]
    TooLarge,
    /// The machine said no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What the child is asked.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    template: String,
    communication: Communication,
}

/// What it answers, in one line; the print follows.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Head {
    Set {
        pages: usize,
        size: usize,
        hidden: Vec<Shown>,
    },
    Failed(TypesetError),
}

/// A communication that an own template set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTypeset {
    /// The print.
    pub typeset: Typeset,
    /// What it must show and does not.
    pub hidden: Vec<Shown>,
}

impl Apart {
    /// At most `at_once` at the same time.
    pub fn new(at_once: usize, drawing: Drawing) -> Self {
        Self {
            places: Arc::new(Semaphore::new(at_once.max(1))),
            drawing,
        }
    }

    /// Sets a communication with a template.
    ///
    /// # Errors
    /// See [`OwnError`].
    pub async fn set(&self, template: &str, communication: &Communication) -> Result<OwnTypeset, OwnError> {
        let request = serde_json::to_vec(&Request {
            template: template.to_owned(),
            communication: communication.clone(),
        });
        let request = request.map_err(io::Error::other)?;
        let place = self.places.clone().acquire_owned().await.map_err(io::Error::other)?;
        let drawing = self.drawing.clone();
        // Whoever asked may go away: the work keeps its place until it ends.
        let work = tokio::spawn(async move {
            let reply = reply(&drawing, request).await;
            drop(place);
            reply
        });
        let reply = work.await.map_err(io::Error::other)??;
        read(&reply)?.map_err(OwnError::Typeset)
    }
}

async fn reply(drawing: &Drawing, request: Vec<u8>) -> Result<Vec<u8>, OwnError> {
    match drawing {
        Drawing::Apart(program) => program.set(&request).await?.map_err(|ended| match ended {
            Ended::TooSlow => OwnError::TooSlow,
            Ended::TooLarge => OwnError::TooLarge,
        }),
        Drawing::Here => {
            let here = tokio::task::spawn_blocking(move || {
                let mut reply = Vec::new();
                set_one(&request, &mut reply).map(|()| reply)
            });
            Ok(here.await.map_err(io::Error::other)??)
        }
    }
}

/// Sets what is asked, and answers.
pub(crate) fn set_one(request: &[u8], to: &mut impl Write) -> io::Result<()> {
    let request: Request = serde_json::from_slice(request)?;
    let set = Typesetter::new().and_then(|typesetter| typesetter.set_own(&request.communication, &request.template));
    let (head, pdf) = match set {
        Ok(OwnTypeset { typeset, hidden }) => {
            let (pages, size) = (typeset.pages, typeset.pdf.len());
            (Head::Set { pages, size, hidden }, typeset.pdf)
        }
        Err(error) => (Head::Failed(error), Vec::new()),
    };
    serde_json::to_writer(&mut *to, &head)?;
    to.write_all(b"\n")?;
    to.write_all(&pdf)?;
    to.flush()
}

fn read(reply: &[u8]) -> io::Result<Result<OwnTypeset, TypesetError>> {
    let nonsense = || io::Error::other("a setter of templates spoke nonsense");
    let end = reply.iter().position(|byte| *byte == b'\n').ok_or_else(nonsense)?;
    let pdf = &reply[end + 1..];
    match serde_json::from_slice(&reply[..end])? {
        Head::Set { pages, size, hidden } if pdf.len() == size && pdf.starts_with(b"%PDF-") => Ok(Ok(OwnTypeset {
            typeset: Typeset {
                pdf: pdf.to_vec(),
                pages,
            },
            hidden,
        })),
        Head::Set { .. } => Err(nonsense()),
        Head::Failed(error) => Ok(Err(error)),
    }
}

impl Typesetter {
    /// Sets a communication with an own template, and looks for what must be shown.
    fn set_own(&self, communication: &Communication, template: &str) -> Result<OwnTypeset, TypesetError> {
        let sheet = self.sheet(communication, Some(template))?;
        let document = sheet.document()?;
        Ok(OwnTypeset {
            hidden: hidden(communication, &document, &sheet.square),
            typeset: Typeset {
                pdf: sheet.pdf(&document)?,
                pages: document.pages().len(),
            },
        })
    }
}
