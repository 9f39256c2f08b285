//! One request for every operation, made from the application's own description.

use crate::delegation::assisting_person;
use crate::files::act;
use crate::mail::{mail_with, taken};
use crate::organisation::add_person;
use crate::templates::{MOTTO, make};
use daftar_domain::office::PersonId;
use daftar_testing::{Authenticator, Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// A picture of one pixel.
pub(super) const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0,
    1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// An operation of the description.
pub(super) struct Operation {
    pub(super) id: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) wants_version: bool,
    pub(super) takes_bytes: bool,
    takes_json: bool,
}

/// Every operation below `/api/v1`, in the order of the description.
pub(super) fn operations() -> Vec<Operation> {
    let api: Value = serde_json::from_str(&daftar_api::openapi().to_json().unwrap()).unwrap();
    let mut found = Vec::new();
    for (path, item) in api["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let headers = operation["parameters"].as_array().cloned().unwrap_or_default();
            let content = &operation["requestBody"]["content"];
            found.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                wants_version: headers.iter().any(|header| header["name"] == "If-Match"),
                takes_bytes: content.get("application/octet-stream").is_some(),
                takes_json: content.get("application/json").is_some(),
            });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path).then(a.method.cmp(&b.method)));
    found
}

/// What the requests are about: a receipt marked to the section officer, a file on his desk, a unit, a post …
#[derive(Clone)]
pub(super) struct Sample {
    pub(super) receipt: String,
    /// A mail that waits in the registry of Finance.
    pub(super) mail: String,
    pub(super) file: String,
    /// A note on the file, of the section officer.
    pub(super) note: String,
    /// A draft on the file, of the section officer, and a change that was suggested for it.
    pub(super) communication: String,
    pub(super) remark: String,
    /// What is on its way; nothing unless an operation is about it.
    pub(super) dispatch: String,
    pub(super) document: String,
    /// An export of another file, of the section officer; nobody has made it yet.
    pub(super) export: String,
    pub(super) unit: String,
    pub(super) head: String,
    pub(super) post: String,
    pub(super) person: String,
    pub(super) charge: String,
    pub(super) passkey: String,
    /// Somebody who holds no post and assists the section officer.
    pub(super) assistant: PersonId,
    /// That somebody else does.
    pub(super) delegation: String,
    /// A contact and a group of the section officer's unit.
    pub(super) contact: String,
    pub(super) group: String,
    /// A template of the whole office.
    pub(super) template: String,
    pub(super) other_post: String,
    pub(super) other_person: String,
    /// Somebody without a post, whose sessions may end: nobody is asked in his name.
    leaver: String,
    /// An entry of the ledger that has its place.
    entry: String,
}

impl Sample {
    pub(super) async fn set_up(app: &TestApp) -> Self {
        let so = app.people.of(Persona::SectionOfficer);
        let ds = app.people.of(Persona::DeputySecretary);
        let officer = app.acting(Persona::SectionOfficer);
        let unit = so.unit.to_string();
        let head = json!({"code": "8", "title_en": "Releases", "title_ur": "اجراء"});
        let head = officer
            .post(&format!("/api/v1/units/{unit}/heads"), &head)
            .await
            .expect(201)
            .id();
        let file = json!({"head_id": head, "subject": "Release of funds", "classification": "restricted", "priority": "routine"});
        let file = officer.post("/api/v1/files", &file).await.expect(201).id();
        let note = note_on(app, &file).await;
        let (communication, remark) = draft_on(app, &file).await;
        let request = officer.request("POST", "/api/v1/documents?file_name=a.png");
        let request = request.header("Content-Type", "application/octet-stream").body(PNG);
        let document = officer.send(request).await.expect(201).id();
        let export = export_of(&officer, &head).await;
        let receipt = receipt(&so.post.to_string());
        let receipt = app
            .acting(Persona::Clerk)
            .post("/api/v1/receipts", &receipt)
            .await
            .expect(201)
            .id();
        let contact = contact_of(&officer, "The Deputy Commissioner, Multan").await.id();
        let group = group_of(&officer, &contact).await.id();
        let template = make(app, None, MOTTO).await.expect(201).id();
        let (helper, _) = assisting_person(app, "assistant").await;
        let (_, delegation) = assisting_person(app, "other.assistant").await;
        daftar_application::certificates::prepare(&app.office).await.unwrap();
        crate::ledger::take_up(app).await;
        let entries = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?limit=1").await;
        let entry = entries.expect(200).json["items"][0]["id"].as_str().unwrap().to_owned();
        Self {
            entry,
            receipt,
            mail: taken(app, mail_with("Sample", &[("a.png", PNG)])).await,
            file,
            note,
            communication,
            remark,
            dispatch: "00000000-0000-7000-8000-000000000000".to_owned(),
            document,
            export,
            unit,
            head,
            post: so.post.to_string(),
            person: so.person.to_string(),
            charge: so.charge.to_string(),
            passkey: passkey(&officer).await,
            assistant: helper,
            delegation,
            contact,
            group,
            template,
            other_post: ds.post.to_string(),
            // Not one who is asked after him: a second charge would need him to choose between two posts.
            other_person: app.people.of(Persona::Administrator).person.to_string(),
            leaver: add_person(app, "leaver").await.expect(201).id(),
        }
    }

