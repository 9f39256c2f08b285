//! Units, posts, persons and charges.

mod above;
mod charges;
mod delegations;
pub mod entities;
mod imports;
mod lists;
mod persons;
mod posts;
mod queue;
mod refs;
mod search;
mod units;

use crate::database::{Error, parse, repository};
pub(crate) use above::line_of;
use daftar_domain::access::Roles;
pub use delegations::DelegationRow;
pub(crate) use delegations::assisted_charges;
pub use imports::{ImportRow, NewImport};
pub use lists::{HeldPost, Holder, PastCharge, PersonLine, PostFilter, PostLine, UnitLine};
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
