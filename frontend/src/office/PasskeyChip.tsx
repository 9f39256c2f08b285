import { useLingui } from "@lingui/react";
import type { PasskeyState } from "@/api/schema";
import { Chip } from "@/ui/states";
import { passkeyStateLabel } from "./factorWords";

const TONES = { pending: "amber", approved: "green", suspected: "red", revoked: "plain" } as const;

/** How a passkey stands, in a word. */
export function PasskeyChip({ state }: { state: PasskeyState }) {
  const { i18n } = useLingui();
  return <Chip tone={TONES[state]}>{passkeyStateLabel(i18n, state)}</Chip>;
}
