//! Accounts and sessions.

mod attempts;
mod credentials;
mod officer;
mod refresh_tokens;
mod sessions;
mod set_up_links;

pub use attempts::NewAttempt;
pub use credentials::{Account, Credential};
pub use officer::SessionHolder;
pub use refresh_tokens::PresentedToken;
pub use sessions::{NewSession, SessionLine};
pub use set_up_links::PresentedLink;

use crate::database::repository;

repository! {
    /// Accounts and sessions.
    Identity, identity
}
