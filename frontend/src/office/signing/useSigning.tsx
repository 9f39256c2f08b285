import { i18n } from "@lingui/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useActingCharge, useMe } from "@/api/me";
import { isProblem, ProblemError } from "@/api/problem";
import type { File, GivenSignature, PostRef, SigningPreparation } from "@/api/schema";
import { withAllTexts } from "@/i18n/i18n";
import { lazily, unloadedText } from "@/ui/lazily";
import type { Bytes } from "../digest";
import { type Attempt, isUnknown, refreshActs } from "../useAct";
import { type Checked, check } from "./check";
import type { Intent, Meaning } from "./meaning";
import { NotSigned } from "./NotSigned";
import type { SigningDialogProps } from "./SigningDialog";
import { NOT_PREPARED, WAITS_FOR_KEY } from "./sign";

/** The two requests of an act that is signed: show me what, and here it is signed. */
export interface Signable<Result> {
  attempt: Attempt;
  prepare: () => Promise<SigningPreparation>;
  submit: (signature: GivenSignature) => Promise<Result>;
  /** The document that is signed with it: it is compared, and can be read first. */
  print?: Print;
}

interface Print {
  read: (preparation: string) => Promise<Bytes>;
  show: (pages: Bytes) => ReactNode;
}

/** What is meant by it, as the page has it. */
export interface Meant {
  intent: Intent;
  /** The digest of the last note on the page, asked for whenever it is compared. */
  previous?: () => string | null | undefined;
  next?: PostRef | null;
}

interface SigningAsking {
  /**
   * Has the officer sign, and does it. He is shown what he signs in a dialog; when he closes it, `NotSigned` is thrown
   * and nothing has happened. An attempt whose answer was lost is repeated as it was signed, and nothing is asked.
   */
  signed: <Result>(meant: Meant, act: Signable<Result>) => Promise<Result>;
  /** Must stand on the page. */
  signingDialog: ReactNode;
}

const LazySigningDialog = lazily<SigningDialogProps>(
  async () => (await withAllTexts(import("./SigningDialog"))).SigningDialog,
  { giveUp: ({ onFailed }) => onFailed(notLoaded()) },
);

/** The code comes before it is needed: signing is to feel quick. */
export const preloadSigning = () => void LazySigningDialog.preload();

/** For acts on a file that are signed. */
export function useSigning(file: File): SigningAsking {
  const me = useMe();
  const charge = useActingCharge();
  const queries = useQueryClient();
  const [open, setOpen] = useState<SigningDialogProps | null>(null);
  const giveUp = useRef<(() => void) | null>(null);
  // Whoever waits for the signature is told, when the page goes with the dialog.
  useEffect(() => () => giveUp.current?.(), []);

  const signed = async <Result,>(meant: Meant, act: Signable<Result>): Promise<Result> => {
    const { attempt } = act;
    const submit = async (signature: GivenSignature) => {
      attempt.signature = signature;
      try {
        return await act.submit(signature);
      } catch (error) {
        // A refusal has used it up. What was sent without an answer is sent again as it is.
        if (!isUnknown(error)) delete attempt.signature;
        throw error;
      }
    };
    if (attempt.signature) return submit(attempt.signature);
    if (!charge) throw new NotSigned();
    const prepare = async (): Promise<Checked> => {
      const meaning = meaningOf(meant, { file, person: me.person, charge });
      const preparation = await preparing(act.prepare);
      const { print } = act;
      const pages = print && (await preparing(() => print.read(preparation.id)));
      const checked = await check(preparation, meaning, pages);
      // The notes on the page are older than the file: they are read before anything is signed under them.
      if (checked.faults.includes("previous")) refreshActs(queries);
      return checked;
    };
    const meaning = meaningOf(meant, { file, person: me.person, charge });
    const first = await orWhy(prepare);
    return new Promise<Result>((resolve, reject) => {
      const close = () => {
        giveUp.current = null;
        setOpen(null);
      };
      giveUp.current = () => reject(new NotSigned());
      setOpen({
        meaning,
        first,
        prepare,
        ...(act.print && { showPrint: act.print.show }),
        submit: async (signature) => {
          resolve(await submit(signature));
          close();
        },
        onFailed: (error) => {
          reject(error);
          close();
        },
        onClose: () => {
          reject(new NotSigned());
          close();
        },
      });
    });
  };
  return { signed, signingDialog: open && <LazySigningDialog {...open} /> };
}

const meaningOf = (
  { intent, previous, next = null }: Meant,
  signer: Pick<Meaning, "file" | "person" | "charge">,
): Meaning => ({ intent, previous: previous?.(), next, ...signer });

/** What was prepared; or the refusal, where the dialog says what to do. */
async function orWhy(prepare: () => Promise<Checked>): Promise<Checked | ProblemError> {
  try {
    return await prepare();
  } catch (error) {
    if (isProblem(error, ...WAITS_FOR_KEY)) return error;
    throw error;
  }
}

/** Without an answer nothing is signed yet: that is said, and not that nobody knows. */
async function preparing<Result>(prepare: () => Promise<Result>): Promise<Result> {
  try {
    return await prepare();
  } catch (error) {
    if (!isUnknown(error)) throw error;
    throw new ProblemError({
      type: "about:blank",
      status: 0,
      code: NOT_PREPARED,
      title: i18n._({
        id: "sign.notPrepared",
        message: "The office's server did not answer; nothing is signed",
      }),
      detail: i18n._({
        id: "sign.notPrepared.do",
        message: "What you wrote is still here. Check the connection and try again.",
      }),
    });
  }
}

function notLoaded(): ProblemError {
  return new ProblemError({
    type: "about:blank",
    status: 0,
    code: NOT_PREPARED,
    title: i18n._({ id: "sign.notLoaded", message: "Nothing is signed" }),
    detail: unloadedText(),
  });
}
