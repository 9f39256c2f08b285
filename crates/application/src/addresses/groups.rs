//! Groups.

use super::EntryList;
use super::common::{On, expect, keeper, may_change, own_book, owner_of, owners, readable, reader};
use super::contacts::{ContactView, views};
use crate::office::{Error, Idempotency, Office, Work};
use crate::organisation::{PostRef, UnitRef, done, fields};
use daftar_domain::access::Officer;
use daftar_domain::addresses::{AddressesRefusal, Group, GroupFields, Member, Reach};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, ContactId, GroupId, PostId, UnitId, Version};
use daftar_persistence::addresses::{GroupLine, MemberLine};
use daftar_persistence::{Cursor, Page};
use std::collections::HashMap;

/// A group as its readers see it.
#[derive(Debug, Clone)]
pub struct GroupView {
    /// The group.
    pub group: Group,
    /// The unit that keeps it.
    pub owner: UnitRef,
    /// How many members it has.
    pub members: i64,
    /// Whether the acting post may change it.
    pub can_change: bool,
}

/// A member, with what it is called now.
#[derive(Debug, Clone)]
pub struct MemberView {
    /// Who it is, by id.
    pub member: Member,
    /// Deactivated, abolished or closed since: nothing is sent there.
    pub gone: bool,
    /// The contact.
    pub contact: Option<ContactView>,
    /// The post.
    pub post: Option<PostRef>,
    /// The unit.
    pub unit: Option<UnitRef>,
}

/// What is to change about a group, or be said of a new one; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct GroupChange {
    /// Its name.
    pub name: Option<String>,
    /// Its name in Urdu; empty for the same.
    pub name_ur: Option<String>,
    /// Its members, in their order.
    pub members: Option<Vec<Member>>,
}

impl GroupChange {
    fn fields(&self, name: &str, name_ur: &str) -> Result<GroupFields, Error> {
        let name = self.name.as_deref().unwrap_or(name);
        GroupFields::check(name, self.name_ur.as_deref().unwrap_or(name_ur)).map_err(fields)
    }
}

/// The groups of the own unit and of those above it, by name.
pub async fn list_groups(office: &Office, officer: &Officer, list: &EntryList) -> Result<Page<GroupView>, Error> {
    let reach = reader(office, officer).await?;
    let page = office.database().addresses().groups(&reach, &list.filter()?).await?;
    let owners = owners(office, page.items.iter().map(|line| line.group.unit)).await?;
    let view = |line: GroupLine| view(officer, &reach, &owners, line);
    Ok(Page {
        items: page.items.into_iter().map(view).collect::<Result<_, _>>()?,
        next: page.next,
    })
}

fn view(
    officer: &Officer,
    reach: &Reach,
    owners: &HashMap<UnitId, UnitRef>,
    line: GroupLine,
) -> Result<GroupView, Error> {
    Ok(GroupView {
        owner: owner_of(owners, line.group.unit)?,
        can_change: may_change(officer, reach, line.group.unit),
        group: line.group,
        members: line.members,
    })
}

/// One group.
pub async fn get_group(office: &Office, officer: &Officer, id: GroupId) -> Result<GroupView, Error> {
    let (group, reach) = seen(office, officer, id).await?;
    let counts = office.database().addresses().member_counts(&reach, &[id]).await?;
    let owners = owners(office, [group.unit].into_iter()).await?;
    let members = counts.get(&id).copied().unwrap_or_default();
    view(officer, &reach, &owners, GroupLine { group, members })
}

