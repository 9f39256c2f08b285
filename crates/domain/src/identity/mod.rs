//! Accounts: user names, passwords, throttling, sessions and the tokens that keep them alive.

mod events;
mod factors;
mod passkey;
mod password;
mod recovery;
mod refresh;
mod refusal;
mod session;
mod throttle;
mod totp;
mod user_name;
pub mod webauthn;

pub use events::{
    NOTICE_KINDS, factors_reset, password_changed, recovery_code_used, recovery_codes_renewed, refresh_token_reused,
    sessions_ended, set_up_link_issued, set_up_link_used, totp_enrolled, totp_removed,
};
pub use factors::{
    FRESH_PROOF, FactorPolicy, FactorReason, Factors, Proof, RevocationReason, SessionPurpose, factor_required,
    proved_lately, session_purpose,
};
pub use passkey::{LONGEST_PASSKEY_NAME, Passkey, PasskeyState, passkey_name};
pub use password::{LEAST_STRENGTH, LONGEST_PASSWORD, PasswordFacts, SHORTEST_PASSWORD, check_password};
pub use recovery::{RECOVERY_BYTES, RECOVERY_CODES, recovery_code, typed_recovery_code};
pub use refresh::{RefreshDecision, RefreshToken, TokenUse, decide_refresh};
pub use refusal::IdentityRefusal;
pub use session::{SessionLife, SetUpLink, check_set_up_link};
pub use throttle::{Failures, Throttle, ThrottleRule, throttle};
pub use totp::{TOTP_OFFER, TOTP_SECRET_BYTES, base32, check_totp, otpauth_uri, totp_code};
pub use user_name::{fold_user_name, user_name};
