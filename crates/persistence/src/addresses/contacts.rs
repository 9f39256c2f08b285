//! Contacts.

use super::entities::contact;
use super::{Addresses, EntryFilter};
use crate::database::{Error, Page, from_json, parse, to_json};
use daftar_domain::addresses::{Contact, Reach};
use daftar_domain::drafting::{AddressBlock, Outside};
use daftar_domain::office::{ContactId, UnitId, Version, fold};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use std::collections::HashMap;
use uuid::Uuid;

const TABLE: &str = "contacts";

impl<C: ConnectionTrait> Addresses<'_, C> {
    /// One contact.
    pub async fn contact(&self, id: ContactId) -> Result<Option<Contact>, Error> {
        let row = contact::Entity::find_by_id(id.0).one(self.connection).await?;
        row.map(contact_from_row).transpose()
    }

    /// A page of the contacts that are seen, by name.
    pub async fn contacts(&self, reach: &Reach, filter: &EntryFilter<'_>) -> Result<Page<Contact>, Error> {
        let rows = contact::Entity::find()
            .filter(contact::Column::UnitId.is_in(ids(reach)))
            .filter(filter.condition())
            .order_by_asc(contact::Column::SortKey)
            .order_by_asc(contact::Column::Id)
            .limit(filter.limit + 1)
            .all(self.connection)
            .await?;
        let page = Page::cut(rows, filter.limit, |row: &contact::Model| {
            (row.sort_key.clone(), row.id)
        });
        Ok(Page {
            items: page.items.into_iter().map(contact_from_row).collect::<Result<_, _>>()?,
            next: page.next,
        })
    }

    /// The contacts among these that are seen.
    pub async fn contacts_among(
        &self,
        reach: &Reach,
        among: &[ContactId],
    ) -> Result<HashMap<ContactId, Contact>, Error> {
        let mut found = HashMap::new();
        // A database takes only so many parameters in one question.
        for some in among.chunks(500) {
            let rows = contact::Entity::find()
                .filter(contact::Column::UnitId.is_in(ids(reach)))
                .filter(contact::Column::Id.is_in(some.iter().map(|id| id.0)))
                .all(self.connection)
                .await?;
            for row in rows {
                found.insert(ContactId(row.id), contact_from_row(row)?);
            }
        }
        Ok(found)
    }

    /// Whether another contact that is seen has the same name and e-mail.
    pub async fn has_same_contact(&self, reach: &Reach, as_this: &Contact) -> Result<bool, Error> {
        let email = match &as_this.address.email {
            Some(email) => contact::Column::Email.eq(email.as_str()),
            None => contact::Column::Email.is_null(),
        };
        let count = contact::Entity::find()
            .filter(contact::Column::UnitId.is_in(ids(reach)))
            .filter(contact::Column::DeactivatedAt.is_null())
            .filter(contact::Column::SortKey.eq(sort_key(&as_this.address.name)))
            .filter(contact::Column::Id.ne(as_this.id.0))
            .filter(email)
            .count(self.connection)
            .await?;
        Ok(count > 0)
    }
}

impl Addresses<'_, DatabaseTransaction> {
    /// Writes a new contact.
    pub async fn insert_contact(&self, contact: &Contact) -> Result<(), Error> {
        row_from_contact(contact)?.insert(self.connection).await?;
        Ok(())
    }

    /// Writes a contact that was one version older.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody was faster.
    pub async fn save_contact(&self, contact: &Contact) -> Result<(), Error> {
        let done = contact::Entity::update_many()
            .set(row_from_contact(contact)?)
            .filter(contact::Column::Id.eq(contact.id.0))
            .filter(contact::Column::Version.eq(contact.version.0 - 1))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}

/// The units whose entries are seen.
pub(super) fn ids(reach: &Reach) -> impl Iterator<Item = Uuid> {
    reach.units().iter().map(|unit| unit.0)
}

/// What a list is ordered by.
pub(super) fn sort_key(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn search_text(address: &Outside) -> String {
    let urdu = address
        .ur
        .iter()
        .flat_map(|block| std::iter::once(&block.name).chain(&block.lines));
    let own = std::iter::once(&address.name).chain(&address.lines);
    let words: Vec<&str> = own.chain(urdu).chain(&address.email).map(String::as_str).collect();
    fold(&words.join(" "))
}

pub(super) fn contact_from_row(row: contact::Model) -> Result<Contact, Error> {
    let block = AddressBlock {
        name: row.name_ur,
        lines: from_json(TABLE, &row.lines_ur)?,
    };
    Ok(Contact {
        id: ContactId(row.id),
        unit: UnitId(row.unit_id),
        address: Outside {
            sort: parse(TABLE, &row.sort)?,
            name: row.name,
            lines: from_json(TABLE, &row.lines)?,
            email: row.email,
            ur: Some(block).filter(|block| !block.is_blank()),
        },
        phone: row.phone,
        deactivated_at: row.deactivated_at,
        version: Version(row.version),
    })
}

fn row_from_contact(contact: &Contact) -> Result<contact::ActiveModel, Error> {
    let address = &contact.address;
    let urdu = address.ur.clone().unwrap_or_default();
    Ok(contact::ActiveModel {
        id: Set(contact.id.0),
        unit_id: Set(contact.unit.0),
        sort: Set(address.sort.as_str().to_owned()),
        name: Set(address.name.clone()),
        lines: Set(to_json(TABLE, &address.lines)?),
        name_ur: Set(urdu.name),
        lines_ur: Set(to_json(TABLE, &urdu.lines)?),
        email: Set(address.email.clone()),
        phone: Set(contact.phone.clone()),
        sort_key: Set(sort_key(&address.name)),
        search_text: Set(search_text(address)),
        deactivated_at: Set(contact.deactivated_at),
        version: Set(contact.version.0),
    })
}