    /// Ids of people and posts; nothing else exists yet.
    pub(super) fn nothing(app: &TestApp) -> Self {
        let nothing = || "00000000-0000-7000-8000-000000000000".to_owned();
        let so = app.people.of(Persona::SectionOfficer);
        Self {
            entry: nothing(),
            receipt: nothing(),
            mail: nothing(),
            file: nothing(),
            note: nothing(),
            communication: nothing(),
            remark: nothing(),
            dispatch: nothing(),
            document: nothing(),
            export: nothing(),
            unit: so.unit.to_string(),
            head: nothing(),
            post: so.post.to_string(),
            person: so.person.to_string(),
            charge: so.charge.to_string(),
            passkey: nothing(),
            assistant: PersonId(uuid::Uuid::nil()),
            delegation: nothing(),
            contact: nothing(),
            group: nothing(),
            template: nothing(),
            other_post: app.people.of(Persona::DeputySecretary).post.to_string(),
            other_person: app.people.of(Persona::Administrator).person.to_string(),
            leaver: nothing(),
        }
    }

    /// The operation's address with ids that exist.
    pub(super) fn address(&self, operation: &Operation) -> String {
        let nobody = "00000000-0000-7000-8000-000000000000";
        let id = match operation.path.split('/').nth(3).unwrap_or_default() {
            "receipts" => &self.receipt,
            "mails" => &self.mail,
            "files" => &self.file,
            "notes" => &self.note,
            "communications" => &self.communication,
            "dispatches" => &self.dispatch,
            "documents" => &self.document,
            "exports" => &self.export,
            "units" => &self.unit,
            "heads" => &self.head,
            "posts" => &self.post,
            "persons" if operation.id == "resetFactors" => &self.leaver,
            "persons" => &self.person,
            "charges" => &self.charge,
            "passkeys" => &self.passkey,
            "delegations" => &self.delegation,
            "contacts" => &self.contact,
            "address-groups" => &self.group,
            "templates" => &self.template,
            "me" if operation.path.contains("/passkeys/") => &self.passkey,
            "ledger" => &self.entry,
            _ => nobody,
        };
        let path = operation
            .path
            .replace("{id}", id)
            .replace("{n}", "1")
            .replace("{form}", "letter")
            .replace("{ordinal}", "1")
            .replace("{number}", "1")
            .replace("{remark_id}", &self.remark)
            .replace("{token}", "00000000000000000000000000000000")
            .replace("{sheet}", "units")
            .replace("{level}", "0")
            .replace("{index}", "000.p/1");
        let path = path.replace("{other_id}", nobody);
        match operation.id.as_str() {
            "uploadDocument" => format!("{path}?file_name=b.png"),
            "getIssueProof" => format!("{path}?preparation_id={nobody}"),
            "getLedgerConsistency" => format!("{path}?from=1&to=2"),
            "listSimilarFiles" => format!("{path}?subject=funds"),
            _ => path,
        }
    }

    /// A letter to a public body that the section officer is to sign.
    fn letter(&self, text: &str) -> Value {
        json!({
            "form": "letter", "languages": "en", "classification": "restricted", "priority": "routine",
            "addressees": [{"kind": "outside", "sort": "body", "name": "The Accountant General"}],
            "subject": {"en": "Release of funds"},
            "text": {"en": {"blocks": [crate::drafting::paragraph(text)]}},
            "signatory": self.post,
        })
    }

    /// A body that the operation understands; `None` where it takes none.
    pub(super) fn body(&self, operation: &Operation) -> Option<Value> {
        operation.takes_json.then(|| self.words(&operation.id))
    }

