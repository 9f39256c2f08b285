import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { isProblem } from "@/api/problem";
import type { MyPasskey } from "@/api/schema";
import { ActDialog } from "@/office/ActDialog";
import { makePasskey } from "@/office/passkeys";
import { useProof } from "@/office/useProof";
import { TextField } from "@/ui/Field";
import { toast } from "@/ui/toast";
import { deviceOf } from "./device";
import { useRefreshFactors } from "./useFactorChange";

/** Names a new passkey and has the device make it. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const { withProof, proofDialog } = useProof();
  const { browser, system } = deviceOf(navigator.userAgent);
  const name = useName([browser, system].filter(Boolean).join(" · "));
  const refresh = useRefreshFactors();
  const add = useMutation({
    mutationFn: async () => {
      const request = await withProof(() => bodyOf(client.POST("/api/v1/me/passkeys/options")));
      const body = { name: name.value.trim(), credential: await makePasskey(request) };
      return client.POST("/api/v1/me/passkeys", { body });
    },
    onSuccess: async () => {
      await refresh();
      toast(
        i18n._({
          id: "passkey.added",
          message: "The passkey has been added. It works once an administrator has approved it.",
        }),
      );
      onClose();
    },
  });
  return (
    <>
      <ActDialog
        title={i18n._({ id: "passkey.add", message: "Add a passkey" })}
        effect={
          <Trans
            id="passkey.add.effect"
            message="Your device asks you to unlock it, and makes a key that never leaves it. Then speak with an administrator: nobody can use it before it is approved."
          />
        }
        action={i18n._({ id: "passkey.add.do", message: "Make the passkey" })}
        pending={add.isPending}
        error={name.wordsAt(add.error) ? null : add.error}
        onSubmit={() => name.check() && add.mutate()}
        onClose={onClose}
      >
        <NameField name={name} error={name.error ?? name.wordsAt(add.error)} />
      </ActDialog>
      {proofDialog}
    </>
  );
}

export function RenamePasskeyDialog({ passkey, onClose }: { passkey: MyPasskey; onClose: () => void }) {
  const { i18n } = useLingui();
  const name = useName(passkey.name);
  const { withProof, proofDialog } = useProof();
  const refresh = useRefreshFactors();
  const rename = useMutation({
    mutationFn: () =>
      withProof(() =>
        client.PATCH("/api/v1/me/passkeys/{id}", {
          params: { path: { id: passkey.id }, header: ifMatch(passkey.version) },
          body: { name: name.value.trim() },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      toast(i18n._({ id: "passkey.renamed", message: "The passkey has been renamed." }));
      onClose();
    },
    onError: (error) => isProblem(error, "stale") && refresh(),
  });
  return (
    <>
      <ActDialog
        title={i18n._({ id: "passkey.rename.title", message: "Rename the passkey" })}
        action={i18n._({ id: "passkey.rename", message: "Rename" })}
        pending={rename.isPending}
        error={name.wordsAt(rename.error) ? null : rename.error}
        onSubmit={() => name.check() && rename.mutate()}
        onClose={onClose}
      >
        <NameField name={name} error={name.error ?? name.wordsAt(rename.error)} />
      </ActDialog>
      {proofDialog}
    </>
  );
}

type Name = ReturnType<typeof useName>;

function useName(start: string) {
  const { i18n } = useLingui();
  const [value, setValue] = useState(start);
  const [missing, setMissing] = useState(false);
  return {
    value,
    type: (text: string) => {
      setValue(text);
      setMissing(false);
    },
    check: () => {
      setMissing(value.trim() === "");
      return value.trim() !== "";
    },
    error: missing ? i18n._({ id: "session.needed", message: "Please fill this in." }) : undefined,
    wordsAt: (error: unknown) =>
      isProblem(error) ? error.fields.find(({ pointer }) => pointer === "/name")?.message : undefined,
  };
}

function NameField({ name, error }: { name: Name; error: string | undefined }) {
  const { i18n } = useLingui();
  return (
    <TextField
      dir="auto"
      maxLength={100}
      label={i18n._({ id: "passkey.name", message: "Name" })}
      hint={i18n._({
        id: "passkey.name.hint",
        message: "What you and the administrator call it, such as “Office laptop”.",
      })}
      value={name.value}
      onChange={(event) => name.type(event.target.value)}
      error={error}
    />
  );
}
