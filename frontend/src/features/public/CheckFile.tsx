import { Trans, useLingui } from "@lingui/react";
import { type DragEvent, useId, useState } from "react";
import { canCompute, hex, sha256 } from "@/office/digest";
import { cx } from "@/ui/cx";
import { CheckIcon, CloseIcon, WarningIcon } from "@/ui/icons";
import { Verdict } from "./Verdict";

type Answer = "same" | "other" | "unreadable";

interface Checked {
  name: string;
  answer: Answer;
  /** The same file chosen again is another answer. */
  turn: number;
}

/** Compares a file with the document that was issued. The file is read here and sent nowhere. */
export function CheckFile({ sha256: issued }: { sha256: string }) {
  const id = useId();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isOver, setOver] = useState(false);
  if (!canCompute()) return null;
  const check = async (file: File | undefined) => {
    if (!file) return;
    const answer = await compared(file, issued);
    setChecked((before) => ({ name: file.name, answer, turn: (before?.turn ?? 0) + 1 }));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void check(event.dataTransfer.files[0]);
  };
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 className="font-serif text-lg">
        <Trans id="public.check" message="Is your PDF this document?" />
      </h2>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "flex cursor-pointer flex-col items-center gap-1 rounded-md border-2 border-dashed px-4 py-6 text-center",
          "has-focus-visible:outline-2 has-focus-visible:outline-accent",
          isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-sunken",
        )}
      >
        <input
          id={id}
          type="file"
          accept="application/pdf,.pdf"
          aria-describedby={`${id}-where`}
          className="sr-only"
          onChange={(event) => {
            void check(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <span className="font-medium text-accent underline lang-ur:font-normal">
          <Trans id="public.check.choose" message="Choose the PDF file, or drop it here" />
        </span>
        <span id={`${id}-where`} className="text-sm text-muted">
          <Trans
            id="public.check.where"
            message="It is compared on your own device. The file is not sent to the office, nor anywhere else."
          />
        </span>
      </label>
      {checked && <Comparison key={checked.turn} checked={checked} />}
    </section>
  );
}

async function compared(file: File, issued: string): Promise<Answer> {
  try {
    return hex(await sha256(new Uint8Array(await file.arrayBuffer()))) === issued ? "same" : "other";
  } catch {
    return "unreadable";
  }
}

function Comparison({ checked: { name, answer } }: { checked: Checked }) {
  const { i18n } = useLingui();
  const file = <bdi className="wrap-anywhere">{name}</bdi>;
  if (answer === "same") {
    return (
      <Verdict
        tone="green"
        icon={<CheckIcon />}
        title={i18n._({ id: "public.check.same", message: "Yes: unchanged, to the last byte" })}
      >
        <p>{file}</p>
      </Verdict>
    );
  }
  if (answer === "unreadable") {
    return (
      <Verdict
        tone="amber"
        icon={<WarningIcon />}
        title={i18n._({ id: "public.check.unreadable", message: "The file could not be read" })}
      >
        <p>{file}</p>
      </Verdict>
    );
  }
  return (
    <Verdict
      tone="red"
      icon={<CloseIcon />}
      title={i18n._({
        id: "public.check.other",
        message: "No: this file is not the document that was issued",
      })}
    >
      <p>{file}</p>
      <p>
        <Trans
          id="public.check.other.why"
          message="It was changed, or it is another file. A scan or a photograph of the paper is always another file; compare such a copy by eye."
        />
      </p>
    </Verdict>
  );
}
