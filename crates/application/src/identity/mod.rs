//! Accounts, sessions, tokens.

mod acting;
mod add_user;
mod approvals;
mod challenges;
mod notices;
mod passkeys;
mod password;
mod passwords;
mod profile;
mod proving;
mod refresh;
mod second_factor;
mod secrets;
mod session;
mod sessions;
mod set_up;
mod sign_in;
mod signing;
mod throttling;
mod tokens;
mod totp;

pub use acting::{Acting, acting_officer};
pub use add_user::{AddedUser, NewUser, add_user};
pub use approvals::{PasskeyLine, approve_passkey, list_passkeys, reset_factors, revoke_passkey};
pub use daftar_persistence::identity::{KeptPasskey, SessionHolder};
pub use notices::{Notice, acknowledge_notices, my_notices};
pub use passkeys::{
    EnrolmentOptions, MadeCredential, MyFactors, enrol_passkey, enrolment_options, my_factors, rename_passkey,
    revoke_my_passkey,
};
pub use password::{PasswordChanger, change_password, password_changer};
pub use passwords::Passwords;
pub use profile::{ActingFor, MyPost, Profile, permission_names, profile, set_language};
pub use proving::{AssertionAnswer, OfferedProof};
pub use refresh::refresh_session;
pub use second_factor::{
    AssertionOptions, factor_options, finish_sign_in, half_signed_in, passkey_sign_in_options, prove_factor,
    second_factor_options, sign_in_with_passkey,
};
pub(crate) use session::himself;
pub use session::{Origin, Refresh, SessionStart};
pub use sessions::{SessionLine, list_sessions, revoke_session, sign_out, sign_out_everywhere};
pub use set_up::{IssuedLink, OpenedLink, accept_set_up_link, check_set_up_link, issue_set_up_link};
pub use sign_in::sign_in;
pub use signing::PasskeyChoice;
pub(crate) use signing::{passkey_choices, sign_with_passkey};
pub use tokens::{AccessClaims, TokenKeys, TokenKind};
pub use totp::{TotpConfirmed, TotpOffer, confirm_totp, factor_owner, offer_totp, remove_totp, renew_recovery_codes};
