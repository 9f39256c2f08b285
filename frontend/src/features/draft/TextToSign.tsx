import { Trans } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import type { Communication, CommunicationText } from "@/api/schema";
import type { ApprovedDraft } from "@/office/signing/meaning";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { fullContent, sameContent } from "./content";
import type { SaveSnapshot } from "./contentSaver";
import { Names } from "./names";
import { Particulars } from "./TextDialogs";

interface ToSign {
  text: CommunicationText | undefined;
  isReading: boolean;
  error: Error | null;
  onRetry: () => void;
  /** The office has another text than this page. */
  differs: boolean;
  /** What can be signed, once it is known and the same. */
  draft: ApprovedDraft | null;
}

/** The text that is about to be signed. It is read from the office once more: its digest is what is signed. */
export function useTextToSign({ id }: Communication, snapshot: SaveSnapshot): ToSign {
  const number = snapshot.textNumber;
  const { data, error, isLoading, refetch } = useQuery<CommunicationText>({
    queryKey: ["signing-text", id, number, snapshot.version],
    queryFn: () =>
      bodyOf(client.GET("/api/v1/communications/{id}/texts/{number}", { params: { path: { id, number } } })),
    gcTime: 0,
  });
  const content = data && fullContent(data.content);
  // What is signed is what the officer has before him, or nothing.
  const differs = content !== undefined && !sameContent(content, snapshot.content);
  const draft =
    data && content && !differs
      ? {
          id,
          text: number,
          digest: data.digest,
          form: content.form,
          classification: content.classification,
          amends: content.amends ?? null,
          subject: content.subject.en || content.subject.ur,
        }
      : null;
  return { text: data, isReading: isLoading, error, onRetry: () => void refetch(), differs, draft };
}

/** What it is, and to whom it goes. */
export function TextToSign({ text, error, onRetry, differs }: ToSign) {
  if (!text) return error ? <ErrorNotice error={error} onRetry={onRetry} /> : <SkeletonRows rows={3} />;
  if (differs) {
    return (
      <p role="alert" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
        <Trans
          id="draft.approve.differs"
          message="The office has another text than this page. Close this, and look at it first."
        />
      </p>
    );
  }
  return (
    <div className="rounded-md border border-line bg-sunken px-3 py-2">
      <Particulars content={fullContent(text.content)} names={new Names().learn(text.names)} />
    </div>
  );
}
