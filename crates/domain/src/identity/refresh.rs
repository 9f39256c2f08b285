//! Refresh tokens are single use. One that comes back was stolen, or its reply was lost.

use crate::office::Timestamp;

/// What became of a refresh token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenUse {
    /// Nobody has used it.
    Unused,
    /// It was exchanged for a successor.
    Spent {
        /// Whether the successor has been used in its turn: then the exchange was received.
        successor_used: bool,
    },
    /// It was never used and can no longer be: its predecessor came back and got another successor instead.
    Superseded,
}

/// A refresh token as the database keeps it, without the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefreshToken {
    /// When it ends unused.
    pub expires_at: Timestamp,
    /// What became of it.
    pub used: TokenUse,
}

/// What to do with a refresh token that was presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefreshDecision {
    /// Exchange it for a successor.
    Rotate,
    /// The reply with the successor was lost: supersede the unused successor by a new one.
    Replace,
    /// Two parties hold tokens of this session: end it for both.
    Revoke,
    /// It has expired; the session is over without blame.
    Expired,
}

/// Decides what a presented refresh token is worth.
pub fn decide_refresh(token: RefreshToken, now: Timestamp) -> RefreshDecision {
    match token.used {
        TokenUse::Spent { successor_used: true } | TokenUse::Superseded => RefreshDecision::Revoke,
        _ if token.expires_at <= now => RefreshDecision::Expired,
        TokenUse::Unused => RefreshDecision::Rotate,
        TokenUse::Spent { successor_used: false } => RefreshDecision::Replace,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;

    const NOW: i64 = 1_800_000_000;

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(NOW + seconds, 0).unwrap()
    }

    fn token(expires_in: i64, used: TokenUse) -> RefreshToken {
        RefreshToken {
            expires_at: at(expires_in),
            used,
        }
    }

    #[test]
    fn a_token_rotates_once_is_replaced_while_its_reply_may_be_lost_and_then_revokes() {
        let now = at(0);
        for (token, decision) in [
            (token(60, TokenUse::Unused), RefreshDecision::Rotate),
            (token(0, TokenUse::Unused), RefreshDecision::Expired),
            (
                token(60, TokenUse::Spent { successor_used: false }),
                RefreshDecision::Replace,
            ),
            (
                token(0, TokenUse::Spent { successor_used: false }),
                RefreshDecision::Expired,
            ),
            (
                token(60, TokenUse::Spent { successor_used: true }),
                RefreshDecision::Revoke,
            ),
            (
                token(0, TokenUse::Spent { successor_used: true }),
                RefreshDecision::Revoke,
            ),
            (token(60, TokenUse::Superseded), RefreshDecision::Revoke),
        ] {
            assert_eq!(decide_refresh(token, now), decision, "{token:?}");
        }
    }

    /// A chain of tokens as the database would keep it.
    #[derive(Default)]
    struct Chain {
        tokens: Vec<(TokenUse, Option<usize>)>,
        revoked: bool,
    }

    impl Chain {
        fn issue(&mut self) -> usize {
            self.tokens.push((TokenUse::Unused, None));
            self.tokens.len() - 1
        }

        fn present(&mut self, index: usize) -> Option<usize> {
            if self.revoked {
                return None;
            }
            let (used, successor) = self.tokens[index];
            let used = match used {
                TokenUse::Spent { .. } => TokenUse::Spent {
                    successor_used: successor.is_some_and(|s| self.tokens[s].0 != TokenUse::Unused),
                },
                other => other,
            };
            match decide_refresh(token(60, used), at(0)) {
                RefreshDecision::Rotate => {}
                RefreshDecision::Replace => self.tokens[successor?].0 = TokenUse::Superseded,
                RefreshDecision::Revoke | RefreshDecision::Expired => {
                    self.revoked = true;
                    return None;
                }
            }
            let next = self.issue();
            self.tokens[index] = (TokenUse::Spent { successor_used: false }, Some(next));
            Some(next)
        }
    }

    proptest! {
        /// Whatever is presented in whatever order, at most one token of a session can be rotated.
        #[test]
        fn at_most_one_token_is_unused(presented in prop::collection::vec(any::<prop::sample::Index>(), 0..60)) {
            let mut chain = Chain::default();
            chain.issue();
            for index in presented {
                chain.present(index.index(chain.tokens.len()));
                let unused = chain.tokens.iter().filter(|(used, _)| *used == TokenUse::Unused).count();
                prop_assert!(unused <= 1);
            }
        }

        /// Once thief and owner both go on from the same stolen token, the session ends.
        #[test]
        fn a_fork_is_always_found(steps in prop::collection::vec(any::<bool>(), 2..40)) {
            let mut chain = Chain::default();
            let stolen = chain.issue();
            let mut held = [stolen, stolen];
            for thief in steps.into_iter().chain([true, false, true, false]) {
                if let Some(next) = chain.present(held[usize::from(thief)]) {
                    held[usize::from(thief)] = next;
                }
            }
            prop_assert!(chain.revoked);
        }
    }
}
