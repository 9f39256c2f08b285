//! Who must prove more than a password, and how long a proof is fresh.

use crate::access::{Role, Roles};
use crate::office::{Timestamp, vocabulary};
use chrono::TimeDelta;

vocabulary! {
    /// What somebody proved who he is with.
    Proof {
        /// A password: something that he knows.
        Password = "password",
        /// A code of his phone.
        Totp = "totp",
        /// A code on paper.
        RecoveryCode = "recovery_code",
        /// A passkey, unlocked by finger, face or PIN.
        Passkey = "passkey",
    }
}

impl Proof {
    /// Whether it proves more than a password does.
    pub const fn is_factor(self) -> bool {
        !matches!(self, Self::Password)
    }
}

vocabulary! {
    /// Whether the office asks for a second factor.
    FactorPolicy {
        /// Those whose posts weigh must have one.
        Required = "required",
        /// Everybody may have one, nobody must.
        Offered = "offered",
    }
}

vocabulary! {
    /// Why somebody must have a second factor.
    FactorReason {
        /// He manages organisation and accounts.
        Administrator = "administrator",
        /// He reads the whole ledger.
        Auditor = "auditor",
        /// His post can authenticate orders of the government.
        AuthenticatesOrders = "authenticates_orders",
    }
}

vocabulary! {
    /// What a session is good for.
    SessionPurpose {
        /// Everything.
        Session = "session",
        /// Changing a first password.
        PasswordChange = "password_change",
        /// Proving a second factor after the password.
        SecondFactor = "second_factor",
        /// Enrolling a first second factor.
        Enrolment = "enrolment",
    }
}

vocabulary! {
    /// Why a passkey was revoked, or somebody's factors were reset.
    RevocationReason {
        /// The device is lost or stolen.
        Lost = "lost",
        /// Somebody else may have used it.
        Compromised = "compromised",
        /// Another device took its place.
        Replaced = "replaced",
        /// It was not enrolled by whom it says, or is not known.
        NotRecognised = "not_recognised",
        /// Its owner revoked it himself.
        ByOwner = "by_owner",
    }
}

impl RevocationReason {
    /// The reasons that somebody else can give.
    pub const GIVEN: &'static [Self] = &[Self::Lost, Self::Compromised, Self::Replaced, Self::NotRecognised];
}

/// From this grade (BPS) on a post may be given orders to authenticate.
const AUTHENTICATING_GRADE: i16 = 17;

/// How long a proof within a session counts for what asks for a fresh one.
pub const FRESH_PROOF: TimeDelta = TimeDelta::minutes(5);

/// Why somebody who holds these posts must have a second factor; `None` where he need not.
pub fn factor_required<'a>(
    policy: FactorPolicy,
    posts: impl IntoIterator<Item = (&'a Roles, i16)>,
) -> Option<FactorReason> {
    if policy == FactorPolicy::Offered {
        return None;
    }
    posts
        .into_iter()
        .filter_map(|(roles, grade)| reason(roles, grade))
        .min()
}

fn reason(roles: &Roles, grade: i16) -> Option<FactorReason> {
    if roles.has(Role::Administrator) {
        Some(FactorReason::Administrator)
    } else if roles.has(Role::Auditor) {
        Some(FactorReason::Auditor)
    } else if roles.has(Role::Authenticator) || grade >= AUTHENTICATING_GRADE {
        Some(FactorReason::AuthenticatesOrders)
    } else {
        None
    }
}

/// What somebody can prove his identity with, beside his password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Factors {
    /// Whether a phone is enrolled and confirmed.
    pub totp: bool,
    /// How many codes on paper are left.
    pub recovery_codes: u64,
    /// Whether there is a passkey that was approved.
    pub passkey: bool,
}

impl Factors {
    /// Whether there is any. Codes on paper stand in for a phone and are none by themselves.
    pub const fn any(self) -> bool {
        self.totp || self.passkey
    }

    /// The ways in which a second factor can be proved.
    pub fn ways(self) -> Vec<Proof> {
        let codes = self.any() && self.recovery_codes > 0;
        [
            (self.totp, Proof::Totp),
            (self.passkey, Proof::Passkey),
            (codes, Proof::RecoveryCode),
        ]
        .into_iter()
        .filter_map(|(has, way)| has.then_some(way))
        .collect()
    }
}

