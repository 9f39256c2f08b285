import { Trans, useLingui } from "@lingui/react";
import type { MyFactors } from "@/api/schema";
import { factorReasonText } from "@/office/factorWords";

/** Why a second factor is asked for; nothing where it is not. */
export function Requirement({ factors }: { factors: MyFactors }) {
  const { i18n } = useLingui();
  if (!factors.required_because) return null;
  return (
    <p className="rounded-md border-s-4 border-accent bg-accent-soft px-3 py-2">
      {factorReasonText(i18n, factors.required_because)}{" "}
      <Trans
        id="factor.required"
        message="So you cannot remove your only second factor, but you can replace it."
      />
    </p>
  );
}
