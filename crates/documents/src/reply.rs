//! An answer on its way from the child: one line of JSON, and after it the picture.

use crate::inspect::{Inspection, Readability};
use crate::task::Answer;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// The most bytes of a reply that are read: no page that anybody would look at needs more.
pub(crate) const LARGEST_REPLY: u64 = 32 * 1024 * 1024;

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case", deny_unknown_fields)]
enum Head {
    Inspection {
        pages: Option<u32>,
        readability: Readability,
    },
    Picture {
        size: usize,
    },
    Signatures {
        good: Vec<bool>,
    },
    NoSuchPage,
    Unreadable,
}

/// Writes an answer.
pub(crate) fn write(answer: &Answer, to: &mut impl Write) -> io::Result<()> {
    let (head, picture): (Head, &[u8]) = match answer {
        Answer::Inspection(found) => (
            Head::Inspection {
                pages: found.pages,
                readability: found.readability,
            },
            &[],
        ),
        Answer::Picture(picture) => (Head::Picture { size: picture.len() }, picture),
        Answer::Signatures(good) => (Head::Signatures { good: good.clone() }, &[]),
        Answer::NoSuchPage => (Head::NoSuchPage, &[]),
        Answer::Unreadable => (Head::Unreadable, &[]),
    };
    serde_json::to_writer(&mut *to, &head)?;
    to.write_all(b"\n")?;
    to.write_all(picture)?;
    to.flush()
}

/// Reads an answer; none when it is not whole, or not what a child would say. A paper may have taken its reader over,
/// so the reply is believed no further than its shape: a picture must at least be a PNG.
pub(crate) fn read(reply: &[u8]) -> Option<Answer> {
    let end = reply.iter().position(|byte| *byte == b'\n')?;
    let picture = &reply[end + 1..];
    let answer = match serde_json::from_slice(&reply[..end]).ok()? {
        Head::Picture { size } => {
            let whole = picture.len() == size && picture.starts_with(b"\x89PNG\r\n\x1A\n");
            return whole.then(|| Answer::Picture(picture.to_vec()));
        }
        Head::Inspection { pages, readability } => Answer::Inspection(Inspection { pages, readability }),
        Head::Signatures { good } => Answer::Signatures(good),
        Head::NoSuchPage => Answer::NoSuchPage,
        Head::Unreadable => Answer::Unreadable,
    };
    picture.is_empty().then_some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_it_was_written_and_nothing_else_is() {
        let png = b"\x89PNG\r\n\x1A\n and\nmore".to_vec();
        for answer in [
            Answer::Inspection(Inspection {
                pages: Some(3),
                readability: Readability::Ok,
            }),
            Answer::Picture(png),
            Answer::Signatures(vec![true, false]),
            Answer::NoSuchPage,
            Answer::Unreadable,
        ] {
            let mut reply = Vec::new();
            write(&answer, &mut reply).unwrap();
            assert_eq!(read(&reply), Some(answer));
            assert_eq!(read(&reply[..reply.len() - 1]), None);
            reply.push(b'x');
            assert_eq!(read(&reply), None);
        }
        for wrong in [&b""[..], b"\n", b"{}\n", b"{\"answer\":\"picture\",\"size\":4}\n<svg"] {
            assert_eq!(read(wrong), None);
        }
    }
}