    fn words(&self, id: &str) -> Value {
        let note = json!({"paragraphs": [{"dir": "ltr", "spans": [{"text": "Submitted."}]}]});
        match id {
            "signIn" => json!({"user_name": "nobody", "password": "wrong-password"}),
            "updateMe" => json!({"language": "ur"}),
            "changePassword" => json!({"current_password": "wrong", "new_password": "a-long-new-passphrase-7"}),
            "checkSetUpLink" => json!({"token": "unknown"}),
            "acceptSetUpLink" => json!({"token": "unknown", "new_password": "a-long-new-passphrase-7"}),
            "finishSignIn" | "proveFactor" | "confirmTotp" => json!({"code": "000000"}),
            "signInWithPasskey" => {
                json!({"assertion": {"id": "AAAA", "client_data_json": "AAAA", "authenticator_data": "AAAA", "signature": "AAAA"}})
            }
            "enrolPasskey" => {
                json!({"name": "Key", "credential": {"client_data_json": "AAAA", "attestation_object": "AAAA", "transports": []}})
            }
            "renamePasskey" => json!({"name": "Renamed"}),
            "revokePasskey" | "resetFactors" => json!({"reason": "lost"}),
            "acknowledgeNotices" => json!({"up_to": "00000000-0000-7000-8000-000000000000"}),
            "createUnit" => {
                json!({"parent_id": self.unit, "kind": "section", "code": "NEW", "name_en": "New", "name_ur": "نیا"})
            }
            "updateUnit" | "updatePerson" => json!({"name_en": "Renamed"}),
            "createHead" => json!({"code": "9", "title_en": "Claims", "title_ur": "مطالبات"}),
            "updateHead" => json!({"title_en": "Releases of funds"}),
            "createPost" => {
                json!({"unit_id": self.unit, "code": "NEW-1", "title_en": "New", "title_ur": "نیا", "grade": 16, "roles": ["officer"]})
            }
            "updatePost" => json!({"title_en": "Renamed"}),
            "appoint" => json!({"person_id": self.other_person, "kind": "additional"}),
            "transferCharge" => json!({"to_person_id": self.other_person, "kind": "substantive"}),
            "giveDelegation" => json!({"person_id": self.leaver, "until": "2026-04-01T00:00:00Z"}),
            "createPerson" => json!({"user_name": "new.person", "name_en": "New", "name_ur": "نیا", "language": "en"}),
            "importOrganisation" => {
                json!({"dry_run": true, "units_csv": "code,parent_code,kind,name_en,name_ur,file_number_template\n"})
            }
            "diariseReceipt" => receipt(&self.post),
            "setMailAside" => json!({"reason": "duplicate"}),
            "correctReceipt" => json!({"subject": "Corrected"}),
            "markReceipt" => json!({"to_post_id": self.other_post, "action": "report", "copies": []}),
            "returnReceipt" => json!({"reason": "wrong_officer"}),
            "disposeReceipt" => json!({"reason": "no_action_needed"}),
            "reopenReceipt" | "reopenFile" => json!({"reason": "A reply came"}),
            "putReceiptOnFile" | "linkFile" => json!({"file_id": self.file}),
            "openFile" => {
                json!({"head_id": self.head, "subject": "Another", "classification": "restricted", "priority": "routine"})
            }
            "updateFile" => json!({"priority": "immediate"}),
            "saveDraftNote" => json!({"body": note}),
            "submitNote" | "prepareNote" => json!({"kind": "note", "body": note}),
            "draftCommunication" => json!({ "content": self.letter("Released.") }),
            "reviseCommunication" => json!({ "content": self.letter("Released today.") }),
            "remarkOnCommunication" => json!({"text_number": 1, "kind": "comment", "remark": "Please be brief."}),
            "decideSuggestion" => json!({"accept": true}),
            "approveCommunication" | "prepareApproval" => json!({"text_number": 1}),
            "withdrawCommunication" => json!({"remark": "Settled by telephone."}),
            "exportFile" => json!({"language": "en"}),
            "dispatchLetter" => json!({"channel": "post", "on": "2026-03-02"}),
            "acknowledgeDispatch" => json!({"on": "2026-03-02"}),
            "returnDispatch" => json!({"on": "2026-03-02", "reason": "Gone away"}),
            "createContact" => json!({"sort": "body", "name": "The Commissioner, Multan Division"}),
            "updateContact" => json!({"phone": "061-9200032"}),
            "createAddressGroup" => json!({"name": "Commissioners", "members": [{"kind": "post", "id": self.post}]}),
            "updateAddressGroup" => json!({"name": "All Commissioners"}),
            "createTemplate" => json!({"form": "letter", "unit": self.unit, "source": MOTTO}),
            "saveTemplateVersion" => json!({"source": format!("{MOTTO}// more"), "based_on": 1}),
            "putTemplateInForce" => json!({"number": 1}),
            "previewTemplate" => json!({"form": "letter", "language": "en", "sample": "issued", "source": MOTTO}),
            "findPublicIssue" => json!({"number": "F.8-1/2026-BUD/99", "code": "00000-00000"}),
            "trackReceipt" => json!({"number": "FD-99/2026", "code": "00000-00000"}),
            "addPaper" => json!({"document_id": self.document, "title": "A picture"}),
            "forwardFile" => json!({"to_post_id": self.other_post, "action": "for_orders"}),
            "returnFile" | "prepareReturn" => json!({"reason": "discuss"}),
            "parkFile" => json!({"until": "2026-04-01"}),
            "markDeskRead" => json!({"ids": []}),
            "putCopiesAway" => json!({"receipt_ids": []}),
            _ => json!({}),
        }
    }
}

