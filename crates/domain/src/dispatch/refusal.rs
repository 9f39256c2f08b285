//! What the rules of dispatch say no to.

use crate::office::{Refusal, TextError, refusals};

refusals! {
    /// Refusals about dispatches. The first three are about whichever text field they are told with.
    DispatchRefusal {
        /// A text that is needed is missing.
        TextEmpty => "required", Invalid;
        /// A text is longer than its field.
        TextTooLong => "too-long", Invalid;
        /// A text holds a control character, or one that reorders what is read.
        TextForbidden => "forbidden-character", Invalid;
        /// The addressee is inside: the office itself delivers it.
        Inside => "dispatch-inside", Conflict;
        /// The addressee is outside: there is nothing that the office could try again.
        Outside => "dispatch-outside", Conflict;
        /// It was delivered already.
        AlreadyDelivered => "dispatch-delivered", Conflict;
        /// It is on its way, or has arrived.
        AlreadyDispatched => "dispatch-on-its-way", Conflict;
        /// It has not left the office, or is back, or has arrived.
        NotOnItsWay => "dispatch-not-on-its-way", Conflict;
        /// The office is about to mail it: that is not done twice at once.
        BeingMailed => "dispatch-being-mailed", Conflict;
        /// Only post and hand are ways that a registry takes.
        ChannelNotByHand => "dispatch-channel", Invalid, "/channel";
        /// A day that has not come yet.
        DayInFuture => "dispatch-day-in-future", Invalid, "/on";
        /// A day before the one on which it was issued, or dispatched.
        DayTooEarly => "dispatch-day-too-early", Invalid, "/on";
    }
}

impl DispatchRefusal {
    /// What is wrong with a text, told about its field.
    pub(super) fn text(error: TextError, field: &'static str) -> Refusal {
        let refusal = match error {
            TextError::Empty => Self::TextEmpty,
            TextError::TooLong => Self::TextTooLong,
            TextError::Forbidden => Self::TextForbidden,
        };
        Refusal {
            field: Some(field),
            ..refusal.into()
        }
    }
}
