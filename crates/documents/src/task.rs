//! What is asked about a paper and what is answered: the work itself, whoever does it.

use crate::draw::draw;
use crate::inspect::{Inspection, inspect};
use crate::media_type::MediaType;
use crate::pades;
use crate::pki::Certificate;

/// What is to be done with a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Task {
    /// Find out how many pages it has and whether they can be shown.
    Inspect,
    /// Draw a page.
    Draw {
        /// Which, from 0.
        index: usize,
        /// How wide, in pixels.
        width: u32,
    },
    /// Find out whether its signatures are good for somebody who trusts a root.
    Signatures {
        /// The root's certificate, in DER.
        root: Vec<u8>,
    },
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// What was found out.
    Inspection(Inspection),
    /// A page as PNG.
    Picture(Vec<u8>),
    /// Whether each of its signatures is good.
    Signatures(Vec<bool>),
    /// The paper has no such page.
    NoSuchPage,
    /// It cannot be drawn.
    Unreadable,
}

impl Task {
    /// Does it. Slow, and whatever the paper's author wants to happen in a parser happens here: run it in the workshop.
    pub(crate) fn perform(self, paper: Vec<u8>, media_type: MediaType) -> Answer {
        match self {
            Self::Inspect => Answer::Inspection(inspect(paper, media_type)),
            Self::Draw { index, width } => draw(paper, media_type, index, width),
            Self::Signatures { root } => signatures(&paper, &root),
        }
    }

    /// The task as arguments of a command line.
    pub(crate) fn arguments(self, media_type: MediaType) -> Vec<String> {
        let media_type = media_type.as_str().to_owned();
        match self {
            Self::Inspect => vec!["inspect".to_owned(), media_type],
            Self::Draw { index, width } => vec!["page".to_owned(), media_type, index.to_string(), width.to_string()],
            Self::Signatures { root } => vec!["signatures".to_owned(), media_type, hex::encode(root)],
        }
    }

    /// The task that such arguments stand for.
    pub(crate) fn parse(arguments: &[String]) -> Option<(Self, MediaType)> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words[..] {
            ["inspect", media_type] => Some((Self::Inspect, MediaType::parse(media_type)?)),
            ["page", media_type, index, width] => {
                let (index, width) = (index.parse().ok()?, width.parse().ok()?);
                Some((Self::Draw { index, width }, MediaType::parse(media_type)?))
            }
            ["signatures", media_type, root] => {
                let root = hex::decode(root).ok()?;
                Some((Self::Signatures { root }, MediaType::parse(media_type)?))
            }
            _ => None,
        }
    }
}

/// What is no PDF has no signatures.
fn signatures(paper: &[u8], root: &[u8]) -> Answer {
    let Ok(root) = Certificate::from_der(root) else {
        return Answer::Unreadable;
    };
    let found = pades::inspect(paper, &root).unwrap_or_default();
    Answer::Signatures(found.iter().map(pades::SignatureFound::is_good).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_survives_the_command_line() {
        let signatures = Task::Signatures { root: vec![0, 255] };
        for task in [Task::Inspect, Task::Draw { index: 7, width: 480 }, signatures] {
            assert_eq!(
                Task::parse(&task.clone().arguments(MediaType::Tiff)),
                Some((task, MediaType::Tiff))
            );
        }
        for wrong in [
            vec![],
            vec!["inspect"],
            vec!["inspect", "text/html"],
            vec!["page", "image/png", "-1", "9"],
            vec!["signatures", "application/pdf", "root"],
        ] {
            let words: Vec<String> = wrong.iter().map(ToString::to_string).collect();
            assert_eq!(Task::parse(&words), None, "{wrong:?}");
        }
    }
}
