//! Accounts: user names, passwords, throttling, sessions and the tokens that keep them alive.

mod events;
mod password;
mod refresh;
mod refusal;
mod session;
mod throttle;
mod user_name;

pub use events::{password_changed, refresh_token_reused, sessions_ended, set_up_link_issued, set_up_link_used};
pub use password::{LEAST_STRENGTH, LONGEST_PASSWORD, PasswordFacts, SHORTEST_PASSWORD, check_password};
pub use refresh::{RefreshDecision, RefreshToken, TokenUse, decide_refresh};
pub use refusal::IdentityRefusal;
pub use session::{SessionLife, SetUpLink, check_set_up_link};
pub use throttle::{Failures, Throttle, ThrottleRule, throttle};
pub use user_name::{fold_user_name, user_name};
