import { lazy, Suspense } from "react";
import { Store, useStore } from "@/api/store";

export interface Question {
  title: string;
  body?: string;
  /** The verb on the button that goes ahead. */
  action: string;
  /** The words on the other button; without them it is "Cancel". */
  refusal?: string;
  danger?: boolean;
}

interface Asked extends Question {
  answer: (yes: boolean) => void;
}

const asked = new Store<Asked | null>(null);

/** Asks before something that is hard to undo; resolves to the answer. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(null);
        resolve(yes);
      },
    });
  });
}

const ConfirmDialog = lazy(() => import("./ConfirmDialog"));

export function Confirmations() {
  const question = useStore(asked);
  return <Suspense>{question && <ConfirmDialog question={question} onAnswer={question.answer} />}</Suspense>;
}
