//! The usual channel: whom a file is most likely to go to next.

use crate::office::{PostId, vocabulary};
use std::collections::{HashMap, HashSet};

vocabulary! {
    /// Why a post is offered.
    ChannelReason {
        /// Further up the line.
        Superior = "superior",
        /// Where the file came from.
        LastSender = "last_sender",
        /// Directly below.
        Subordinate = "subordinate",
        /// In the same section.
        Section = "section",
    }
}

/// A post with the post that it reports to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The post.
    pub post: PostId,
    /// Its superior.
    pub reports_to: Option<PostId>,
}

/// The usual channel from `from`: up the line, nearest first; then back to the last sender; then
/// the desks directly below; then the others of the section. Each post once, `from` never, and a
/// line that runs in a circle ends where it meets itself.
pub fn usual_channel(
    from: PostId,
    lines: &[Line],
    last_sender: Option<PostId>,
    section: &[PostId],
) -> Vec<(PostId, ChannelReason)> {
    let superior: HashMap<PostId, PostId> = lines
        .iter()
        .filter_map(|line| Some((line.post, line.reports_to?)))
        .collect();
    let mut seen = HashSet::from([from]);
    let mut channel = Vec::new();
    let mut offer = |post: PostId, reason: ChannelReason| {
        let fresh = seen.insert(post);
        if fresh {
            channel.push((post, reason));
        }
        fresh
    };
    let mut at = from;
    while let Some(next) = superior.get(&at) {
        if !offer(*next, ChannelReason::Superior) {
            break;
        }
        at = *next;
    }
    if let Some(sender) = last_sender {
        offer(sender, ChannelReason::LastSender);
    }
    for line in lines.iter().filter(|line| line.reports_to == Some(from)) {
        offer(line.post, ChannelReason::Subordinate);
    }
    for post in section {
        offer(*post, ChannelReason::Section);
    }
    channel
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn post(n: u128) -> PostId {
        PostId(Uuid::from_u128(n))
    }

    fn line(of: u128, to: Option<u128>) -> Line {
        Line {
            post: post(of),
            reports_to: to.map(post),
        }
    }

    #[test]
    fn up_the_line_then_back_then_down_then_across() {
        let lines = [
            line(17, Some(18)),
            line(18, Some(20)),
            line(20, None),
            line(11, Some(17)),
            line(16, Some(18)),
        ];
        let channel = usual_channel(post(17), &lines, Some(post(16)), &[post(17), post(11), post(15)]);
        assert_eq!(
            channel,
            [
                (post(18), ChannelReason::Superior),
                (post(20), ChannelReason::Superior),
                (post(16), ChannelReason::LastSender),
                (post(11), ChannelReason::Subordinate),
                (post(15), ChannelReason::Section),
            ]
        );
    }

    #[test]
    fn a_circle_ends() {
        let lines = [line(1, Some(2)), line(2, Some(1))];
        assert_eq!(
            usual_channel(post(1), &lines, None, &[]),
            [(post(2), ChannelReason::Superior)]
        );
    }
}
