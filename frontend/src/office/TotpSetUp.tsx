import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { TotpConfirmed, TotpOffer } from "@/api/schema";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { PhoneIcon } from "@/ui/factorIcons";
import { CheckIcon } from "@/ui/icons";
import { CodeField } from "./CodeField";
import { inGroups, isWhole } from "./codes";
import { RecoveryCodes } from "./RecoveryCodes";

interface TotpSetUpProps {
  /** Asks the server for a secret; it may want a proof first. */
  offer: () => Promise<TotpOffer>;
  /** What the button says that ends the set-up, after the codes were kept. */
  action: string;
  /** The phone counts from now on. */
  onConfirmed?: (confirmed: TotpConfirmed) => void;
  onDone: () => void;
  onCancel?: () => void;
}

/** Three steps: an app on the phone, the picture for it and its first code, the codes on paper. */
export function TotpSetUp({ offer, action, onConfirmed, onDone, onCancel }: TotpSetUpProps) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const begin = useMutation({ mutationFn: offer });
  if (codes) {
    return (
      <>
        <p role="status" className="flex items-center gap-2 text-green">
          <CheckIcon />
          <Trans id="factor.totp.confirmed" message="The phone has been set up." />
        </p>
        <RecoveryCodes codes={codes} action={action} onKept={onDone} />
      </>
    );
  }
  if (begin.data) {
    return (
      <Confirm
        key={begin.data.secret}
        offer={begin.data}
        onAgain={begin.reset}
        onConfirmed={(confirmed) => {
          onConfirmed?.(confirmed);
          setCodes(confirmed.recovery_codes);
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {begin.error && <ErrorNotice error={begin.error} />}
      <p>
        <Trans
          id="factor.totp.first"
          message="You need an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or Aegis. It shows a new code every half minute and works without a network."
        />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" icon={<PhoneIcon />} pending={begin.isPending} onClick={() => begin.mutate()}>
          <Trans id="factor.totp.begin" message="I have the app: show the picture for it" />
        </Button>
        {onCancel && (
          <Button onClick={onCancel}>
            <Trans id="ui.cancel" message="Cancel" />
          </Button>
        )}
      </div>
    </div>
  );
}

interface ConfirmProps {
  offer: TotpOffer;
  onAgain: () => void;
  onConfirmed: (confirmed: TotpConfirmed) => void;
}

function Confirm({ offer, onAgain, onConfirmed }: ConfirmProps) {
  const { i18n } = useLingui();
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const confirm = useMutation({
    mutationFn: (code: string) => bodyOf(client.PUT("/api/v1/me/totp", { body: { code } })),
    onSuccess: onConfirmed,
  });
  const atField = isProblem(confirm.error) ? confirm.error.fields[0]?.message : undefined;
  const give = (code: string) => {
    setMissing(!isWhole(code));
    if (isWhole(code) && !confirm.isPending) confirm.mutate(code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    give(code);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p>
        <Trans id="factor.totp.scan" message="Scan this picture with the app." />
      </p>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(offer.qr_svg)}`}
        alt={i18n._({ id: "factor.totp.picture", message: "The secret for the app, as a QR code" })}
        className="size-56 rounded-md border border-line bg-white p-1"
      />
      <div>
        <p className="text-sm text-muted">
          <Trans id="factor.totp.secret" message="If it cannot be scanned, type this key into the app:" />
        </p>
        <p dir="ltr" className="font-mono break-words rtl:text-end">
          {inGroups(offer.secret)}
        </p>
      </div>
      {confirm.error && !atField && <ErrorNotice error={confirm.error} />}
      {isProblem(confirm.error, "totp-not-offered") ? (
        <Button tone="primary" className="self-start" onClick={onAgain}>
          <Trans id="factor.totp.again" message="Begin again" />
        </Button>
      ) : (
        <>
          <CodeField
            value={code}
            onChange={(code) => {
              setCode(code);
              setMissing(false);
              confirm.reset();
            }}
            onWhole={give}
            error={
              missing ? i18n._({ id: "factor.code.whole", message: "The code has six digits." }) : atField
            }
          />
          <Button type="submit" tone="primary" className="self-start" pending={confirm.isPending}>
            <Trans id="factor.confirm" message="Confirm" />
          </Button>
        </>
      )}
    </form>
  );
}
