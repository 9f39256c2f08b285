import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import type { OutsideKind } from "@/api/schema";
import { Select, TextField } from "@/ui/Field";
import { TextArea } from "@/ui/TextArea";
import type { OutsideTexts, WrongTexts } from "./outside";

interface OutsideFieldsProps {
  texts: OutsideTexts;
  onChange: (patch: Partial<OutsideTexts>) => void;
  wrong: WrongTexts;
  /** Ids of the fields are `prefix-name`. */
  prefix: string;
  /** It is needed in Urdu: those fields are in sight. */
  urdu: boolean;
  /** What is to be known about the name. */
  aboutName?: ReactNode;
}

/** Somebody outside, as he stands in the address block; in Urdu too, where it is known. */
export function OutsideFields({ texts, onChange, wrong, prefix, urdu, aboutName }: OutsideFieldsProps) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(urdu || texts.name_ur !== "");
  const hint = i18n._({
    id: "draft.outside.lines.hint",
    message: "Office, street, town: one line each, eight at most.",
  });
  return (
    <>
      <Select
        id={`${prefix}-sort`}
        label={i18n._({ id: "draft.outside.sort", message: "What sort" })}
        value={texts.sort}
        onChange={(event) => onChange({ sort: event.target.value as OutsideKind })}
      >
        <option value="body">
          {i18n._({ id: "draft.outside.body", message: "Government, public body or firm" })}
        </option>
        <option value="individual">
          {i18n._({ id: "draft.outside.individual", message: "Private person" })}
        </option>
      </Select>
      <TextField
        id={`${prefix}-name`}
        label={i18n._({ id: "draft.outside.name", message: "Name or designation" })}
        hint={i18n._({ id: "draft.outside.name.hint", message: "The first line of the address." })}
        dir="auto"
        value={texts.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={wrong.name}
      />
      {aboutName}
      <TextArea
        id={`${prefix}-lines`}
        label={i18n._({ id: "draft.outside.lines", message: "Address" })}
        hint={hint}
        optional
        dir="auto"
        value={texts.lines}
        onChange={(event) => onChange({ lines: event.target.value })}
        error={wrong.lines}
      />
      <details
        open={isOpen || Boolean(wrong.name_ur || wrong.lines_ur)}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        className="rounded-md border border-line px-3 py-2"
      >
        <summary className="cursor-pointer text-sm font-medium lang-ur:font-normal">
          <Trans id="address.urdu" message="In Urdu" />{" "}
          <span className="font-normal text-muted">
            <Trans id="address.urdu.hint" message="For letters in Urdu or in both languages" />
          </span>
        </summary>
        <div className="flex flex-col gap-3 pt-2">
          <TextField
            id={`${prefix}-name_ur`}
            label={i18n._({ id: "address.nameUr", message: "Name or designation in Urdu" })}
            optional
            lang="ur"
            dir="rtl"
            value={texts.name_ur}
            onChange={(event) => onChange({ name_ur: event.target.value })}
            error={wrong.name_ur}
          />
          <TextArea
            id={`${prefix}-lines_ur`}
            label={i18n._({ id: "address.linesUr", message: "Address in Urdu" })}
            optional
            lang="ur"
            dir="rtl"
            value={texts.lines_ur}
            onChange={(event) => onChange({ lines_ur: event.target.value })}
            error={wrong.lines_ur}
          />
        </div>
      </details>
      <TextField
        id={`${prefix}-email`}
        label={i18n._({ id: "draft.outside.email", message: "E-mail" })}
        optional
        type="email"
        dir="ltr"
        value={texts.email}
        onChange={(event) => onChange({ email: event.target.value })}
        error={wrong.email}
      />
    </>
  );
}
