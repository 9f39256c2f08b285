use crate::office::refusals;

refusals! {
    /// Refusals of the address book, beside what can be wrong with an address itself.
    AddressesRefusal {
        /// The contact was deactivated.
        ContactDeactivated => "contact-deactivated", Conflict;
        /// The contact is active already.
        ContactActive => "contact-active", Conflict;
        /// The group was deactivated.
        GroupDeactivated => "address-group-deactivated", Conflict;
        /// The group is active already.
        GroupActive => "address-group-active", Conflict;
        /// More than 2,000 members.
        TooManyMembers => "address-group-too-large", Invalid, "/members";
        /// A member that does not exist, or that those who see the group may not see.
        MemberUnknown => "address-group-member-unknown", Invalid, "/members";
    }
}