/// The officer asks for an export of a new file of his.
async fn export_of(officer: &Client, head: &str) -> String {
    let file = json!({"head_id": head, "subject": "Exported", "classification": "restricted", "priority": "routine"});
    let file = officer.post("/api/v1/files", &file).await.expect(201).id();
    let path = format!("/api/v1/files/{file}/exports");
    officer.post(&path, &json!({"language": "en"})).await.expect(202).id()
}

/// The section officer drafts a letter on a file that is on his desk, and suggests a change of it.
pub(super) async fn draft_on(app: &TestApp, file: &str) -> (String, String) {
    let officer = app.acting(Persona::SectionOfficer);
    let id = crate::drafting::letter_on(app, file).await;
    let client = crate::drafting::at(&officer, &id).await;
    let path = format!("/api/v1/communications/{id}/remarks");
    let change = json!({
        "language": "en", "block": 1, "before": crate::drafting::paragraph("Second."),
        "after": crate::drafting::paragraph("Better."),
    });
    let suggestion = json!({"text_number": 1, "kind": "suggestion", "suggestion": change});
    let _ = client.post(&path, &suggestion).await.expect(200);
    let remarks = officer.get(&path).await.expect(200).json;
    let remark = remarks["items"][0]["id"].as_str().unwrap().to_owned();
    (id, remark)
}

/// Somebody keeps an address in the book of his unit.
pub(super) async fn contact_of(keeper: &Client, name: &str) -> Reply {
    let body = json!({"sort": "body", "name": name});
    keeper.post("/api/v1/contacts", &body).await.expect(201)
}

/// Somebody makes a group of one contact.
pub(super) async fn group_of(keeper: &Client, contact: &str) -> Reply {
    let body = json!({"name": "Deputy Commissioners", "members": [{"kind": "contact", "id": contact}]});
    keeper.post("/api/v1/address-groups", &body).await.expect(201)
}

/// The section officer writes a note on a file that is on his desk.
pub(super) async fn note_on(app: &TestApp, file: &str) -> String {
    let note = json!({"kind": "note", "body": crate::files::body(&["Under examination."])});
    act(app, Persona::SectionOfficer, file, "notes", note).await.expect(200);
    let notes = app
        .acting(Persona::SectionOfficer)
        .get(&format!("/api/v1/files/{file}/notes"))
        .await;
    notes.expect(200).json["items"][0]["id"].as_str().unwrap().to_owned()
}

/// A passkey of the section officer, which waits for approval.
async fn passkey(officer: &Client) -> String {
    let options = officer
        .post("/api/v1/me/passkeys/options", &json!({}))
        .await
        .expect(200);
    let credential = Authenticator::new(1).register(&options.json, None);
    let body = json!({"name": "Laptop", "credential": credential});
    officer.post("/api/v1/me/passkeys", &body).await.expect(201).id()
}

fn receipt(to_post: &str) -> Value {
    json!({
        "received_on": "2026-03-02", "mode": "post", "sender_name": "Accountant General", "subject": "Reconciliation",
        "language": "en", "classification": "restricted", "priority": "routine", "document_ids": [],
        "mark": {"to_post_id": to_post, "action": "necessary_action", "copies": []},
    })
}
