import { useLingui } from "@lingui/react";
import { useRef } from "react";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/TextArea";
import { toast } from "@/ui/toast";

interface KeptTextProps {
  label: string;
  text: string;
  /** Given where the reader may put the text away. */
  onClose?: () => void;
}

/** A text beside the note that is being written, for reading and copying. */
export function KeptText({ label, text, onClose }: KeptTextProps) {
  const { i18n } = useLingui();
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without a secure address, as in many an office's own network, there is only the old way.
      if (!document.execCommand("copy")) return;
    }
    toast(i18n._({ id: "note.kept.copied", message: "The text is copied." }));
  };
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        ref={area}
        label={label}
        dir="auto"
        readOnly
        rows={2}
        value={text}
        className="[&_textarea]:max-h-48"
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          {i18n._({ id: "note.kept.copy", message: "Copy the text" })}
        </Button>
        {onClose && (
          <Button tone="quiet" onClick={onClose}>
            {i18n._({ id: "note.kept.close", message: "Not needed any more" })}
          </Button>
        )}
      </div>
    </div>
  );
}