/// The members of a group, in their order.
pub async fn group_members(
    office: &Office,
    officer: &Officer,
    id: GroupId,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<MemberView>, Error> {
    let (_, reach) = seen(office, officer, id).await?;
    let after = after.map(Cursor::unpack::<i32>).transpose()?;
    let page = office.database().addresses().members(&reach, id, after, limit).await?;
    Ok(Page {
        items: named(office, officer, &reach, page.items).await?,
        next: page.next,
    })
}

async fn seen(office: &Office, officer: &Officer, id: GroupId) -> Result<(Group, Reach), Error> {
    let group = office.database().addresses().group(id).await?.ok_or(Error::NotFound)?;
    let reach = office.database().addresses().reach(officer).await?;
    readable(officer, &reach, group.unit, id.0)?;
    Ok((group, reach))
}

/// Members with what they are called now.
async fn named(
    office: &Office,
    officer: &Officer,
    reach: &Reach,
    lines: Vec<MemberLine>,
) -> Result<Vec<MemberView>, Error> {
    let (mut contacts, mut posts, mut units) = (Vec::new(), Vec::new(), Vec::new());
    for line in &lines {
        match line.member {
            Member::Contact(contact) => contacts.push(contact),
            Member::Post(post) => posts.push(post),
            Member::Unit(unit) => units.push(unit),
        }
    }
    let database = office.database();
    let found = database.addresses().contacts_among(reach, &contacts).await?;
    let found = views(office, officer, reach, found.into_values().collect()).await?;
    let found: HashMap<ContactId, ContactView> = found.into_iter().map(|view| (view.contact.id, view)).collect();
    let posts: HashMap<PostId, PostRef> = database.organisation().post_refs(posts).await?;
    let units = database.organisation().unit_refs(units).await?;
    let view = |line: MemberLine| {
        let (mut contact, mut post, mut unit) = (None, None, None);
        match line.member {
            Member::Contact(id) => contact = found.get(&id).cloned(),
            Member::Post(id) => post = posts.get(&id).cloned(),
            Member::Unit(id) => unit = units.get(&id).cloned(),
        }
        MemberView {
            member: line.member,
            gone: line.gone,
            contact,
            post,
            unit,
        }
    };
    Ok(lines.into_iter().map(view).collect())
}

/// Makes a group in the book of the own unit.
pub async fn create_group(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &GroupChange,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let reach = own_book(work, officer).await?;
            let wanted = new.members.clone().unwrap_or_default();
            let made = Group::make(work.new_id(), reach.own(), new.fields("", "")?, wanted);
            let (group, members, event) = made.map_err(Error::refused)?;
            work.tx.addresses().insert_group(&group).await?;
            set_members(work, &group, &members).await?;
            done(work, group.id.0, group.version, &event).await
        })
        .await
}

/// Renames a group, or gives it other members.
pub async fn change_group(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: GroupId,
    version: Version,
    wanted: &GroupChange,
) -> Result<Act, Error> {
    let on = On {
        id: id.0,
        seen: version,
        once,
    };
    change(office, officer, on, async |work, group| {
        let fields = wanted.fields(&group.name, &group.name_ur)?;
        let changed = group.change(fields, wanted.members.clone());
        let (group, members, event) = changed.map_err(Error::refused)?;
        if let Some(members) = members {
            set_members(work, &group, &members).await?;
        }
        Ok((group, event))
    })
    .await
}

/// Offers a group no more.
pub async fn deactivate_group(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: GroupId,
    version: Version,
) -> Result<Act, Error> {
    let on = On {
        id: id.0,
        seen: version,
        once,
    };
    change(office, officer, on, async |work, group| {
        group.deactivate(work.now).map_err(Error::refused)
    })
    .await
}

/// Offers a group again.
pub async fn reactivate_group(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: GroupId,
    version: Version,
) -> Result<Act, Error> {
    let on = On {
        id: id.0,
        seen: version,
        once,
    };
    change(office, officer, on, async |_, group| {
        group.reactivate().map_err(Error::refused)
    })
    .await
}

async fn change(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    step: impl AsyncFn(&Work<'_>, Group) -> Result<(Group, Event), Error>,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let found = work.tx.addresses().group(GroupId(on.id)).await?;
            let group = found.ok_or(Error::NotFound)?;
            keeper(work, officer, group.unit, on.id).await?;
            expect(on.seen, group.version)?;
            let (group, event) = step(work, group).await?;
            work.tx.addresses().save_group(&group).await?;
            done(work, group.id.0, group.version, &event).await
        })
        .await
}

/// Gives a group its members. Everybody who sees the group sees them.
async fn set_members(work: &Work<'_>, group: &Group, members: &[Member]) -> Result<(), Error> {
    let addresses = work.tx.addresses();
    let reach = addresses.reach_of_unit(group.unit).await?;
    if !addresses.can_be_members(&reach, members).await? {
        return Err(Error::refused(AddressesRefusal::MemberUnknown));
    }
    Ok(addresses.set_members(group.id, members).await?)
}
