//! Accounts and sessions.

mod attempts;
mod challenges;
mod credentials;
mod factors;
mod notices;
mod officer;
mod passkeys;
mod refresh_tokens;
mod sessions;
mod set_up_links;

pub use attempts::NewAttempt;
pub use challenges::ChallengeFor;
pub use credentials::{Account, Credential};
pub use factors::Totp;
pub use officer::SessionHolder;
pub use passkeys::KeptPasskey;
pub use refresh_tokens::PresentedToken;
pub use sessions::{NewSession, SessionLine};
pub use set_up_links::PresentedLink;

use crate::database::repository;

repository! {
    /// Accounts and sessions.
    Identity, identity
}
