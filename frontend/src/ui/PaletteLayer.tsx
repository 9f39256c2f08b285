import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { AriaLocale } from "./AriaLocale";

interface PaletteLayerProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel at the top of the page for one field and what it finds. */
export function PaletteLayer({ label, onClose, children }: PaletteLayerProps) {
  return (
    <AriaLocale>
      <ModalOverlay
        isOpen
        isDismissable
        onOpenChange={(open) => !open && onClose()}
        className="fixed inset-0 z-40 flex items-start justify-center bg-black/45 p-3 pt-[10vh]"
      >
        <Modal className="w-full max-w-xl overflow-hidden rounded-lg bg-surface text-ink shadow-pop">
          <Dialog aria-label={label} className="flex max-h-[70dvh] flex-col outline-none">
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
