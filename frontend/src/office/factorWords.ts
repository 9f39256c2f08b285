import type { FactorReason, NoticeKind, PasskeyState, RevocationReason } from "@/api/schema";
import { reader, type Vocabulary } from "./deskLabels";

/* What the office calls second factors and what happens to them. */

const states: Vocabulary<PasskeyState> = {
  pending: /*i18n*/ { id: "passkey.state.pending", message: "Waits for approval" },
  approved: /*i18n*/ { id: "passkey.state.approved", message: "Approved" },
  suspected: /*i18n*/ { id: "passkey.state.suspected", message: "Under suspicion" },
  revoked: /*i18n*/ { id: "passkey.state.revoked", message: "Revoked" },
};

const reasons: Vocabulary<RevocationReason> = {
  lost: /*i18n*/ { id: "factor.reason.lost", message: "The device is lost" },
  compromised: /*i18n*/ { id: "factor.reason.compromised", message: "Somebody else may have used it" },
  replaced: /*i18n*/ { id: "factor.reason.replaced", message: "The device has been replaced" },
  not_recognised: /*i18n*/ { id: "factor.reason.not_recognised", message: "Its owner does not know it" },
  by_owner: /*i18n*/ { id: "factor.reason.by_owner", message: "Revoked by its owner" },
};

const why: Vocabulary<FactorReason> = {
  administrator: /*i18n*/ {
    id: "factor.why.administrator",
    message:
      "You are an administrator: whoever comes in under your name can hand out posts and open every account. So a password alone does not open this post.",
  },
  auditor: /*i18n*/ {
    id: "factor.why.auditor",
    message:
      "You are an auditor: whoever comes in under your name can read everything. So a password alone does not open this post.",
  },
  authenticates_orders: /*i18n*/ {
    id: "factor.why.authenticates_orders",
    message:
      "Your post authenticates orders of the government. So that nobody else can give them in your name, a password alone does not open this post.",
  },
};

const notices: Vocabulary<NoticeKind> = {
  password_changed: /*i18n*/ { id: "notice.password_changed", message: "Your password was changed" },
  set_up_link_issued: /*i18n*/ {
    id: "notice.set_up_link_issued",
    message: "A set-up link for your account was issued",
  },
  set_up_link_used: /*i18n*/ {
    id: "notice.set_up_link_used",
    message: "A set-up link was used to choose your password",
  },
  refresh_token_reused: /*i18n*/ {
    id: "notice.refresh_token_reused",
    message: "A session of yours was ended: its key was used twice, perhaps by somebody else",
  },
  totp_enrolled: /*i18n*/ { id: "notice.totp_enrolled", message: "A phone was set up for signing in" },
  totp_removed: /*i18n*/ { id: "notice.totp_removed", message: "The phone was removed from signing in" },
  recovery_codes_renewed: /*i18n*/ {
    id: "notice.recovery_codes_renewed",
    message: "New recovery codes were made; the old ones no longer work",
  },
  recovery_code_used: /*i18n*/ { id: "notice.recovery_code_used", message: "A recovery code was used" },
  passkey_enrolled: /*i18n*/ { id: "notice.passkey_enrolled", message: "A passkey was added" },
  passkey_approved: /*i18n*/ { id: "notice.passkey_approved", message: "A passkey was approved" },
  passkey_revoked: /*i18n*/ { id: "notice.passkey_revoked", message: "A passkey was revoked" },
  passkey_renamed: /*i18n*/ { id: "notice.passkey_renamed", message: "A passkey was given another name" },
  passkey_suspected: /*i18n*/ {
    id: "notice.passkey_suspected",
    message: "A passkey was stopped: there may be a copy of it",
  },
  factors_reset: /*i18n*/ { id: "notice.factors_reset", message: "All your second factors were taken away" },
};

export const passkeyStateLabel = reader(states);
export const revocationReasonLabel = reader(reasons);
export const factorReasonText = reader(why);
export const noticeText = reader(notices);
