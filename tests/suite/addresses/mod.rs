//! The address book over HTTP: contacts, groups, and who sees whose.

mod contacts;
mod groups;
mod letters;
mod sight;

use daftar_testing::{Client, Reply};
use serde_json::{Value, json};

const CONTACTS: &str = "/api/v1/contacts";
const GROUPS: &str = "/api/v1/address-groups";

/// The Deputy Commissioner of a district, in both languages.
fn deputy_commissioner(district: &str, urdu: &str) -> Value {
    json!({
        "sort": "body", "name": "The Deputy Commissioner", "lines": [district], "name_ur": "ڈپٹی کمشنر",
        "lines_ur": [urdu], "email": format!("dc@{}.example.gov.pk", district.to_lowercase()), "phone": "061-9200032",
    })
}

/// Keeps an address of this name.
async fn keep(client: &Client, name: &str) -> Reply {
    let body = json!({"sort": "body", "name": name});
    client.post(CONTACTS, &body).await.expect(201)
}

fn contact(id: &str) -> Value {
    json!({"kind": "contact", "id": id})
}

/// Makes a group of these members.
async fn group(client: &Client, name: &str, members: &[Value]) -> Reply {
    client.post(GROUPS, &json!({"name": name, "members": members})).await
}

/// The names of a list.
async fn names(client: &Client, path: &str) -> Vec<String> {
    let page = client.get(path).await.expect(200).json;
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// Sends an act on an entry at its present version.
async fn act(client: &Client, path: &str, what: &str) -> Reply {
    let etag = client.get(path).await.expect(200).etag();
    client.if_match(&etag).post(&format!("{path}/{what}"), &json!({})).await
}
