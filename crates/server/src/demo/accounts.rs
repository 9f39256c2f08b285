//! The accounts that a visitor tries first.

/// An account of the demonstration office.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    /// The name to sign in with.
    pub(crate) user_name: &'static str,
    /// Its post.
    pub(crate) post: &'static str,
    /// What to try with it.
    pub(crate) try_this: &'static str,
}

/// The accounts that `serve` prints; all have the password [`super::PASSWORD`].
pub(crate) const fn accounts() -> &'static [Account] {
    ACCOUNTS
}

const ACCOUNTS: &[Account] = &[
    Account {
        user_name: "clerk.finance",
        post: "Diary Clerk, Finance",
        try_this: "diarise a scan and mark it; send out what was issued",
    },
    Account {
        user_name: "so.budget1",
        post: "Section Officer (Budget-I)",
        try_this: "accept a receipt, note, send it up; sign and issue an approved letter",
    },
    Account {
        user_name: "pa.budget1",
        post: "assists the Section Officer (Budget-I)",
        try_this: "read his desk, draft a note and put it up; sign nothing",
    },
    Account {
        user_name: "ds.budget",
        post: "Deputy Secretary (Budget)",
        try_this: "agree, query or return; a file with an annex of forty pages",
    },
    Account {
        user_name: "as.budget",
        post: "Additional Secretary (Budget)",
        try_this: "two charges: change the acting post, and the desk changes",
    },
    Account {
        user_name: "secretary.finance",
        post: "Secretary Finance",
        try_this: "decide what waits; see who has held a file and how long",
    },
    Account {
        user_name: "chief.secretary",
        post: "Chief Secretary",
        try_this: "files of several departments on one desk",
    },
    Account {
        user_name: "so.coord",
        post: "Section Officer, Chief Minister's Secretariat",
        try_this: "petitions and directives in Urdu",
    },
    Account {
        user_name: "admin",
        post: "System Administrator",
        try_this: "units, posts, transfer of charge, import from CSV; reads no file",
    },
    Account {
        user_name: "auditor",
        post: "Internal Auditor, Finance",
        try_this: "the ledger of every act; changes nothing",
    },
];
