//! Templates of the office's own: administrators change and try them, communications are set by them.

mod fault;
mod manage;
mod read;
mod trial;

pub use daftar_persistence::templates::TemplateFilter;
pub(crate) use fault::failed;
pub use fault::{Fault, SampleOf, TemplateFault, languages_of, languages_word};
pub use manage::{NewTemplate, NewVersion, OnTemplate, create_template, put_in_force, save_version, withdraw_template};
pub use read::{TemplateView, VersionView, built_in, get_template, get_version, list_templates, list_versions};
pub use trial::preview_template;
