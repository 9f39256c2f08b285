//! Persons, one by one.

use super::Organisation;
use super::entities::person;
use crate::database::{Error, parse};
use daftar_domain::office::{PersonId, Version};
use daftar_domain::organisation::Person;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// A person, if there is such a one.
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, Error> {
        let row = person::Entity::find_by_id(id.0).one(self.connection).await?;
        row.map(person_from_row).transpose()
    }

    /// The person with a user name, as folded by the domain.
    pub async fn person_by_user_name(&self, user_name: &str) -> Result<Option<Person>, Error> {
        let row = person::Entity::find()
            .filter(person::Column::UserName.eq(user_name))
            .one(self.connection)
            .await?;
        row.map(person_from_row).transpose()
    }

    /// Every person, deactivated ones too.
    pub async fn all_persons(&self) -> Result<Vec<Person>, Error> {
        let rows = person::Entity::find().all(self.connection).await?;
        rows.into_iter().map(person_from_row).collect()
    }
}

impl Organisation<'_, DatabaseTransaction> {
    /// Adds a person.
    pub async fn insert_person(&self, person: &Person) -> Result<(), Error> {
        row_from_person(person).insert(self.connection).await?;
        Ok(())
    }

    /// Saves a person who was one version older.
    pub async fn save_person(&self, person: &Person) -> Result<(), Error> {
        let done = person::Entity::update_many()
            .set(row_from_person(person))
            .filter(person::Column::Id.eq(person.id.0))
            .filter(person::Column::Version.eq(person.version.0 - 1))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}

pub(super) fn person_from_row(row: person::Model) -> Result<Person, Error> {
    Ok(Person {
        id: PersonId(row.id),
        user_name: row.user_name,
        name_en: row.name_en,
        name_ur: row.name_ur,
        email: row.email,
        language: parse("persons", &row.language)?,
        deactivated_at: row.deactivated_at,
        version: Version(row.version),
    })
}

fn row_from_person(person: &Person) -> person::ActiveModel {
    person::ActiveModel {
        id: Set(person.id.0),
        user_name: Set(person.user_name.clone()),
        name_en: Set(person.name_en.clone()),
        name_ur: Set(person.name_ur.clone()),
        email: Set(person.email.clone()),
        language: Set(person.language.as_str().to_owned()),
        deactivated_at: Set(person.deactivated_at),
        version: Set(person.version.0),
    }
}
