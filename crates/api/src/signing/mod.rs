//! Signing in two steps: what is shown, and what is brought back.

mod evidence;
mod mine;
mod preparation;

pub(crate) use evidence::{NoteSignature, get_note_evidence};
pub(crate) use mine::list_my_signatures;
pub(crate) use preparation::{GivenSignature, SigningPreparation, signature};
