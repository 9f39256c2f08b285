//! Templates of the office's own: how a form is set, for the whole office or for a unit and those below it.

mod refusal;
mod sample;
mod template;

pub use refusal::TemplateRefusal;
pub use sample::{SampleKind, Shown};
pub use template::{MOST_SOURCE, Saved, Source, Template, TemplateVersion, nearest};
