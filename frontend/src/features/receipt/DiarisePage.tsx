import { valibotResolver } from "@hookform/resolvers/valibot";
import { Trans, useLingui } from "@lingui/react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import type { Act, DiariseReceipt, Mail, Person } from "@/api/schema";
import { Num } from "@/i18n/format";
import { ConcernsField } from "@/office/ConcernsField";
import { copiesOf, MarkFields, type Marking, UNMARKED } from "@/office/MarkFields";
import { UploadField } from "@/office/UploadField";
import { useAct } from "@/office/useAct";
import { useUploads } from "@/office/useUploads";
import { useUploadTexts } from "@/office/useUploadTexts";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { ErrorNotice, ErrorSummary, type SummaryEntry } from "@/ui/errors";
import { showProblem, summaryOf } from "@/ui/form";
import { CheckIcon } from "@/ui/icons";
import { PageHeader, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { DONE, useUnsaved } from "@/ui/unsaved";
import { useTitle } from "@/ui/useTitle";
import { CameByMail } from "./CameByMail";
import { diarise } from "./commands";
import { DetailFields, PREFIX } from "./DetailFields";
import { DETAIL_FIELDS, detailsOfMail, detailsSchema, emptyDetails, nextDetails, written } from "./details";

const NEXT = "next";
const SEALED = ["confidential", "secret", "top_secret"];

/** Writes a paper into the diary; one that came by mail with what the mail says of itself. */
export function DiarisePage() {
  const { mail: id } = useSearch({ from: "/office/registry/new" });
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/mails/{id}",
    { params: { path: { id: id ?? "" } } },
    { enabled: Boolean(id) },
  );
  if (!id) return <Diarising key="paper" mail={null} />;
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} height="h-16" />;
  return <Diarising key={id} mail={data} />;
}

