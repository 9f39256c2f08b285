import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isProblem } from "@/api/problem";
import type { FactorProof, PasskeyChallenge, Proof } from "@/api/schema";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { KeyIcon } from "@/ui/factorIcons";
import { passkeysHere } from "@/ui/passkeysHere";
import { CodeField } from "./CodeField";
import { isWhole } from "./codes";
import { askPasskey } from "./passkeys";

interface ProofFormProps<Result> {
  /** The ways that are open to the person. */
  ways: Proof[];
  challenge: () => Promise<PasskeyChallenge>;
  send: (proof: FactorProof) => Promise<Result>;
  onProved: (result: Result) => void | Promise<void>;
}

/** The order in which they are offered. */
const WAYS: Proof[] = ["passkey", "totp", "recovery_code", "password"];

/** Proves who one is in one of several ways. What was typed for one of them stays while another is looked at. */
export function ProofForm<Result>({ ways, challenge, send, onProved }: ProofFormProps<Result>) {
  const { i18n } = useLingui();
  const open = WAYS.filter((way) => ways.includes(way) && (way !== "passkey" || passkeysHere()));
  const [chosen, choose] = useState<Proof | undefined>(open[0]);
  const [typed, setTyped] = useState({ totp: "", recovery_code: "", password: "" });
  const [missing, setMissing] = useState(false);
  const prove = useMutation({
    mutationFn: async (proof: FactorProof) => onProved(await send(proof)),
  });
  const passkey = useMutation({
    mutationFn: async () => onProved(await send({ assertion: await askPasskey(await challenge()) })),
  });
  const failure = chosen === "passkey" ? passkey.error : prove.error;
  const needed =
    chosen === "totp"
      ? i18n._({ id: "factor.code.whole", message: "The code has six digits." })
      : i18n._({ id: "session.needed", message: "Please fill this in." });
  const fieldError = missing ? needed : wordsAt(failure);

  const type = (way: keyof typeof typed) => (text: string) => {
    setTyped((before) => ({ ...before, [way]: text }));
    setMissing(false);
    prove.reset();
  };
  const give = (way: Proof, text: string) => {
    const bare = text.trim();
    const isMissing = way === "totp" ? !isWhole(bare) : bare === "";
    setMissing(isMissing);
    if (isMissing || prove.isPending) return;
    if (way === "totp") prove.mutate({ code: bare });
    else if (way === "recovery_code") prove.mutate({ recovery_code: bare });
    else prove.mutate({ password: text });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It may stand over another form: that one is not sent with it.
    event.stopPropagation();
    if (chosen === "passkey") passkey.mutate();
    else if (chosen) give(chosen, typed[chosen]);
  };
  const turnTo = (way: Proof) => {
    choose(way);
    setMissing(false);
    prove.reset();
    passkey.reset();
  };

  if (!chosen) return <NoWay />;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure && !wordsAt(failure) && <ErrorNotice error={failure} />}
      {chosen === "passkey" && (
        <p>
          <Trans
            id="factor.passkey.do"
            message="Unlock your passkey by finger, face or PIN, as you unlock your device."
          />
        </p>
      )}
      {chosen === "totp" && (
        <CodeField
          autoFocus
          value={typed.totp}
          onChange={type("totp")}
          onWhole={(code) => give("totp", code)}
          error={fieldError}
        />
      )}
      {chosen === "recovery_code" && (
        <TextField
          autoFocus
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          label={i18n._({ id: "factor.recovery", message: "Recovery code" })}
          hint={i18n._({
            id: "factor.recovery.hint",
            message: "One of the codes that you kept on paper. Each works once.",
          })}
          value={typed.recovery_code}
          onChange={(event) => type("recovery_code")(event.target.value)}
          error={fieldError}
        />
      )}
      {chosen === "password" && (
        <TextField
          autoFocus
          dir="ltr"
          type="password"
          autoComplete="current-password"
          label={i18n._({ id: "session.password", message: "Password" })}
          value={typed.password}
          onChange={(event) => type("password")(event.target.value)}
          error={fieldError}
        />
      )}
      <Button
        // Another one for each way, so that the passkey's takes the focus as the fields of the others do.
        key={chosen}
        autoFocus={chosen === "passkey"}
        type="submit"
        tone="primary"
        className="self-start"
        icon={chosen === "passkey" && <KeyIcon />}
        pending={prove.isPending || passkey.isPending}
      >
        {chosen === "passkey" ? (
          <Trans id="factor.passkey.use" message="Use the passkey" />
        ) : (
          <Trans id="factor.confirm" message="Confirm" />
        )}
      </Button>
      {open.length > 1 && (
        <div className="flex flex-col items-start gap-1 border-t border-line pt-3">
          <p className="text-sm text-muted">
            <Trans id="factor.otherWay" message="Not at hand?" />
          </p>
          {open
            .filter((way) => way !== chosen)
            .map((way) => (
              <Button key={way} tone="quiet" className="-ms-3.5" onClick={() => turnTo(way)}>
                <WayName way={way} />
              </Button>
            ))}
        </div>
      )}
    </form>
  );
}

function WayName({ way }: { way: Proof }) {
  switch (way) {
    case "passkey":
      return <Trans id="factor.way.passkey" message="Use a passkey" />;
    case "totp":
      return <Trans id="factor.way.totp" message="Enter a code from the phone" />;
    case "recovery_code":
      return <Trans id="factor.way.recovery" message="Enter a recovery code" />;
    case "password":
      return <Trans id="factor.way.password" message="Enter the password" />;
  }
}

/** The only way is a passkey, and this page cannot ask for one. */
function NoWay() {
  return (
    <p>
      <Trans
        id="factor.noWay"
        message="Your only second factor is a passkey, and passkeys do not work in this browser or at this address. Open the office by its name in another browser, or ask an administrator to reset your second factors."
      />
    </p>
  );
}

const FIELDS = ["/code", "/recovery_code", "/password"];

/** What the server says at the field. */
function wordsAt(error: unknown): string | undefined {
  if (!isProblem(error)) return undefined;
  return error.fields.find(({ pointer }) => FIELDS.includes(pointer))?.message;
}
