//! The one access decision.

use super::officer::{Officer, Role};
use crate::office::refusals;

/// Everything that an officer can ask to do. Matched exhaustively, without a wildcard: a new
/// action does not compile until somebody has decided who may do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// See units, posts and who holds them: every officer must find the next desk.
    ReadOrganisation,
    /// Change units, posts, persons, charges.
    ManageOrganisation,
    /// Manage the file heads of a section.
    ManageHeads,
    /// Upload the bytes of a paper.
    UploadDocument,
    /// Read the bytes of a paper.
    ReadDocument,
    /// Enter an incoming paper in the diary.
    DiariseReceipt,
    /// Correct the diary entry of a receipt that nobody has accepted yet.
    CorrectReceipt,
    /// See a receipt.
    ReadReceipt,
    /// Send a receipt to a post.
    MarkReceipt,
    /// Accept, return, file, dispose of a receipt on one's own desk.
    HandleReceipt,
    /// Take a copy of a receipt off one's desk.
    PutCopyAway,
    /// Reopen a receipt that was disposed of.
    ReopenReceipt,
    /// Read and print a diary register.
    ReadDiary,
    /// Open a file in one's section.
    OpenFile,
    /// See a file.
    ReadFile,
    /// Take a whole file along, as a document and as an archive.
    ExportFile,
    /// Write the draft of a note: needs custody.
    DraftNote,
    /// Write and submit notes, add papers: needs custody.
    WriteFile,
    /// Draft, revise and comment on an outgoing communication: needs custody of its file.
    DraftCommunication,
    /// Vet, approve and withdraw an outgoing communication: needs custody of its file.
    ApproveCommunication,
    /// Sign and issue an outgoing communication: needs custody of its file.
    IssueCommunication,
    /// See what of the units that one's registry serves is on its way, and where it is.
    ReadDispatch,
    /// Send out, by post or hand, what the units have issued that one's registry serves.
    DispatchLetter,
    /// Have the office try again to deliver what it could not.
    RetryDelivery,
    /// Read the register of what was issued.
    ReadIssues,
    /// Forward, return, park, close, split: needs custody.
    MoveFile,
    /// Take back a file that the receiver has not opened: needs to be the last sender.
    PullBackFile,
    /// Reopen a closed file.
    ReopenFile,
    /// Read one's desk.
    ReadDesk,
    /// Say of what lies on one's desk that one has seen it.
    MarkDesk,
    /// Read the address book.
    ReadAddresses,
    /// Keep contacts and groups in the address book.
    ManageAddresses,
    /// Read and change the templates that communications are set by.
    ManageTemplates,
    /// Let others assist at one's post, and see who does.
    Delegate,
    /// Read the ledger.
    ReadLedger,
}

impl Action {
    /// Every action, for tests that enumerate.
    pub const ALL: &'static [Self] = &[
        Self::ReadOrganisation,
        Self::ManageOrganisation,
        Self::ManageHeads,
        Self::UploadDocument,
        Self::ReadDocument,
        Self::DiariseReceipt,
        Self::CorrectReceipt,
        Self::ReadReceipt,
        Self::MarkReceipt,
        Self::HandleReceipt,
        Self::PutCopyAway,
        Self::ReopenReceipt,
        Self::ReadDiary,
        Self::OpenFile,
        Self::ReadFile,
        Self::ExportFile,
        Self::DraftNote,
        Self::WriteFile,
        Self::DraftCommunication,
        Self::ApproveCommunication,
        Self::IssueCommunication,
        Self::ReadDispatch,
        Self::DispatchLetter,
        Self::RetryDelivery,
        Self::ReadIssues,
        Self::MoveFile,
        Self::PullBackFile,
        Self::ReopenFile,
        Self::ReadDesk,
        Self::MarkDesk,
        Self::ReadAddresses,
        Self::ManageAddresses,
        Self::ManageTemplates,
        Self::Delegate,
        Self::ReadLedger,
    ];
}

/// How an officer stands to the resource in question; persistence reads it together with the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, not a state")]
pub struct Standing {
    /// The visibility predicate holds: on the movement chain, an explicit grant, or the owning unit.
    pub visible: bool,
    /// The acting post has custody now.
    pub holder: bool,
    /// The acting post belongs to the unit that owns the resource.
    pub own_unit: bool,
    /// The acting post sent it to where it is now.
    pub last_sender: bool,
    /// The case is about the acting person's own service (rule 6).
    pub recused: bool,
}

impl Standing {
    /// For actions on nothing in particular: a list, a new thing in one's own unit.
    pub const GENERAL: Self = Self {
        visible: true,
        holder: true,
        own_unit: true,
        last_sender: false,
        recused: false,
    };
}

/// Proof that an action was permitted. Only [`decide`] makes one; persistence and use cases ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    action: Action,
}

impl Permit {
    /// The action that was permitted.
    pub fn action(self) -> Action {
        self.action
    }
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// For this officer the resource does not exist: 404, the same as a wrong id.
    Hidden,
    /// The officer knows that it exists, and may not: 403.
    Refused(AccessRefusal),
}

