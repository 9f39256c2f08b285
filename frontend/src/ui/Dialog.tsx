import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { AriaLocale } from "./AriaLocale";
import { IconButton } from "./Button";
import { cx } from "./cx";
import { CloseIcon } from "./icons";

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

/** A sheet over the page: centred on wide screens, from below on phones. Escape closes it, focus returns. */
export function Dialog({ open, onClose, title, children, actions, wide, alert }: DialogProps) {
  const { i18n } = useLingui();
  return (
    <AriaLocale>
      <ModalOverlay
        isOpen={open}
        onOpenChange={(next) => !next && onClose?.()}
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
                  onClick={onClose}
                  className="-me-2 -mt-1"
                />
              )}
            </header>
            {children}
            {actions && <footer className="flex flex-wrap justify-start gap-2 pt-1">{actions}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
