//! For each operation that changes something: makes what it needs, so that it succeeds.

mod enquiry;
mod factors;

use super::requests::{Operation, Sample, contact_of, draft_on, group_of};
use crate::correspondence::{entry, entry_with, to as marked_to};
use crate::delegation::{assistant, assisting};
use crate::dispatch::on_its_way;
use crate::drafting::issue::approved;
use crate::drafting::{at as at_draft, hand_on};
use crate::files::{act, at, new_file, to};
use crate::identity::{OTHER, PASSWORD, cookie, give_password, sign_in, with_token};
use crate::mail::{mail_with, taken};
use crate::organisation::{add_person, add_post, add_unit};
use crate::templates::{MOTTO, TEMPLATES};
use daftar_testing::{Client, Persona, Reply, TestApp};
use serde_json::{Value, json};

/// A request that succeeds.
pub(super) struct Ready {
    pub(super) client: Client,
    pub(super) address: String,
    pub(super) body: Option<Value>,
}

/// Everything that is made here has a name of its own.
pub(super) struct Workshop<'a> {
    pub(super) app: &'a TestApp,
    pub(super) base: &'a Sample,
    pub(super) number: usize,
}

impl Workshop<'_> {
    fn admin(&self) -> Client {
        self.app.acting(Persona::Administrator)
    }

    fn officer(&self) -> Client {
        self.app.acting(Persona::SectionOfficer)
    }

    fn clerk(&self) -> Client {
        self.app.acting(Persona::Clerk)
    }

    /// A new file on the desk of the section officer.
    async fn file(&self) -> String {
        let made = self.officer().post("/api/v1/files", &new_file(&self.base.head)).await;
        made.expect(201).id()
    }

    /// A file after one more step of the section officer.
    async fn file_after(&self, what: &str, body: Value) -> String {
        let file = self.file().await;
        let done = act(self.app, Persona::SectionOfficer, &file, what, body).await;
        assert!(done.status < 300, "{done:?}");
        file
    }

    async fn file_with_the_deputy(&self) -> String {
        self.file_after("movements", to(self.app, Persona::DeputySecretary))
            .await
    }

    async fn receipt(&self) -> Reply {
        self.clerk()
            .post("/api/v1/receipts", &entry("Prepared"))
            .await
            .expect(201)
    }

    async fn receipt_of_the_officer(&self) -> Reply {
        let body = entry_with(&json!({ "mark": marked_to(self.app, Persona::SectionOfficer) }));
        self.clerk().post("/api/v1/receipts", &body).await.expect(201)
    }

    async fn accepted(&self) -> Reply {
        let receipt = self.receipt_of_the_officer().await;
        let path = format!("/api/v1/receipts/{}/acceptance", receipt.id());
        self.officer()
            .if_match(&receipt.etag())
            .post(&path, &json!({}))
            .await
            .expect(200)
    }

    async fn head(&self) -> Reply {
        let body = json!({"code": format!("P{}", self.number), "title_en": "Prepared", "title_ur": "تیار"});
        let path = format!("/api/v1/units/{}/heads", self.base.unit);
        self.officer().post(&path, &body).await.expect(201)
    }

    async fn unit(&self) -> Reply {
        add_unit(self.app, &self.base.unit, &format!("UNIT-{}", self.number))
            .await
            .expect(201)
    }

    async fn post(&self) -> Reply {
        add_post(self.app, &self.base.unit, &format!("POST-{}", self.number))
            .await
            .expect(201)
    }

    /// A post with a new person in it.
    async fn held_post(&self) -> Reply {
        let post = self.post().await;
        let body = json!({"person_id": self.person().await.id(), "kind": "additional"});
        let path = format!("/api/v1/posts/{}", post.id());
        let _ = self
            .admin()
            .if_match(&post.etag())
            .post(&format!("{path}/charges"), &body)
            .await
            .expect(201);
        self.admin().get(&path).await.expect(200)
    }

    async fn person(&self) -> Reply {
        add_person(self.app, &format!("person.{}", self.number))
            .await
            .expect(201)
    }

    /// The token of a new person's set-up link.
    async fn token(&self) -> String {
        let path = format!("/api/v1/persons/{}/set-up-link", self.person().await.id());
        let admin = self.admin();
        let link = admin.send(admin.request("POST", &path)).await.expect(201);
        link.json["url_path"]
            .as_str()
            .unwrap()
            .split_once('#')
            .unwrap()
            .1
            .to_owned()
    }

    /// A session of somebody who has nothing else to do here.
    async fn session(&self) -> Reply {
        give_password(self.app, Persona::LawClerk, false).await;
        sign_in(self.app, "clerk.law", PASSWORD).await.expect(200)
    }

    /// The request of an operation.
    pub(super) async fn ready(&self, operation: &Operation) -> Ready {
        let mut sample = self.base.clone();
        let path = operation.path.strip_prefix("/api/v1/").unwrap();
        let client = match path.split('/').next().unwrap() {
            "files" => self.on_a_file(&operation.id, &mut sample).await,
            "communications" => self.on_a_draft(&operation.id, &mut sample).await,
            "contacts" | "address-groups" => self.on_an_entry(&operation.id, &mut sample).await,
            "receipts" => self.on_a_receipt(&operation.id, &mut sample).await,
            "dispatches" => self.on_a_dispatch(&operation.id, &mut sample).await,
            "session" | "sessions" | "me" | "set-up" => {
                return match self.of_factors(operation).await {
                    Some(ready) => ready,
                    None => self.of_a_session(operation).await,
                };
            }
            "templates" if operation.id != "createTemplate" => self.on_a_template(&operation.id, &mut sample).await,
            "mails" => self.on_a_mail(&operation.id, &mut sample).await,
            "desk" | "documents" => self.officer(),
            "ledger" => self.app.acting(Persona::Auditor),
            "public" => return self.of_anybody(operation).await,
            _ => self.of_the_organisation(&operation.id, &mut sample).await,
        };
        let mut ready = Ready {
            address: sample.address(operation),
            body: sample.body(operation),
            client,
        };
        self.finish(&operation.id, &mut ready).await;
        ready
    }

    /// What is not said by ids alone.
    async fn finish(&self, id: &str, ready: &mut Ready) {
        match id {
            "linkFile" => ready.body = Some(json!({ "file_id": self.base.file })),
            "unlinkFile" => {
                let linked = ready.address.split("/links/").next().unwrap();
                ready.address = format!("{linked}/links/{}", self.base.file);
            }
            "importOrganisation" => {
                let units = format!(
                    "code,parent_code,kind,name_en,name_ur,file_number_template\nIMPORT-{},FD,section,New,نیا,\n",
                    self.number
                );
                ready.body = Some(json!({"dry_run": false, "units_csv": units}));
            }
            "putCopiesAway" => {
                let mut mark = marked_to(self.app, Persona::DeputySecretary);
                let post = &self.base.post;
                mark["copies"] = json!([{ "post_id": post, "action": "information" }]);
                let receipt = entry_with(&json!({ "mark": mark }));
                let receipt = self.clerk().post("/api/v1/receipts", &receipt).await.expect(201).id();
                ready.body = Some(json!({ "receipt_ids": [receipt] }));
            }
            "appoint" | "transferCharge" => {
                let other = Workshop {
                    number: self.number + 1000,
                    ..*self
                };
                let field = if id == "appoint" { "person_id" } else { "to_person_id" };
                ready.body.as_mut().unwrap()[field] = json!(other.person().await.id());
            }
            _ => {}
        }
    }

    async fn on_a_file(&self, id: &str, sample: &mut Sample) -> Client {
        let officer = Persona::SectionOfficer;
        let (who, file) = match id {
            "recordOpening" | "returnFile" | "prepareReturn" => {
                (Persona::DeputySecretary, self.file_with_the_deputy().await)
            }
            "pullBackFile" => (officer, self.file_with_the_deputy().await),
            "reopenFile" => (officer, self.file_after("closure", json!({})).await),
            "resumeFile" => (
                officer,
                self.file_after("parking", json!({"until": "2026-04-01"})).await,
            ),
            "unlinkFile" => (
                officer,
                self.file_after("links", json!({ "file_id": self.base.file })).await,
            ),
            "mergePart" => {
                let main = self.file().await;
                (
                    officer,
                    act(self.app, officer, &main, "parts", json!({})).await.expect(201).id(),
                )
            }
            _ => (officer, self.file().await),
        };
        sample.file = file;
        let draft = format!("/api/v1/files/{}/draft-note", sample.file);
        match id {
            "openFile" => self.officer(),
            "saveDraftNote" => self.officer().if_match("\"0\""),
            "putUpDraftNote" => self.with_a_draft(&draft).await,
            "discardDraftNote" => {
                let text = json!({ "body": crate::files::body(&["Under examination."]) });
                let saved = self.officer().if_match("\"0\"").put(&draft, &text).await.expect(200);
                self.officer().if_match(&saved.etag())
            }
            _ => at(self.app, who, &sample.file).await,
        }
    }

    /// An assistant of the section officer, with the version of the draft that he has begun.
    async fn with_a_draft(&self, draft: &str) -> Client {
        let assistant = assisting(self.app, Persona::SectionOfficer, Persona::LawOfficer).await;
        let text = json!({ "body": crate::files::body(&["Under examination."]) });
        let saved = assistant.if_match("\"0\"").put(draft, &text).await.expect(200);
        assistant.if_match(&saved.etag())
    }

    /// A draft on a new file, on the desk of the section officer, or of the deputy who approves it.
    async fn on_a_draft(&self, id: &str, sample: &mut Sample) -> Client {
        sample.file = self.file().await;
        (sample.communication, sample.remark) = draft_on(self.app, &sample.file).await;
        let who = match id {
            "issueCommunication" | "prepareIssue" => {
                sample.communication = approved(self.app, &sample.file).await;
                Persona::SectionOfficer
            }
            "approveCommunication" | "prepareApproval" => {
                hand_on(
                    self.app,
                    &sample.file,
                    Persona::SectionOfficer,
                    Persona::DeputySecretary,
                )
                .await;
                Persona::DeputySecretary
            }
            _ => Persona::SectionOfficer,
        };
        at_draft(&self.app.acting(who), &sample.communication).await
    }

    /// A mail that waits, or that was set aside.
    async fn on_a_mail(&self, id: &str, sample: &mut Sample) -> Client {
        sample.mail = taken(self.app, mail_with(&format!("Prepared {}", self.number), &[])).await;
        if id != "bringMailBack" {
            return self.clerk().if_match("\"1\"");
        }
        let (clerk, path) = (self.clerk(), format!("/api/v1/mails/{}/setting-aside", sample.mail));
        let aside = clerk
            .if_match("\"1\"")
            .post(&path, &json!({"reason": "duplicate"}))
            .await;
        clerk.if_match(&aside.expect(200).etag())
    }

    /// Something on its way from a new file, at the step that the operation wants.
    async fn on_a_dispatch(&self, id: &str, sample: &mut Sample) -> Client {
        let (dispatch, version) = on_its_way(self.app, &self.base.head, id).await;
        sample.dispatch = dispatch;
        self.clerk().if_match(&version)
    }

    async fn on_a_receipt(&self, id: &str, sample: &mut Sample) -> Client {
        let (client, receipt) = match id {
            "diariseReceipt" => return self.clerk(),
            "acceptReceipt" | "returnReceipt" => (self.officer(), self.receipt_of_the_officer().await),
            "disposeReceipt" | "putReceiptOnFile" => (self.officer(), self.accepted().await),
            "reopenReceipt" => {
                let receipt = self.receipt().await;
                let path = format!("/api/v1/receipts/{}/disposal", receipt.id());
                let clerk = self.clerk().if_match(&receipt.etag());
                let disposed = clerk.post(&path, &json!({"reason": "duplicate"})).await.expect(200);
                (self.clerk(), disposed)
            }
            _ => (self.clerk(), self.receipt().await),
        };
        sample.receipt = receipt.id();
        client.if_match(&receipt.etag())
    }

    /// A template that was made for this one request, in a unit of its own.
    async fn on_a_template(&self, id: &str, sample: &mut Sample) -> Client {
        let admin = self.admin();
        let unit = add_unit(self.app, &self.base.unit, &format!("TPL{}", self.number))
            .await
            .expect(201)
            .id();
        let body = json!({"form": "letter", "unit": unit, "source": MOTTO});
        let mut made = admin.post(TEMPLATES, &body).await.expect(201);
        sample.template = made.id();
        if id == "withdrawTemplate" {
            let path = format!("{TEMPLATES}/{}/enforcement", sample.template);
            made = admin
                .if_match(&made.etag())
                .post(&path, &json!({"number": 1}))
                .await
                .expect(200);
        }
        admin.if_match(&made.etag())
    }

    /// A contact and a group that were made for this one request.
    async fn on_an_entry(&self, id: &str, sample: &mut Sample) -> Client {
        let officer = self.officer();
        let contact = contact_of(&officer, &format!("Contact {}", self.number)).await;
        let group = group_of(&officer, &contact.id()).await;
        let (path, made) = match id {
            "updateContact" | "deactivateContact" | "reactivateContact" => ("contacts", contact),
            _ => ("address-groups", group),
        };
        if path == "contacts" {
            sample.contact = made.id();
        } else {
            sample.group = made.id();
        }
        let mut version = made.etag();
        if id.starts_with("reactivate") {
            let path = format!("/api/v1/{path}/{}/deactivation", made.id());
            version = officer
                .if_match(&version)
                .post(&path, &json!({}))
                .await
                .expect(200)
                .etag();
        }
        officer.if_match(&version)
    }

    async fn of_the_organisation(&self, id: &str, sample: &mut Sample) -> Client {
        let admin = self.admin();
        match id {
            "createHead" | "giveDelegation" => self.officer(),
            "endDelegation" => {
                let body = assistant(self.app, self.person().await.id());
                let given = self.officer().post("/api/v1/delegations", &body).await.expect(201);
                sample.delegation = given.id();
                self.officer()
            }
            "updateHead" | "closeHead" => {
                let head = self.head().await;
                sample.head = head.id();
                self.officer().if_match(&head.etag())
            }
            "updateUnit" | "closeUnit" => {
                let unit = self.unit().await;
                sample.unit = unit.id();
                admin.if_match(&unit.etag())
            }
            "updatePost" | "abolishPost" | "appoint" => {
                let post = self.post().await;
                sample.post = post.id();
                admin.if_match(&post.etag())
            }
            "transferCharge" | "endCharge" => {
                let post = self.held_post().await;
                sample.post = post.id();
                post.json["holder"]["charge_id"]
                    .as_str()
                    .unwrap()
                    .clone_into(&mut sample.charge);
                admin.if_match(&post.etag())
            }
            "approvePasskey" | "revokePasskey" => {
                sample.passkey = self.waiting_passkey().await.1;
                admin.if_match("\"1\"")
            }
            "updatePerson" | "deactivatePerson" | "issueSetUpLink" | "reactivatePerson" => {
                let mut person = self.person().await;
                if id == "reactivatePerson" {
                    let path = format!("/api/v1/persons/{}/deactivation", person.id());
                    person = admin.if_match(&person.etag()).post(&path, &json!({})).await.expect(200);
                }
                sample.person = person.id();
                admin.if_match(&person.etag())
            }
            _ => admin,
        }
    }

    /// Requests about one's own account.
    async fn of_a_session(&self, operation: &Operation) -> Ready {
        let session = self.session().await;
        let (mut client, mut address) = (with_token(self.app, &session), operation.path.clone());
        let body = match operation.id.as_str() {
            "signIn" => Some(json!({"user_name": "clerk.law", "password": PASSWORD})),
            "refreshSession" => {
                let sent = format!("daftar_refresh={}", cookie(&session));
                client = self.app.anonymous().with("X-Daftar", "1").with("Cookie", &sent);
                None
            }
            "revokeSession" => {
                let sessions = client.get("/api/v1/sessions").await.expect(200).json;
                address = address.replace("{id}", sessions["items"][0]["id"].as_str().unwrap());
                None
            }
            "changePassword" => Some(json!({"current_password": PASSWORD, "new_password": OTHER})),
            "acceptSetUpLink" => Some(json!({"token": self.token().await, "new_password": OTHER})),
            "checkSetUpLink" => Some(json!({ "token": self.token().await })),
            "updateMe" => Some(json!({"language": "ur"})),
            _ => None,
        };
        Ready { client, address, body }
    }
}
