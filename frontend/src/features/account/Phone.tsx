import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { bodyOf, client } from "@/api/client";
import type { MyFactors } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { RecoveryCodes } from "@/office/RecoveryCodes";
import { TotpSetUp } from "@/office/TotpSetUp";
import { useProof } from "@/office/useProof";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { Dialog } from "@/ui/Dialog";
import { Chip } from "@/ui/states";
import { Factor } from "./Factor";
import { useFactorChange, useRefreshFactors } from "./useFactorChange";

/** Few enough that new ones should be made. */
const FEW = 3;

/** Codes of the phone, and those on paper that stand in for them. */
export function Phone({ factors }: { factors: MyFactors }) {
  const { i18n } = useLingui();
  const [setsUp, setSetsUp] = useState<"begun" | "confirmed" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const { withProof, proofDialog } = useProof();
  const refresh = useRefreshFactors();
  const remove = useFactorChange({
    send: () => withProof(() => client.DELETE("/api/v1/me/totp")),
    done: i18n._({
      id: "factor.totp.removed",
      message: "The phone and the recovery codes have been removed.",
    }),
  });
  const renew = useFactorChange({
    send: () => withProof(() => bodyOf(client.POST("/api/v1/me/recovery-codes"))),
    onDone: ({ recovery_codes }) => setCodes(recovery_codes),
  });
  const askToRemove = async () => {
    const yes = await confirm({
      title: i18n._({ id: "factor.totp.remove.ask", message: "Remove the phone?" }),
      body: i18n._({
        id: "factor.totp.remove.effect",
        message:
          "Its codes and all your recovery codes stop working at once. Delete the entry in the app too.",
      }),
      action: i18n._({ id: "factor.totp.remove", message: "Remove" }),
      danger: true,
    });
    if (yes) remove.mutate(undefined);
  };
  const askToRenew = async () => {
    const yes = await confirm({
      title: i18n._({ id: "factor.codes.renew.ask", message: "Make new recovery codes?" }),
      body: i18n._({
        id: "factor.codes.renew.effect",
        message: "The codes that you have on paper stop working at once.",
      }),
      action: i18n._({ id: "factor.codes.renew", message: "New recovery codes" }),
    });
    if (yes) renew.mutate(undefined);
  };
  const since = factors.totp_since;
  const left = factors.recovery_codes_left;
  const close = () => {
    setSetsUp(null);
    setCodes(null);
  };
  return (
    <>
      <Factor
        title={<Trans id="factor.totp" message="Codes of the phone" />}
        state={
          since ? (
            <Chip tone="green">
              <Trans id="factor.totp.on" message="Set up" />
            </Chip>
          ) : (
            <Chip>
              <Trans id="factor.totp.off" message="Not set up" />
            </Chip>
          )
        }
        actions={
          <>
            <Button
              // Another button, and not one that fades from one colour into another.
              key={since ? "replace" : "set-up"}
              tone={since ? "plain" : "primary"}
              onClick={() => setSetsUp("begun")}
            >
              {since ? (
                <Trans id="factor.totp.replace" message="Replace the phone" />
              ) : (
                <Trans id="factor.totp.setUp" message="Set up a phone" />
              )}
            </Button>
            {since && (
              <Button tone="danger" pending={remove.isPending} onClick={() => void askToRemove()}>
                <Trans id="factor.totp.remove" message="Remove" />
              </Button>
            )}
          </>
        }
      >
        {since ? (
          <Trans id="factor.totp.since" message="set up on {time}" values={{ time: <Time at={since} /> }} />
        ) : (
          <Trans
            id="factor.totp.about"
            message="An app on your phone shows six digits, new every half minute; you enter them after your password."
          />
        )}
      </Factor>
      {(since || left > 0) && (
        <Factor
          title={<Trans id="factor.codes" message="Recovery codes" />}
          state={
            <Chip tone={left >= FEW ? "green" : "amber"}>
              <Trans id="factor.codes.left" message="{count} left" values={{ count: <Num>{left}</Num> }} />
            </Chip>
          }
          actions={
            <Button pending={renew.isPending} onClick={() => void askToRenew()}>
              <Trans id="factor.codes.renew" message="New recovery codes" />
            </Button>
          }
        >
          {left >= FEW ? (
            <Trans id="factor.codes.about" message="On paper, for the day the phone is not at hand." />
          ) : (
            <Trans
              id="factor.codes.few"
              message="Make new ones before the last is used; otherwise only an administrator can let you in when the phone is lost."
            />
          )}
        </Factor>
      )}
      {setsUp && (
        <Sheet
          title={i18n._({ id: "factor.totp.title", message: "Set up the phone" })}
          // The codes on paper that follow are shown once.
          {...(setsUp === "begun" && { onClose: close })}
        >
          <TotpSetUp
            offer={() => withProof(() => bodyOf(client.POST("/api/v1/me/totp")))}
            action={i18n._({ id: "factor.done", message: "Done" })}
            onConfirmed={() => {
              setSetsUp("confirmed");
              void refresh();
            }}
            onDone={close}
            onCancel={close}
          />
        </Sheet>
      )}
      {codes && (
        <Sheet title={i18n._({ id: "factor.codes.new", message: "New recovery codes" })}>
          <RecoveryCodes
            codes={codes}
            action={i18n._({ id: "factor.done", message: "Done" })}
            onKept={close}
          />
        </Sheet>
      )}
      {proofDialog}
    </>
  );
}

/** A click beside it closes nothing: what it shows is shown once. */
function Sheet({ title, onClose, children }: { title: string; onClose?: () => void; children: ReactNode }) {
  return (
    <Dialog open alert title={title} {...(onClose && { onClose })}>
      {children}
    </Dialog>
  );
}
