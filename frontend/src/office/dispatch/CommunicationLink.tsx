import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { problemText } from "@/i18n/problems";
import { toast } from "@/ui/toast";

interface CommunicationLinkProps {
  id: string;
  children: ReactNode;
}

/** Opens a communication whose file is not known here: where it lies, the communication itself says. */
export function CommunicationLink({ id, children }: CommunicationLinkProps) {
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const open = async () => {
    setPending(true);
    try {
      const path = "/api/v1/communications/{id}";
      const { file } = await bodyOf(client.GET(path, { params: { path: { id } } }));
      await navigate({
        to: "/files/$fileId/drafts/$draftId",
        params: { fileId: file.id, draftId: id },
      });
    } catch (error) {
      toast(problemText(error), "failed");
    } finally {
      setPending(false);
    }
  };
  return (
    <button
      type="button"
      aria-busy={pending}
      onClick={() => void open()}
      className="cursor-pointer text-start text-accent underline"
    >
      {children}
    </button>
  );
}
