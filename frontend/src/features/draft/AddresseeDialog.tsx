import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { idempotencyKey } from "@/api/headers";
import { useMay } from "@/api/me";
import type { Addressee, AddressGroup, Contact, PostRef, UnitRef } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { ContactPicker } from "@/office/addresses/EntryPickers";
import { OutsideFields } from "@/office/addresses/OutsideFields";
import {
  addresseeFrom,
  addresseeOf,
  keepContact,
  type OutsideTexts,
  textsOf,
  wrongIn,
} from "@/office/addresses/outside";
import { PostPicker } from "@/office/PostPicker";
import { RadioRow } from "@/office/RadioRow";
import { UnitPicker } from "@/office/UnitPicker";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { Dialog } from "@/ui/Dialog";
import { toast } from "@/ui/toast";
import type { Party } from "./content";
import { GroupChoice, useBrought } from "./GroupChoice";

interface AddresseeDialogProps {
  party: Party;
  /** What is changed; null for a new one. */
  before: Addressee | null;
  /** Who is addressed already. */
  present: Addressee[];
  /** It is written in Urdu too. */
  urdu: boolean;
  onLearn: (named: { posts?: PostRef[]; units?: UnitRef[] }) => void;
  onDone: (addressees: Addressee[]) => void;
  onClose: () => void;
}

type Choice = Addressee["kind"] | "book" | "group";

/** Posts and units of this office, somebody outside as he stands in the address block, or what the address book keeps. */
export function AddresseeDialog(props: AddresseeDialogProps) {
  const { party, before, present, urdu, onLearn, onDone, onClose } = props;
  const { i18n } = useLingui();
  const [kind, setKind] = useState<Choice>(before?.kind ?? "post");
  const [post, setPost] = useState<PostRef | null>(null);
  const [unit, setUnit] = useState<UnitRef | null>(null);
  const [contact, setContact] = useState<Contact | null>(null);
  const [group, setGroup] = useState<AddressGroup | null>(null);
  const [outside, setOutside] = useState(() => textsOf(before?.kind === "outside" ? before : null));
  const [isKept, setKept] = useState(false);
  const [tried, setTried] = useState(false);
  const mayKeep = useMay("manage_addresses") && before === null;
  const state = useBrought(group, present);
  const wrong = wrongIn(outside);
  const keep = useKeep();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (kind === "post" && post) {
      onLearn({ posts: [post] });
      onDone([{ kind, post: post.id }]);
    } else if (kind === "unit" && unit) {
      onLearn({ units: [unit] });
      onDone([{ kind, unit: unit.id }]);
    } else if (kind === "book" && contact) {
      onDone([addresseeOf(contact)]);
    } else if (kind === "group" && state.brought && !state.isTooMany) {
      onLearn(state.brought);
      onDone(state.brought.added);
      toast(
        i18n._({
          id: "draft.group.done",
          message:
            "{count, plural, =0 {Nobody was added.} one {# addressee added.} other {# addressees added.}}",
          values: { count: state.brought.added.length },
        }),
      );
    } else if (kind === "outside" && Object.keys(wrong).length === 0) {
      onDone([addresseeFrom(outside)]);
      if (isKept && mayKeep) void keep(outside);
    }
  };
  const missing = i18n._({ id: "ui.picker.choose", message: "Choose one from the list" });
  const errorOf = (chosen: unknown) => (tried && !chosen ? missing : undefined);
  const title =
    before !== null
      ? i18n._({ id: "draft.addressee.change", message: "Change the address" })
      : party === "addressees"
        ? i18n._({ id: "draft.addressees.add", message: "Add an addressee" })
        : i18n._({ id: "draft.copies.add", message: "Add a copy" });
  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        {before === null && <KindRow kind={kind} onChange={setKind} />}
        {kind === "post" && (
          <PostPicker
            label={i18n._({ id: "draft.addressee.post.label", message: "Post" })}
            value={post}
            onChange={setPost}
            error={errorOf(post)}
          />
        )}
        {kind === "unit" && (
          <UnitPicker
            label={i18n._({ id: "draft.addressee.unit.label", message: "Unit" })}
            hint={i18n._({ id: "draft.addressee.unit.hint", message: "Its registry receives it." })}
            value={unit}
            onChange={setUnit}
            error={errorOf(unit)}
          />
        )}
        {kind === "book" && (
          <ContactPicker
            label={i18n._({ id: "draft.addressee.book.label", message: "Entry of the address book" })}
            hint={i18n._({
              id: "draft.addressee.book.hint",
              message: "Search by name, office or place. The draft keeps the address as it is now.",
            })}
            value={contact}
            onChange={setContact}
            error={errorOf(contact)}
          />
        )}
        {kind === "group" && (
          <GroupChoice group={group} onChange={setGroup} state={state} error={errorOf(group)} />
        )}
        {kind === "outside" && (
          <OutsideFields
            prefix="outside"
            texts={outside}
            onChange={(patch) => setOutside({ ...outside, ...patch })}
            wrong={tried ? wrong : {}}
            urdu={urdu}
          />
        )}
        {kind === "outside" && mayKeep && (
          <Checkbox
            label={i18n._({ id: "draft.outside.keep", message: "Keep in the address book of my unit" })}
            checked={isKept}
            onChange={(event) => setKept(event.target.checked)}
          />
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

function KindRow({ kind, onChange }: { kind: Choice; onChange: (kind: Choice) => void }) {
  const { i18n } = useLingui();
  const mayRead = useMay("read_addresses");
  const book: { value: Choice; label: string }[] = [
    { value: "book", label: i18n._({ id: "draft.addressee.book", message: "From the address book" }) },
    { value: "group", label: i18n._({ id: "draft.addressee.group", message: "A group" }) },
  ];
  return (
    <RadioRow
      label={i18n._({ id: "draft.addressee.kind", message: "Who" })}
      value={kind}
      onChange={onChange}
      options={[
        { value: "post", label: i18n._({ id: "draft.addressee.post", message: "A post" }) },
        { value: "unit", label: i18n._({ id: "draft.addressee.unit", message: "A unit" }) },
        {
          value: "outside",
          label: i18n._({ id: "draft.addressee.outside", message: "Somebody outside" }),
        },
        ...(mayRead ? book : []),
      ]}
    />
  );
}

/** Keeps a typed address; the draft has it whether that succeeds or not. */
function useKeep(): (texts: OutsideTexts) => Promise<void> {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  return async (texts) => {
    try {
      const { isSecond } = await keepContact(texts, idempotencyKey());
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/contacts"] });
      toast(
        isSecond
          ? i18n._({
              id: "address.kept.second",
              message: "Kept. Another entry has the same name and e-mail: look whether both are needed.",
            })
          : i18n._({ id: "address.kept", message: "The address is in the book." }),
      );
    } catch (error) {
      toast(problemText(error), "failed");
    }
  };
}
