//! Units, posts, persons and charges.

pub mod entities;
mod refs;

use crate::database::{Error, parse, repository};
use daftar_domain::access::Roles;
pub use refs::{PersonRef, PostRef, UnitRef};

repository! {
    /// Units, posts, persons and charges.
    Organisation, organisation
}

/// Reads the roles of a post out of their column: words with spaces between.
pub fn roles_from_column(column: &str) -> Result<Roles, Error> {
    Ok(Roles(
        column
            .split_whitespace()
            .map(|word| parse("posts", word))
            .collect::<Result<_, _>>()?,
    ))
}

/// Writes the roles of a post as their column keeps them.
pub fn roles_to_column(roles: &Roles) -> String {
    roles.0.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ")
}
