import { Trans } from "@lingui/react";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/states";

export function NotFoundPage() {
  return (
    <div className="mx-auto max-w-2xl p-6">
      <EmptyState
        title={<Trans id="shell.notFound" message="There is no such page" />}
        action={
          <ButtonLink to="/" tone="primary">
            <Trans id="shell.toDesk" message="To the desk" />
          </ButtonLink>
        }
      >
        <Trans
          id="shell.notFound.do"
          message="The address may be incomplete. Start from the desk, or search with Ctrl K."
        />
      </EmptyState>
    </div>
  );
}