refusals! {
    /// Refusals of the access decision.
    AccessRefusal {
        /// The post has not the role that the action needs.
        RoleMissing => "role-missing", Forbidden;
        /// The file or receipt is not with the acting post.
        NotWithYou => "not-with-you", Forbidden;
        /// The resource belongs to another unit.
        OtherUnit => "other-unit", Forbidden;
        /// Somebody else sent it.
        NotTheSender => "not-the-sender", Forbidden;
        /// Assistants read and draft; everything else is the officer's.
        AssistantsOnlyDraft => "assistants-only-draft", Forbidden;
        /// Rule 6: the case is about the officer's own service.
        OwnCase => "own-case", Forbidden;
    }
}

/// What an action asks of the officer's standing, beyond the role.
enum Need {
    Nothing,
    Visible,
    Custody,
    OwnUnit,
    LastSender,
}

/// The roles of which one suffices, and the standing that an action needs.
fn rule(action: Action) -> (&'static [Role], Need) {
    use Role::{Administrator, Auditor, Authenticator, Officer, Registry};
    const ANYONE: &[Role] = Role::ALL;
    const OFFICERS: &[Role] = &[Officer, Authenticator];
    const DESKS: &[Role] = &[Officer, Authenticator, Registry];
    const BOOK: &[Role] = &[Officer, Authenticator, Registry, Administrator];
    match action {
        Action::ReadOrganisation => (ANYONE, Need::Nothing),
        Action::ManageOrganisation | Action::ManageTemplates => (&[Administrator], Need::Nothing),
        Action::ManageHeads => (&[Officer, Authenticator, Administrator], Need::OwnUnit),
        Action::UploadDocument | Action::ReadDesk | Action::MarkDesk | Action::PutCopyAway | Action::ReadIssues => {
            (DESKS, Need::Nothing)
        }
        Action::ReadDocument | Action::ReadReceipt => (DESKS, Need::Visible),
        Action::DiariseReceipt | Action::CorrectReceipt | Action::DispatchLetter => (&[Registry], Need::OwnUnit),
        Action::ReadDiary => (&[Registry], Need::Nothing),
        Action::MarkReceipt | Action::HandleReceipt => (DESKS, Need::Custody),
        Action::ReopenReceipt => (DESKS, Need::LastSender),
        Action::OpenFile | Action::ReopenFile => (OFFICERS, Need::OwnUnit),
        Action::ReadFile | Action::ExportFile | Action::Delegate => (OFFICERS, Need::Visible),
        Action::DraftNote
        | Action::WriteFile
        | Action::DraftCommunication
        | Action::ApproveCommunication
        | Action::MoveFile => (OFFICERS, Need::Custody),
        Action::IssueCommunication => (&[Authenticator], Need::Custody),
        Action::ReadDispatch | Action::RetryDelivery => (&[Registry, Administrator], Need::Visible),
        Action::ReadAddresses => (BOOK, Need::Visible),
        Action::ManageAddresses => (BOOK, Need::OwnUnit),
        Action::PullBackFile => (OFFICERS, Need::LastSender),
        Action::ReadLedger => (&[Auditor], Need::Nothing),
    }
}

/// What somebody may do who assists at a post: read what its holder reads, and draft for him. There is no delegation
/// that signs; whoever is to sign gets a charge (look-after, acting).
fn open_to_assistants(action: Action) -> bool {
    match action {
        Action::ReadOrganisation
        | Action::ReadDesk
        | Action::ReadFile
        | Action::ReadReceipt
        | Action::ReadDocument
        | Action::DraftNote
        | Action::ReadAddresses
        | Action::DraftCommunication => true,
        Action::ManageOrganisation
        | Action::ManageHeads
        | Action::UploadDocument
        | Action::DiariseReceipt
        | Action::CorrectReceipt
        | Action::MarkReceipt
        | Action::HandleReceipt
        | Action::PutCopyAway
        | Action::ReopenReceipt
        | Action::ReadDiary
        | Action::OpenFile
        | Action::ExportFile
        | Action::WriteFile
        | Action::ApproveCommunication
        | Action::IssueCommunication
        | Action::ReadDispatch
        | Action::DispatchLetter
        | Action::RetryDelivery
        | Action::ReadIssues
        | Action::MoveFile
        | Action::PullBackFile
        | Action::ReopenFile
        | Action::MarkDesk
        | Action::ManageAddresses
        | Action::ManageTemplates
        | Action::Delegate
        | Action::ReadLedger => false,
    }
}

