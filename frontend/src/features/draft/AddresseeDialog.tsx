import { useLingui } from "@lingui/react";
import { type FormEvent, useState } from "react";
import type { Addressee, OutsideKind, PostRef, UnitRef } from "@/api/schema";
import { PostPicker } from "@/office/PostPicker";
import { UnitPicker } from "@/office/UnitPicker";
import { lettersOver } from "@/ui/Bounded";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Select, TextArea, TextField } from "@/ui/Field";
import { MOST_LINE, MOST_LINES, type Party } from "./content";
import { RadioRow } from "./RadioRow";

interface AddresseeDialogProps {
  party: Party;
  /** What is changed; null for a new one. */
  before: Addressee | null;
  onLearn: (named: { posts?: PostRef[]; units?: UnitRef[] }) => void;
  onDone: (addressee: Addressee) => void;
  onClose: () => void;
}

/** A post or a unit of this office, or somebody outside as he stands in the address block. */
export function AddresseeDialog({ party, before, onLearn, onDone, onClose }: AddresseeDialogProps) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<Addressee["kind"]>(before?.kind ?? "post");
  const [post, setPost] = useState<PostRef | null>(null);
  const [unit, setUnit] = useState<UnitRef | null>(null);
  const [outside, setOutside] = useState(() => textsOf(before));
  const [tried, setTried] = useState(false);
  const wrong = useWrong(outside);
  const missing = i18n._({ id: "ui.picker.choose", message: "Choose one from the list" });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (kind === "post" && post) {
      onLearn({ posts: [post] });
      onDone({ kind, post: post.id });
    } else if (kind === "unit" && unit) {
      onLearn({ units: [unit] });
      onDone({ kind, unit: unit.id });
    } else if (kind === "outside" && !wrong.name && !wrong.lines && !wrong.email) {
      onDone({
        kind,
        sort: outside.sort,
        name: outside.name.trim(),
        lines: linesOf(outside.lines),
        ...(outside.email.trim() && { email: outside.email.trim() }),
      });
    }
  };
  const change = (patch: Partial<Texts>) => setOutside({ ...outside, ...patch });
  const title =
    before !== null
      ? i18n._({ id: "draft.addressee.change", message: "Change the address" })
      : party === "addressees"
        ? i18n._({ id: "draft.addressees.add", message: "Add an addressee" })
        : i18n._({ id: "draft.copies.add", message: "Add a copy" });
  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        {before === null && (
          <RadioRow
            label={i18n._({ id: "draft.addressee.kind", message: "Who" })}
            value={kind}
            onChange={setKind}
            options={[
              { value: "post", label: i18n._({ id: "draft.addressee.post", message: "A post" }) },
              { value: "unit", label: i18n._({ id: "draft.addressee.unit", message: "A unit" }) },
              {
                value: "outside",
                label: i18n._({ id: "draft.addressee.outside", message: "Somebody outside" }),
              },
            ]}
          />
        )}
        {kind === "post" && (
          <PostPicker
            label={i18n._({ id: "draft.addressee.post.label", message: "Post" })}
            value={post}
            onChange={setPost}
            error={tried && !post ? missing : undefined}
          />
        )}
        {kind === "unit" && (
          <UnitPicker
            label={i18n._({ id: "draft.addressee.unit.label", message: "Unit" })}
            hint={i18n._({ id: "draft.addressee.unit.hint", message: "Its registry receives it." })}
            value={unit}
            onChange={setUnit}
            error={tried && !unit ? missing : undefined}
          />
        )}
        {kind === "outside" && (
          <>
            <Select
              label={i18n._({ id: "draft.outside.sort", message: "What sort" })}
              value={outside.sort}
              onChange={(event) => change({ sort: event.target.value as OutsideKind })}
            >
              <option value="body">
                {i18n._({ id: "draft.outside.body", message: "Government, public body or firm" })}
              </option>
              <option value="individual">
                {i18n._({ id: "draft.outside.individual", message: "Private person" })}
              </option>
            </Select>
            <TextField
              label={i18n._({ id: "draft.outside.name", message: "Name or designation" })}
              hint={i18n._({ id: "draft.outside.name.hint", message: "The first line of the address." })}
              dir="auto"
              value={outside.name}
              onChange={(event) => change({ name: event.target.value })}
              error={tried ? wrong.name : undefined}
            />
            <TextArea
              label={i18n._({ id: "draft.outside.lines", message: "Address" })}
              hint={i18n._({
                id: "draft.outside.lines.hint",
                message: "Office, street, town: one line each, eight at most.",
              })}
              optional
              dir="auto"
              value={outside.lines}
              onChange={(event) => change({ lines: event.target.value })}
              error={wrong.lines}
            />
            <TextField
              label={i18n._({ id: "draft.outside.email", message: "E-mail" })}
              optional
              type="email"
              dir="ltr"
              value={outside.email}
              onChange={(event) => change({ email: event.target.value })}
              error={tried ? wrong.email : undefined}
            />
          </>
        )}
        <div className="flex flex-wrap gap-2 pt-1">
          <Button type="submit" tone="primary">
            {before
              ? i18n._({ id: "draft.take", message: "Take over" })
              : i18n._({ id: "draft.add", message: "Add" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Texts {
  sort: OutsideKind;
  name: string;
  lines: string;
  email: string;
}

function textsOf(addressee: Addressee | null): Texts {
  if (addressee?.kind !== "outside") return { sort: "body", name: "", lines: "", email: "" };
  const { sort, name, lines = [], email } = addressee;
  return { sort, name, lines: lines.join("\n"), email: email ?? "" };
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What the office would not take, told before it is sent: it would hold up everything else in the draft. */
function useWrong({ name, lines, email }: Texts): Partial<Record<"name" | "lines" | "email", string>> {
  const { i18n } = useLingui();
  const tooLong = i18n._({ id: "draft.outside.long", message: "At most 200 letters in a line, eight lines" });
  const all = linesOf(lines);
  return {
    ...(!name.trim() && {
      name: i18n._({ id: "draft.outside.name.missing", message: "Give the first line" }),
    }),
    ...(lettersOver(name, MOST_LINE) > 0 && { name: tooLong }),
    ...((all.length > MOST_LINES || all.some((line) => lettersOver(line, MOST_LINE) > 0)) && {
      lines: tooLong,
    }),
    ...(email.trim() &&
      !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && {
        email: i18n._({ id: "draft.outside.email.wrong", message: "This is no e-mail address" }),
      }),
  };
}
