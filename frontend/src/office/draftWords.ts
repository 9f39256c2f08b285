import type {
  AmendmentKind,
  CommunicationForm,
  CommunicationLanguages,
  CommunicationState,
  VettingVerdict,
} from "@/api/schema";
import { reader, type Vocabulary } from "./deskLabels";

// Drafts for approval, in words.

const forms: Vocabulary<CommunicationForm> = {
  letter: /*i18n*/ { id: "draft.form.letter", message: "Letter" },
  office_memorandum: /*i18n*/ { id: "draft.form.office_memorandum", message: "Office memorandum" },
  demi_official: /*i18n*/ { id: "draft.form.demi_official", message: "Demi-official letter" },
  uo_note: /*i18n*/ { id: "draft.form.uo_note", message: "UO note" },
  memorandum: /*i18n*/ { id: "draft.form.memorandum", message: "Memorandum" },
  endorsement: /*i18n*/ { id: "draft.form.endorsement", message: "Endorsement" },
  notification: /*i18n*/ { id: "draft.form.notification", message: "Notification" },
  office_order: /*i18n*/ { id: "draft.form.office_order", message: "Office order" },
  circular: /*i18n*/ { id: "draft.form.circular", message: "Circular" },
  resolution: /*i18n*/ { id: "draft.form.resolution", message: "Resolution" },
  press_note: /*i18n*/ { id: "draft.form.press_note", message: "Press note" },
};

const hints: Vocabulary<CommunicationForm> = {
  letter: /*i18n*/ {
    id: "draft.form.letter.hint",
    message: "To provinces, public bodies, firms and private persons; never between Divisions.",
  },
  office_memorandum: /*i18n*/ {
    id: "draft.form.office_memorandum.hint",
    message: "Between Divisions and departments; in the third person, without salutation.",
  },
  demi_official: /*i18n*/ {
    id: "draft.form.demi_official.hint",
    message: "Personal, from officer to officer, by name.",
  },
  uo_note: /*i18n*/ {
    id: "draft.form.uo_note.hint",
    message: "The file itself, or a note that stands by itself, to another Division.",
  },
  memorandum: /*i18n*/ {
    id: "draft.form.memorandum.hint",
    message: "Instructions to attached departments and offices below.",
  },
  endorsement: /*i18n*/ { id: "draft.form.endorsement.hint", message: "Passes a copy of a paper on." },
  notification: /*i18n*/ {
    id: "draft.form.notification.hint",
    message: "Published in the gazette: appointments, rules, powers.",
  },
  office_order: /*i18n*/ {
    id: "draft.form.office_order.hint",
    message: "An order to the office's own staff.",
  },
  circular: /*i18n*/ { id: "draft.form.circular.hint", message: "One instruction to many offices." },
  resolution: /*i18n*/ {
    id: "draft.form.resolution.hint",
    message: "A decision of the Government, made public.",
  },
  press_note: /*i18n*/ { id: "draft.form.press_note.hint", message: "For the press." },
};

const states: Vocabulary<CommunicationState> = {
  draft: /*i18n*/ { id: "draft.state.draft", message: "Draft" },
  approved: /*i18n*/ { id: "draft.state.approved", message: "Approved" },
  issued: /*i18n*/ { id: "draft.state.issued", message: "Issued" },
  withdrawn: /*i18n*/ { id: "draft.state.withdrawn", message: "Withdrawn" },
};

const amendments: Vocabulary<AmendmentKind> = {
  corrigendum: /*i18n*/ { id: "draft.amends.corrigendum", message: "Corrigendum" },
  supersession: /*i18n*/ { id: "draft.amends.supersession", message: "Supersession" },
  rescission: /*i18n*/ { id: "draft.amends.rescission", message: "Rescission" },
};

const languages: Vocabulary<CommunicationLanguages> = {
  en: /*i18n*/ { id: "draft.languages.en", message: "English" },
  ur: /*i18n*/ { id: "draft.languages.ur", message: "Urdu" },
  both: /*i18n*/ { id: "draft.languages.both", message: "English and Urdu" },
};

const verdicts: Vocabulary<VettingVerdict> = {
  passed: /*i18n*/ { id: "draft.verdict.passed", message: "Vetted: it may go" },
  objected: /*i18n*/ { id: "draft.verdict.objected", message: "Vetted: objected to" },
};

export const FORMS = Object.keys(forms) as CommunicationForm[];
export const LANGUAGES = Object.keys(languages) as CommunicationLanguages[];

export const formLabel = reader(forms);
export const formHint = reader(hints);
export const draftStateLabel = reader(states);
export const amendmentLabel = reader(amendments);
export const languagesLabel = reader(languages);
export const verdictLabel = reader(verdicts);

export const STATE_TONES = {
  draft: "amber",
  approved: "green",
  issued: "green",
  withdrawn: "plain",
} as const;
