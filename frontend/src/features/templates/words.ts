import type { PreviewTemplate, TemplateShown } from "@/api/schema";
import { reader, type Vocabulary } from "@/office/deskLabels";

export const SAMPLES = ["issued", "draft", "long", "amending"] as const;
export const LANGUAGES = ["en", "ur", "both"] as const;

const samples: Vocabulary<PreviewTemplate["sample"]> = {
  issued: /*i18n*/ { id: "template.sample.issued", message: "As it goes out" },
  draft: /*i18n*/ { id: "template.sample.draft", message: "A draft" },
  long: /*i18n*/ { id: "template.sample.long", message: "Secret, of several pages" },
  amending: /*i18n*/ { id: "template.sample.amending", message: "Superseding another" },
};

const languages: Vocabulary<PreviewTemplate["language"]> = {
  en: /*i18n*/ { id: "template.language.en", message: "English" },
  ur: /*i18n*/ { id: "template.language.ur", message: "Urdu" },
  both: /*i18n*/ { id: "template.language.both", message: "English and Urdu" },
};

const shown: Vocabulary<TemplateShown> = {
  number: /*i18n*/ { id: "template.shown.number", message: "the number" },
  date: /*i18n*/ { id: "template.shown.date", message: "the date" },
  signatory: /*i18n*/ { id: "template.shown.signatory", message: "name and post of the signatory" },
  draft: /*i18n*/ { id: "template.shown.draft", message: "on every page, that it is a draft" },
  classification: /*i18n*/ {
    id: "template.shown.classification",
    message: "the mark of secrecy on every page",
  },
  subject: /*i18n*/ { id: "template.shown.subject", message: "the subject" },
  text: /*i18n*/ { id: "template.shown.text", message: "the whole text" },
  addressees: /*i18n*/ { id: "template.shown.addressees", message: "the addressees" },
  amends: /*i18n*/ { id: "template.shown.amends", message: "what it amends" },
  square: /*i18n*/ { id: "template.shown.square", message: "the square for verification" },
  code: /*i18n*/ { id: "template.shown.code", message: "the code for verification" },
};

export const sampleLabel = reader(samples);
export const languageLabel = reader(languages);
export const shownLabel = reader(shown);
