//! What anybody may ask, with what is printed on a letter and on an acknowledgement.

use super::{Ready, Workshop};
use crate::access::requests::Operation;
use crate::drafting::issue::{approved, issue};
use crate::ledger::texts;
use serde_json::json;

impl Workshop<'_> {
    pub(super) async fn of_anybody(&self, operation: &Operation) -> Ready {
        let body = if operation.id == "findPublicIssue" {
            let letter = approved(self.app, &self.file().await).await;
            let number = issue(self.app, &letter).await.expect(200).json["number"].clone();
            let code = texts(self.app, "SELECT code FROM issues ORDER BY id DESC").await;
            json!({"number": number, "code": code[0]})
        } else {
            let receipt = self.receipt().await.id();
            let receipt = self
                .clerk()
                .get(&format!("/api/v1/receipts/{receipt}"))
                .await
                .expect(200)
                .json;
            json!({"number": receipt["diary_number"], "code": receipt["tracking_code"]})
        };
        Ready {
            client: self.app.anonymous(),
            address: operation.path.clone(),
            body: Some(body),
        }
    }
}
