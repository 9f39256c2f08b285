//! The address book of the demonstration: whom all its units write to, kept at the top.

use crate::demo::staff::{CONTACTS, ContactRow, rows};
use daftar_application::addresses::{ContactChange, GroupChange, create_contact, create_group};
use daftar_application::{Error, Office};
use daftar_domain::access::Officer;
use daftar_domain::addresses::Member;
use daftar_domain::office::ContactId;

/// Keeps the contacts of the sheet, and a group of those that belong to one.
pub(super) async fn keep(office: &Office, administrator: &Officer) -> Result<(), Error> {
    let contacts: Vec<ContactRow> = rows(CONTACTS).map_err(|error| Error::Internal(error.to_string()))?;
    let mut commissioners = Vec::new();
    for row in contacts {
        let is_commissioner = row.group == "commissioners";
        let act = create_contact(office, administrator, None, &contact(row)).await?;
        if is_commissioner {
            commissioners.push(Member::Contact(ContactId(act.id)));
        }
    }
    let group = GroupChange {
        name: Some("All Commissioners".to_owned()),
        name_ur: Some("تمام کمشنر صاحبان".to_owned()),
        members: Some(commissioners),
    };
    create_group(office, administrator, None, &group).await?;
    Ok(())
}

fn contact(row: ContactRow) -> ContactChange {
    let lines = |text: &str| text.split('|').map(str::to_owned).collect();
    ContactChange {
        sort: Some(row.sort),
        lines: Some(lines(&row.lines)),
        lines_ur: Some(lines(&row.lines_ur)),
        name: Some(row.name),
        name_ur: Some(row.name_ur),
        email: Some(Some(row.email)),
        phone: Some(row.phone),
    }
}
