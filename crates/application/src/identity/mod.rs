//! Accounts, sessions, tokens.

mod acting;
mod tokens;

pub use acting::{Acting, acting_officer};
pub use tokens::{AccessClaims, TokenKeys, TokenKind};