/// What kind of session a sign-in leads to.
///
/// `proved` is what was proved beside the password, or instead of it; a passkey is both at once.
pub fn session_purpose(factors: Factors, required: Option<FactorReason>, proved: Option<Proof>) -> SessionPurpose {
    if proved.is_some_and(Proof::is_factor) {
        SessionPurpose::Session
    } else if factors.any() {
        SessionPurpose::SecondFactor
    } else if required.is_some() {
        SessionPurpose::Enrolment
    } else {
        SessionPurpose::Session
    }
}

/// Whether a factor was proved so lately that factors themselves may be changed. Who has none proves none.
pub fn proved_lately(factors: Factors, proof: Option<(Proof, Timestamp)>, now: Timestamp) -> bool {
    !factors.any() || proof.is_some_and(|(proof, at)| proof.is_factor() && now - at < FRESH_PROOF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;

    fn roles(roles: &[Role]) -> Roles {
        roles.iter().copied().collect()
    }

    #[test]
    fn posts_that_weigh_need_a_factor_and_only_where_the_office_says_so() {
        let cases = [
            (vec![(roles(&[Role::Registry]), 11)], None),
            (vec![(roles(&[Role::Officer]), 16)], None),
            (vec![], None),
            (
                vec![(roles(&[Role::Officer]), 17)],
                Some(FactorReason::AuthenticatesOrders),
            ),
            (
                vec![(roles(&[Role::Authenticator]), 16)],
                Some(FactorReason::AuthenticatesOrders),
            ),
            (vec![(roles(&[Role::Auditor]), 16)], Some(FactorReason::Auditor)),
            (
                vec![(roles(&[Role::Registry]), 11), (roles(&[Role::Administrator]), 16)],
                Some(FactorReason::Administrator),
            ),
        ];
        for (posts, why) in cases {
            let held = || posts.iter().map(|(roles, grade)| (roles, *grade));
            assert_eq!(factor_required(FactorPolicy::Required, held()), why, "{posts:?}");
            assert_eq!(factor_required(FactorPolicy::Offered, held()), None, "{posts:?}");
        }
    }

    #[test]
    fn codes_on_paper_are_no_factor_by_themselves() {
        let paper = Factors {
            recovery_codes: 10,
            ..Factors::default()
        };
        assert!(!paper.any());
        assert_eq!(paper.ways(), vec![]);
        let phone = Factors { totp: true, ..paper };
        assert_eq!(phone.ways(), vec![Proof::Totp, Proof::RecoveryCode]);
    }

    #[test]
    fn a_proof_is_fresh_for_five_minutes_and_a_password_never_is() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let has = Factors {
            totp: true,
            ..Factors::default()
        };
        assert!(proved_lately(Factors::default(), None, now));
        assert!(!proved_lately(has, None, now));
        assert!(!proved_lately(has, Some((Proof::Password, now)), now));
        assert!(proved_lately(
            has,
            Some((Proof::Totp, now - TimeDelta::seconds(299))),
            now
        ));
        assert!(!proved_lately(has, Some((Proof::Totp, now - FRESH_PROOF)), now));
    }

    proptest! {
        /// Nobody who has a factor, or must have one, comes in with a password alone.
        #[test]
        fn a_password_alone_opens_only_what_needs_no_more(
            totp: bool, recovery_codes in 0_u64..3, passkey: bool, must: bool, password_said: bool,
        ) {
            let factors = Factors { totp, recovery_codes, passkey };
            let required = must.then_some(FactorReason::Auditor);
            let proved = password_said.then_some(Proof::Password);
            let purpose = session_purpose(factors, required, proved);
            prop_assert_eq!(purpose == SessionPurpose::Session, !totp && !passkey && !must);
            for proof in [Proof::Totp, Proof::RecoveryCode, Proof::Passkey] {
                prop_assert_eq!(session_purpose(factors, required, Some(proof)), SessionPurpose::Session);
            }
        }
    }
}