/** Its scan, its particulars, and to whom it goes. */
function Diarising({ mail }: { mail: Mail | null }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const title = i18n._({ id: "registry.diarise", message: "Diarise a paper" });
  useTitle(title);
  const uploads = useUploads(useUploadTexts());
  const form = useForm({
    resolver: valibotResolver(useMemo(detailsSchema, [])),
    defaultValues: useMemo(() => (mail ? detailsOfMail(mail) : emptyDetails()), [mail]),
  });
  const [marking, setMarking] = useState<Marking>(UNMARKED);
  const [concerns, setConcerns] = useState<Person | null>(null);
  const [last, setLast] = useState<Act | null>(null);
  const isSealed = SEALED.includes(form.watch("classification"));
  useUnsaved(
    form.formState.isDirty || uploads.uploads.length > 0 || marking !== UNMARKED || concerns !== null,
  );

  const wantsFocus = useRef(false);
  const startNext = () => {
    form.reset(nextDetails(form.getValues()));
    uploads.clear();
    setMarking(UNMARKED);
    setConcerns(null);
    wantsFocus.current = true;
  };
  // Which button was pressed says what comes afterwards; the paper is the same.
  const andNext = useRef(false);
  const diarising = useAct<DiariseReceipt, Act>({
    send: diarise,
    onDone: (act) => {
      setLast(act);
      if (!mail) startNext();
      if (!andNext.current) void navigate({ to: "/receipts/$id", params: { id: act.id }, ...DONE });
      else
        toast(
          i18n._({
            id: "receipt.diarised",
            message: "Diarised as {number}.",
            values: { number: `\u2066${act.number ?? ""}\u2069` },
          }),
        );
    },
    onFailed: (error) => showProblem(error, form.setError, DETAIL_FIELDS),
    onEarlier: (act) => {
      setLast(act);
      void askAboutEarlier(act);
    },
  });
  /** The paper of the attempt that was not answered has its number; what stands here may be that paper, amended. */
  const askAboutEarlier = async ({ id, number }: Act) => {
    const values = { number: `\u2066${number ?? ""}\u2069` };
    const look = await confirm({
      title: i18n._({ id: "receipt.earlier", message: "This paper is already diarised as {number}", values }),
      body: i18n._({
        id: "receipt.earlier.do",
        message:
          "Your first attempt was carried out as the form stood then. What you changed since is not in the register: correct the entry there. Only if the form now shows another paper, go back and press Diarise again.",
      }),
      action: i18n._({ id: "receipt.earlier.open", message: "Open {number}", values }),
      refusal: i18n._({ id: "receipt.earlier.back", message: "Back to the form" }),
    });
    if (look) void navigate({ to: "/receipts/$id", params: { id }, ...DONE });
  };

  const { isPending } = diarising;
  useEffect(() => {
    if (isPending || !wantsFocus.current) return;
    wantsFocus.current = false;
    document.getElementById(`${PREFIX}-sender_name`)?.focus();
  }, [isPending]);

  const waiting = uploads.isBusy;
  const broken = uploads.uploads.filter((upload) => upload.error);
  const send = (next: boolean) =>
    form.handleSubmit((details) => {
      andNext.current = next;
      if (waiting || broken.length > 0) return;
      const copies = copiesOf(marking);
      const remark = marking.remark.trim();
      const mark = marking.post && {
        to_post_id: marking.post.id,
        action: marking.action,
        ...(copies.length > 0 && { copies }),
        ...(remark && { remark }),
      };
      const document_ids = uploads.uploads.flatMap(({ document }) => (document ? [document.id] : []));
      diarising.act({
        ...written(details),
        document_ids,
        ...(mail && { mail_id: mail.summary.id }),
        ...(mark && { mark }),
        ...(concerns && { concerns_person_id: concerns.id }),
      });
    });
  const entries: SummaryEntry[] = [
    ...summaryOf(form.formState, PREFIX),
    ...(form.formState.submitCount > 0 ? broken : []).map(({ file }) => ({
      target: `${PREFIX}-scans`,
      text: i18n._({
        id: "receipt.scan_broken",
        message: "{name} was not taken. Try it again or remove it.",
        values: { name: `\u2068${file.name}\u2069` },
      }),
    })),
  ];
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={title} />
      {last && <LastDiarised act={last} />}
      <form
        onSubmit={(event) => void send(pressed(event) === NEXT)(event)}
        className="flex flex-col gap-5"
        noValidate
      >
        <ErrorSummary entries={entries} />
        {/* What is on its way is no longer changed: what came to it afterwards would go with it, unseen. */}
        <div inert={isPending} className="flex flex-col gap-5">
          {isSealed && (
            <p role="note" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
              <Trans
                id="receipt.sealed"
                message="Confidential and secret covers are not opened or scanned in the registry. Diarise the cover and mark it; the officer opens it."
              />
            </p>
          )}
          {mail && <CameByMail mail={mail} />}
          {(!isSealed || uploads.uploads.length > 0) && (
            <UploadField
              id={`${PREFIX}-scans`}
              label={i18n._({ id: "receipt.scans", message: "Scans of the paper" })}
              uploads={uploads}
              multiple
            />
          )}
          <DetailFields form={form} />
          <ConcernsField value={concerns} onChange={setConcerns} />
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-1 font-serif text-lg">
              <Trans id="receipt.marking" message="Marking" />
            </legend>
            <MarkFields value={marking} onChange={setMarking} isOptional />
          </fieldset>
        </div>
        <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-line bg-paper py-3 max-sm:bottom-14 max-sm:lang-ur:bottom-16">
          <Button type="submit" tone="primary" pending={isPending || waiting}>
            <Trans id="receipt.save" message="Diarise" />
          </Button>
          {!mail && (
            <Button type="submit" name={NEXT} pending={isPending || waiting}>
              <Trans id="receipt.save_next" message="Diarise and next" />
            </Button>
          )}
          {waiting && (
            <span role="status" className="text-sm text-muted">
              <Trans id="receipt.waiting" message="The scans are still on their way." />
            </span>
          )}
        </div>
      </form>
    </div>
  );
}

/** The name of the button that sends the form: every way goes through the form, which unfinished words hold. */
function pressed(event: FormEvent<HTMLFormElement>): string | null {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return submitter?.getAttribute("name") ?? null;
}

function LastDiarised({ act }: { act: Act }) {
  return (
    <p className="mb-4 flex items-center gap-2 rounded-md border border-signed-line bg-signed px-3 py-2">
      <span className="text-green">
        <CheckIcon />
      </span>
      <span>
        <Trans id="receipt.last" message="Diarised before this one:" />{" "}
        <Link to="/receipts/$id" params={{ id: act.id }} className="text-accent underline">
          <Num>{act.number}</Num>
        </Link>
      </span>
    </p>
  );
}
