import { Store, useStore } from "@/api/store";
import { lazily, unloadedText } from "./lazily";
import { toast } from "./toast";

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

interface Asking {
  question: Question;
  onAnswer: (yes: boolean) => void;
}

/** What cannot be asked is not done. */
const ConfirmDialog = lazily<Asking>(() => import("./ConfirmDialog").then((it) => it.default), {
  giveUp: ({ onAnswer }) => {
    toast(unloadedText(), "failed");
    onAnswer(false);
  },
});

export function Confirmations() {
  const question = useStore(asked);
  return question && <ConfirmDialog question={question} onAnswer={question.answer} />;
}
