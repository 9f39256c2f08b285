import { Trans } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useActingCharge } from "@/api/me";
import { isProblem } from "@/api/problem";
import { ButtonLink } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { Drafting } from "./Drafting";
import { draftQuery, fileQuery } from "./queries";

const route = getRouteApi("/office/files/$fileId/drafts/$draftId");

/** A draft for approval: what it says, what was said about it, and what may be done with it. */
export function DraftPage() {
  const { fileId, draftId } = route.useParams();
  const draft = useQuery(draftQuery(draftId));
  const file = useQuery(fileQuery(fileId));
  const post = useActingCharge()?.post.id;
  const error = (!draft.data && draft.error) || (!file.data && file.error);
  const retry = () => {
    void draft.refetch();
    void file.refetch();
  };
  if (error) return <DraftProblem fileId={fileId} error={error} onRetry={retry} />;
  if (!draft.data || !file.data) return <SkeletonRows rows={6} height="h-16" />;
  return <Drafting key={`${draftId} ${post}`} draft={draft.data} file={file.data} />;
}

interface DraftProblemProps {
  fileId: string;
  error: unknown;
  onRetry: () => void;
}

function DraftProblem({ fileId, error, onRetry }: DraftProblemProps) {
  const toFile = (
    <ButtonLink tone="primary" to="/files/$id" params={{ id: fileId }} search={{ tab: "drafts" }}>
      <Trans id="draft.toFile" message="To the file" />
    </ButtonLink>
  );
  if (isProblem(error, "file-not-opened")) {
    return (
      <EmptyState title={<Trans id="draft.notOpened" message="The file is not opened yet" />} action={toFile}>
        <Trans
          id="draft.notOpened.what"
          message="Its drafts can be read once the file was opened on the desk to which it came."
        />
      </EmptyState>
    );
  }
  if (isProblem(error) && error.status === 404) {
    return (
      <EmptyState title={<Trans id="draft.unknown" message="There is no such draft here" />} action={toFile}>
        <Trans
          id="draft.unknown.why"
          message="Either the address is wrong, or its file is not open to the post for which you act now."
        />
      </EmptyState>
    );
  }
  return <ErrorNotice error={error} onRetry={onRetry} />;
}
