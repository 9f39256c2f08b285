//! What every handler is written with: extractors, replies, the parameters that they document.

mod acting;
mod body;
mod guard;
mod headers;
mod patch;
mod query;
mod reply;
mod serve;

pub use acting::{ActingOfficer, SignedIn, accept_language, office_and_token};
pub use body::{Body, Empty};
pub(crate) use guard::{TakesQuery, answer_for_panics, no_unknown_query};
pub use headers::{ActHeaders, CreateHeaders, IdempotencyKey, IfMatch};
pub use patch::present;
pub use query::{Query, limit};
pub use reply::{Act, ActReply, Paragraphs, with_etag};
pub(crate) use serve::Served;
