//! Errors as readers get them: RFC 9457, in English or Urdu, never an internal message.

mod body;
mod catalogue;
pub(crate) mod documented;
mod localise;
mod template;

pub use body::Problem;
pub use catalogue::{Text, texts};
pub(crate) use catalogue::{message, message_of};
pub use documented::{
    ActProblems, CreateProblems, DownloadProblems, EnquiryProblems, ExportProblems, FactorProblems, LookUpProblems,
    PasswordProblems, PictureProblems, PrintProblems, ProofProblems, PublicDownloadProblems, ReadProblems,
};
pub(crate) use localise::localise;
