import { useLingui } from "@lingui/react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { AriaLocale } from "./AriaLocale";
import { IconButton } from "./Button";
import { confirm } from "./confirm";
import { cx } from "./cx";
import { CloseIcon } from "./icons";
import { useUnsaved } from "./unsaved";

interface DialogProps {
  open: boolean;
  /** Without it the dialog stays until its reason is gone. */
  onClose?: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the main one first. */
  actions?: ReactNode;
  wide?: boolean;
  /** A question that must be answered: a click outside does not close it. */
  alert?: boolean;
}

/**
 * A sheet over the page: centred on wide screens, from below on phones. Escape closes it, focus returns. Once something
 * was entered, only its own buttons close it unasked.
 */
export function Dialog({ open, onClose, title, children, actions, wide, alert }: DialogProps) {
  const { i18n } = useLingui();
  const [isTyped, setTyped] = useState(false);
  const typedInto = useRef<HTMLElement | null>(null);
  const mayLose = isTyped && onClose !== undefined && !alert;
  useUnsaved(mayLose, { isLayer: true });
  const close = async () => {
    const sure =
      !mayLose ||
      (await confirm({
        title: i18n._({ id: "discard.title", message: "Throw away what you entered here?" }),
        action: i18n._({ id: "discard.do", message: "Throw it away" }),
        refusal: i18n._({ id: "discard.not", message: "Keep what I entered" }),
        danger: true,
      }));
    if (sure) onClose?.();
    // A click beside the dialog had taken the focus to nowhere, where no key reaches the dialog.
    else requestAnimationFrame(() => typedInto.current?.focus());
  };
  // Not what is typed into a dialog over this one, which stands elsewhere in the document.
  const onInput = ({ currentTarget, target }: FormEvent) => {
    if (!currentTarget.contains(target as Node)) return;
    typedInto.current = target as HTMLElement;
    setTyped(true);
  };
  return (
    <AriaLocale>
      <ModalOverlay
        isOpen={open}
        onOpenChange={(next) => !next && void close()}
        isDismissable={!alert}
        isKeyboardDismissDisabled={!onClose}
        className="fixed inset-0 z-40 flex items-end justify-center bg-black/45 sm:items-center sm:p-6"
      >
        <Modal
          className={cx(
            "max-h-[92dvh] w-full overflow-auto rounded-t-lg bg-surface text-ink shadow-pop sm:rounded-lg",
            wide ? "sm:max-w-3xl" : "sm:max-w-lg",
          )}
        >
          <AriaDialog
            role={alert ? "alertdialog" : "dialog"}
            className="flex flex-col gap-4 p-5 outline-none"
          >
            <header className="flex items-start justify-between gap-3">
              <Heading slot="title" className="font-serif text-xl font-semibold lang-ur:font-normal">
                {title}
              </Heading>
              {onClose && (
                <IconButton
                  label={i18n._({ id: "ui.close", message: "Close" })}
                  icon={<CloseIcon />}
                  onClick={() => void close()}
                  className="-me-2 -mt-1"
                />
              )}
            </header>
            <div className="contents" onInput={onInput}>
              {children}
            </div>
            {actions && <footer className="flex flex-wrap justify-start gap-2 pt-1">{actions}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
