//! A token for one thing is good for nothing else: every operation is tried with every kind.

use super::{enrol_phone, strict_office};
use crate::access::every_operation;
use crate::identity::{PASSWORD, give_password, sign_in, with_token};
use daftar_testing::{Client, Persona};
use std::collections::BTreeSet;

/// Operations that ask for no token.
const PUBLIC: &[&str] = &[
    "acceptSetUpLink",
    "checkSetUpLink",
    "downloadPublicIssue",
    "findPublicIssue",
    "getCheckpoint",
    "getHealth",
    "getIssuingCertificate",
    "getKeys",
    "getMetrics",
    "getPasskeySignInChallenge",
    "getPublicIssue",
    "getReadiness",
    "getRevocationList",
    "getRootCertificate",
    "getRootRevocationList",
    "getTile",
    "refreshSession",
    "signIn",
    "signInWithPasskey",
    "trackReceipt",
];

/// The operations that do not say 401 to a client.
async fn open_to(app: &daftar_testing::TestApp, client: &Client) -> BTreeSet<String> {
    let answers = every_operation(app, client).await.into_iter();
    let open = answers.filter(|(id, status)| *status != 401 && !PUBLIC.contains(&id.as_str()));
    open.map(|(id, _)| id).collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[tokio::test]
async fn a_token_for_one_thing_is_good_for_nothing_else() {
    let app = strict_office().await;
    give_password(&app, Persona::SectionOfficer, false).await;
    let enrolment = sign_in(&app, "so.budget", PASSWORD).await.expect(200);
    assert_eq!(enrolment.json["token_kind"], "enrolment");
    let enrolling = with_token(&app, &enrolment);
    let expected = names(&[
        "confirmTotp",
        "enrolPasskey",
        "getMyFactors",
        "getPasskeyRequest",
        "offerTotp",
        "removeTotp",
        "renamePasskey",
        "renewRecoveryCodes",
        "revokeMyPasskey",
    ]);
    assert_eq!(open_to(&app, &enrolling).await, expected);

    enrol_phone(&app, &enrolling).await;
    let half = sign_in(&app, "so.budget", PASSWORD).await.expect(200);
    assert_eq!(half.json["token_kind"], "second_factor");
    let expected = names(&["finishSignIn", "getSecondFactorChallenge"]);
    assert_eq!(open_to(&app, &with_token(&app, &half)).await, expected);

    give_password(&app, Persona::Secretary, true).await;
    let changing = sign_in(&app, "secretary", PASSWORD).await.expect(200);
    assert_eq!(changing.json["token_kind"], "password_change");
    let expected = names(&["changePassword"]);
    assert_eq!(open_to(&app, &with_token(&app, &changing)).await, expected);
}