/// Decides whether `officer`, standing so to a resource, may do `action`.
///
/// The order of the checks matters: what is not visible is hidden before anything is said about it.
pub fn decide(officer: &Officer, action: Action, standing: Standing) -> Result<Permit, Denial> {
    let (roles, need) = rule(action);
    if !standing.visible {
        return Err(Denial::Hidden);
    }
    if officer.assisting.is_some() && !open_to_assistants(action) {
        return Err(Denial::Refused(AccessRefusal::AssistantsOnlyDraft));
    }
    if !roles.iter().any(|role| officer.roles.has(*role)) {
        return Err(Denial::Refused(AccessRefusal::RoleMissing));
    }
    if standing.recused && !matches!(need, Need::Nothing) {
        return Err(Denial::Refused(AccessRefusal::OwnCase));
    }
    let (met, refusal) = match need {
        Need::Nothing | Need::Visible => (true, AccessRefusal::RoleMissing),
        Need::Custody => (standing.holder, AccessRefusal::NotWithYou),
        Need::OwnUnit => (standing.own_unit, AccessRefusal::OtherUnit),
        Need::LastSender => (standing.last_sender, AccessRefusal::NotTheSender),
    };
    if met {
        Ok(Permit { action })
    } else {
        Err(Denial::Refused(refusal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Assisting, Roles};
    use crate::office::{ChargeId, DelegationId, PersonId, PostId, SessionId, Timestamp, UnitId};
    use uuid::Uuid;

    fn officer(roles: &[Role]) -> Officer {
        Officer {
            person: PersonId(Uuid::nil()),
            post: PostId(Uuid::nil()),
            charge: ChargeId(Uuid::nil()),
            assisting: None,
            unit: UnitId(Uuid::nil()),
            grade: 17,
            roles: roles.iter().copied().collect::<Roles>(),
            session: SessionId(Uuid::nil()),
        }
    }

    #[test]
    fn what_is_not_visible_is_hidden_whatever_the_role() {
        let unseen = Standing {
            visible: false,
            ..Standing::GENERAL
        };
        for action in Action::ALL {
            assert_eq!(
                decide(&officer(Role::ALL), *action, unseen),
                Err(Denial::Hidden),
                "{action:?}"
            );
        }
    }

    #[test]
    fn an_administrator_reads_no_file_and_an_auditor_writes_nothing() {
        for action in [
            Action::ReadFile,
            Action::WriteFile,
            Action::MoveFile,
            Action::ReadReceipt,
            Action::ReadDocument,
        ] {
            assert!(
                decide(&officer(&[Role::Administrator]), action, Standing::GENERAL).is_err(),
                "{action:?}"
            );
        }
        for action in Action::ALL
            .iter()
            .filter(|a| !matches!(a, Action::ReadOrganisation | Action::ReadLedger))
        {
            assert!(
                decide(&officer(&[Role::Auditor]), *action, Standing::GENERAL).is_err(),
                "{action:?}"
            );
        }
    }

    #[test]
    fn an_assistant_reads_and_drafts_and_does_nothing_else_whatever_the_roles_of_the_post() {
        let assistant = Officer {
            assisting: Some(Assisting {
                delegation: DelegationId(Uuid::nil()),
                officer: PersonId(Uuid::max()),
                since: Timestamp::UNIX_EPOCH,
                until: Timestamp::MAX_UTC,
            }),
            ..officer(Role::ALL)
        };
        let standing = Standing {
            last_sender: true,
            ..Standing::GENERAL
        };
        let may = |action: &&Action| decide(&assistant, **action, standing).is_ok();
        let permitted: Vec<_> = Action::ALL.iter().filter(may).copied().collect();
        let open = [
            Action::ReadOrganisation,
            Action::ReadDocument,
            Action::ReadReceipt,
            Action::ReadFile,
            Action::DraftNote,
            Action::DraftCommunication,
            Action::ReadDesk,
            Action::ReadAddresses,
        ];
        assert_eq!(permitted, open);
        let refused = Err(Denial::Refused(AccessRefusal::AssistantsOnlyDraft));
        assert_eq!(decide(&assistant, Action::WriteFile, standing), refused);
        // What he may do, he may do no further than the officer himself.
        let away = Standing {
            holder: false,
            ..standing
        };
        let refused = Err(Denial::Refused(AccessRefusal::NotWithYou));
        assert_eq!(decide(&assistant, Action::DraftNote, away), refused);
    }

    #[test]
    fn nobody_deals_with_his_own_case() {
        let own = Standing {
            recused: true,
            last_sender: true,
            ..Standing::GENERAL
        };
        for action in [
            Action::ReadFile,
            Action::ExportFile,
            Action::WriteFile,
            Action::MoveFile,
            Action::HandleReceipt,
            Action::PullBackFile,
        ] {
            let denied = decide(&officer(&[Role::Officer]), action, own);
            assert_eq!(denied, Err(Denial::Refused(AccessRefusal::OwnCase)), "{action:?}");
        }
    }

    #[test]
    fn custody_is_needed_to_write_and_to_move() {
        let away = Standing {
            holder: false,
            ..Standing::GENERAL
        };
        for action in [
            Action::WriteFile,
            Action::MoveFile,
            Action::MarkReceipt,
            Action::HandleReceipt,
        ] {
            let denied = decide(&officer(&[Role::Officer]), action, away);
            assert_eq!(denied, Err(Denial::Refused(AccessRefusal::NotWithYou)), "{action:?}");
        }
    }
}
