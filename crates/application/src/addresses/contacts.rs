//! Contacts.

use super::EntryList;
use super::common::{On, expect, keeper, may_change, own_book, owner_of, owners, readable, reader};
use crate::office::{Error, Idempotency, Office, Work};
use crate::organisation::{UnitRef, done, fields};
use daftar_domain::access::Officer;
use daftar_domain::addresses::{Contact, ContactFields, Reach};
use daftar_domain::drafting::{AddressBlock, Outside, OutsideKind};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, ContactId, Version, Warning};
use daftar_persistence::Page;

/// A contact as its readers see it.
#[derive(Debug, Clone)]
pub struct ContactView {
    /// The contact.
    pub contact: Contact,
    /// The unit that keeps it.
    pub owner: UnitRef,
    /// Whether the acting post may change it.
    pub can_change: bool,
}

/// What is to change about a contact, or be said of a new one; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct ContactChange {
    /// What he is.
    pub sort: Option<OutsideKind>,
    /// The first line.
    pub name: Option<String>,
    /// The lines below it.
    pub lines: Option<Vec<String>>,
    /// The first line in Urdu; empty for the same.
    pub name_ur: Option<String>,
    /// The lines below it in Urdu.
    pub lines_ur: Option<Vec<String>>,
    /// Where e-mail reaches him; `Some(None)` takes it away.
    pub email: Option<Option<String>>,
    /// His telephone.
    pub phone: Option<String>,
}

impl ContactChange {
    /// The fields after the change.
    fn applied_to(&self, before: ContactFields) -> Result<ContactFields, Error> {
        let address = before.address;
        let urdu = address.ur.unwrap_or_default();
        let urdu = AddressBlock {
            name: self.name_ur.clone().unwrap_or(urdu.name),
            lines: self.lines_ur.clone().unwrap_or(urdu.lines),
        };
        let address = Outside {
            sort: self.sort.unwrap_or(address.sort),
            name: self.name.clone().unwrap_or(address.name),
            lines: self.lines.clone().unwrap_or(address.lines),
            email: self.email.clone().unwrap_or(address.email),
            ur: Some(urdu),
        };
        let phone = self.phone.as_ref().unwrap_or(&before.phone);
        ContactFields::check(address, phone).map_err(fields)
    }
}

/// The contacts of the own unit and of those above it, by name.
pub async fn list_contacts(office: &Office, officer: &Officer, list: &EntryList) -> Result<Page<ContactView>, Error> {
    let reach = reader(office, officer).await?;
    let page = office.database().addresses().contacts(&reach, &list.filter()?).await?;
    let views = views(office, officer, &reach, page.items).await?;
    Ok(Page {
        items: views,
        next: page.next,
    })
}

/// One contact.
pub async fn get_contact(office: &Office, officer: &Officer, id: ContactId) -> Result<ContactView, Error> {
    let found = office.database().addresses().contact(id).await?;
    let contact = found.ok_or(Error::NotFound)?;
    let reach = office.database().addresses().reach(officer).await?;
    readable(officer, &reach, contact.unit, id.0)?;
    let mut views = views(office, officer, &reach, vec![contact]).await?;
    views.pop().ok_or(Error::NotFound)
}

/// Contacts as the officer sees them.
pub(super) async fn views(
    office: &Office,
    officer: &Officer,
    reach: &Reach,
    contacts: Vec<Contact>,
) -> Result<Vec<ContactView>, Error> {
    let owners = owners(office, contacts.iter().map(|contact| contact.unit)).await?;
    let view = |contact: Contact| {
        Ok(ContactView {
            owner: owner_of(&owners, contact.unit)?,
            can_change: may_change(officer, reach, contact.unit),
            contact,
        })
    };
    contacts.into_iter().map(view).collect()
}

/// Keeps an address in the book of the own unit. A second one of the same name and e-mail is kept too, with a warning.
pub async fn create_contact(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &ContactChange,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let reach = own_book(work, officer).await?;
            let checked = new.applied_to(blank())?;
            let (contact, event) = Contact::add(work.new_id(), reach.own(), checked);
            work.tx.addresses().insert_contact(&contact).await?;
            kept(work, &reach, &contact, &event).await
        })
        .await
}

/// What a new contact says before anything is filled in.
fn blank() -> ContactFields {
    ContactFields {
        address: Outside {
            sort: OutsideKind::Body,
            name: String::new(),
            lines: Vec::new(),
            email: None,
            ur: None,
        },
        phone: String::new(),
    }
}

/// Corrects a contact. What was drafted or issued keeps the address as it was.
pub async fn change_contact(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: ContactId,
    seen: Version,
    wanted: &ContactChange,
) -> Result<Act, Error> {
    let on = On { id: id.0, seen, once };
    change(office, officer, on, async |_, contact| {
        let checked = wanted.applied_to(contact.fields())?;
        contact.change(checked).map_err(Error::refused)
    })
    .await
}

/// Offers a contact no more.
pub async fn deactivate_contact(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: ContactId,
    seen: Version,
) -> Result<Act, Error> {
    let on = On { id: id.0, seen, once };
    change(office, officer, on, async |work, contact| {
        contact.deactivate(work.now).map_err(Error::refused)
    })
    .await
}

/// Offers a contact again.
pub async fn reactivate_contact(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: ContactId,
    seen: Version,
) -> Result<Act, Error> {
    let on = On { id: id.0, seen, once };
    change(office, officer, on, async |_, contact| {
        contact.reactivate().map_err(Error::refused)
    })
    .await
}

async fn change(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    step: impl AsyncFn(&Work<'_>, Contact) -> Result<(Contact, Event), Error>,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let found = work.tx.addresses().contact(ContactId(on.id)).await?;
            let contact = found.ok_or(Error::NotFound)?;
            let reach = keeper(work, officer, contact.unit, on.id).await?;
            expect(on.seen, contact.version)?;
            let (contact, event) = step(work, contact).await?;
            work.tx.addresses().save_contact(&contact).await?;
            kept(work, &reach, &contact, &event).await
        })
        .await
}

/// Records the event, and says where another contact is the same.
async fn kept(work: &Work<'_>, reach: &Reach, contact: &Contact, event: &Event) -> Result<Act, Error> {
    let act = done(work, contact.id.0, contact.version, event).await?;
    let offered = contact.deactivated_at.is_none();
    let same = offered && work.tx.addresses().has_same_contact(reach, contact).await?;
    Ok(Act {
        warnings: same.then_some(Warning::SameContact).into_iter().collect(),
        ..act
    })
}
