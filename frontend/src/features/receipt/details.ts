import { i18n } from "@lingui/core";
import * as v from "valibot";
import type { Mail, Receipt } from "@/api/schema";
import { today } from "@/i18n/format";
import { ALL_MODES, CLASSIFICATIONS, PRIORITIES } from "@/office/labels";

const needed = () => i18n._({ id: "receipt.needed", message: "Please fill this in." });
const tooLong = () => i18n._({ id: "receipt.too_long", message: "This is too long." });
const future = () => i18n._({ id: "receipt.future", message: "This day has not come yet." });
const oddDate = () => i18n._({ id: "receipt.odd_date", message: "This is not a date of this office." });

const EARLIEST = "1947-08-14";
const LATEST = "2999-12-31";

const words = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(needed), v.maxLength(most, tooLong));
const maybe = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, tooLong));
const isDay = (day: string) => day.length === 10 && day >= EARLIEST && day <= LATEST;
const maybeDay = () =>
  v.pipe(
    v.string(),
    v.check((day) => day === "" || isDay(day), oddDate),
  );

/** What the registry writes down about a paper. */
export const detailsSchema = () =>
  v.object({
    received_on: v.pipe(
      v.string(),
      v.nonEmpty(needed),
      v.check(isDay, oddDate),
      v.check((day) => day <= today(), future),
    ),
    mode: v.picklist(ALL_MODES),
    sender_name: words(200),
    sender_office: maybe(200),
    sender_address: maybe(500),
    reference_number: maybe(100),
    reference_date: v.pipe(
      maybeDay(),
      v.check((day) => day <= today(), future),
    ),
    in_reply_to_number: maybe(120),
    subject: words(500),
    language: v.picklist(["en", "ur"]),
    classification: v.picklist(CLASSIFICATIONS),
    priority: v.picklist(PRIORITIES),
    due_on: maybeDay(),
    enclosures: maybe(500),
  });

export type Details = v.InferOutput<ReturnType<typeof detailsSchema>>;

export const DETAIL_FIELDS = Object.keys(detailsSchema().entries);

export function emptyDetails(): Details {
  return {
    received_on: today(),
    mode: "post",
    sender_name: "",
    sender_office: "",
    sender_address: "",
    reference_number: "",
    reference_date: "",
    in_reply_to_number: "",
    subject: "",
    language: i18n.locale === "ur" ? "ur" : "en",
    classification: "unclassified",
    priority: "routine",
    due_on: "",
    enclosures: "",
  };
}

/** For the next paper of the same bag: what came with it stays, what is its own goes. */
export function nextDetails({ received_on, mode, language }: Details): Details {
  return { ...emptyDetails(), received_on, mode, language };
}

/** What a mail says of itself, to be checked by whoever diarises it. */
export function detailsOfMail({ summary, answers_number }: Mail): Details {
  const subject = summary.subject.slice(0, 500);
  return {
    ...emptyDetails(),
    received_on: today(new Date(summary.arrived_at)),
    mode: "email",
    sender_name: (summary.from_name || summary.from_address).slice(0, 200),
    sender_address: summary.from_address.slice(0, 500),
    in_reply_to_number: answers_number ?? "",
    subject,
    language: /[\u0600-\u06ff]/.test(subject) ? "ur" : "en",
  };
}

export function detailsOf(receipt: Receipt): Details {
  return {
    received_on: receipt.received_on,
    mode: receipt.mode,
    sender_name: receipt.sender_name,
    sender_office: receipt.sender_office ?? "",
    sender_address: receipt.sender_address ?? "",
    reference_number: receipt.reference_number ?? "",
    reference_date: receipt.reference_date ?? "",
    in_reply_to_number: receipt.in_reply_to?.number ?? "",
    subject: receipt.subject,
    language: receipt.language,
    classification: receipt.classification,
    priority: receipt.priority,
    due_on: receipt.due_on ?? "",
    enclosures: receipt.enclosures ?? "",
  };
}

const OPTIONAL = [
  "sender_office",
  "sender_address",
  "reference_number",
  "reference_date",
  "in_reply_to_number",
  "due_on",
  "enclosures",
] as const;

type Optional = (typeof OPTIONAL)[number];
export type Written = Omit<Details, Optional> & Partial<Pick<Details, Optional>>;

/** As the server wants it: what is empty is left out. */
export function written(details: Details): Written {
  const body: Written = { ...details };
  for (const name of OPTIONAL) if (!details[name]) delete body[name];
  return body;
}

/** Only what differs from the receipt as it was read. */
export function changesOf(receipt: Receipt, details: Details): Partial<Details> {
  const before = detailsOf(receipt);
  const changed = Object.entries(details).filter(([name, value]) => before[name as keyof Details] !== value);
  return Object.fromEntries(changed);
}
