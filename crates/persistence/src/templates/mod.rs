//! Templates of the office's own and their versions.

mod keep;
mod read;

use crate::database::repository;
pub use read::{InForce, TemplateFilter};

repository! {
    /// Templates and their versions.
    Templates, templates
}
