//! Accounts, sessions, tokens.

mod acting;
mod add_user;
mod password;
mod passwords;
mod profile;
mod refresh;
mod secrets;
mod session;
mod sessions;
mod set_up;
mod sign_in;
mod throttling;
mod tokens;

pub use acting::{Acting, acting_officer};
pub use add_user::{AddedUser, NewUser, add_user};
pub use password::{PasswordChanger, change_password, password_changer};
pub use passwords::Passwords;
pub use profile::{Profile, permission_names, profile, set_language};
pub use refresh::refresh_session;
pub use session::{Origin, Refresh, SessionStart};
pub use sessions::{SessionLine, list_sessions, revoke_session, sign_out, sign_out_everywhere};
pub use set_up::{IssuedLink, OpenedLink, accept_set_up_link, check_set_up_link, issue_set_up_link};
pub use sign_in::sign_in;
pub use tokens::{AccessClaims, TokenKeys, TokenKind};
