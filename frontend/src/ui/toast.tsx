import { useLingui } from "@lingui/react";
import { Store, useStore } from "@/api/store";
import { IconButton } from "./Button";
import { cx } from "./cx";
import { CheckIcon, CloseIcon, WarningIcon } from "./icons";

interface Message {
  id: number;
  text: string;
  tone: "done" | "failed";
}

const messages = new Store<Message[]>([]);
let next = 1;

function dismiss(id: number): void {
  messages.set(messages.get().filter((message) => message.id !== id));
}

/** Says in passing what has happened. A failure stays until it is dismissed. */
export function toast(text: string, tone: Message["tone"] = "done"): void {
  const id = next++;
  messages.set([...messages.get().slice(-2), { id, text, tone }]);
  if (tone === "done") setTimeout(() => dismiss(id), 7000);
}

export function Toasts() {
  const { i18n } = useLingui();
  const shown = useStore(messages);
  return (
    <div
      role="status"
      aria-live="polite"
      // A dialog does not silence it, and dismissing a message is no click outside the dialog.
      data-react-aria-top-layer
      className="no-print pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 px-4 sm:bottom-5"
    >
      {shown.map((message) => (
        <div
          key={message.id}
          className={cx(
            "pointer-events-auto flex max-w-xl items-center gap-2 rounded-md border bg-surface py-1.5 ps-3.5 pe-1 text-ink shadow-pop",
            message.tone === "failed" ? "border-red" : "border-accent",
          )}
        >
          <span className={message.tone === "failed" ? "text-red" : "text-green"}>
            {message.tone === "failed" ? <WarningIcon /> : <CheckIcon />}
          </span>
          <span>{message.text}</span>
          <IconButton
            label={i18n._({ id: "ui.dismiss", message: "Dismiss" })}
            icon={<CloseIcon />}
            onClick={() => dismiss(message.id)}
          />
        </div>
      ))}
    </div>
  );
}
