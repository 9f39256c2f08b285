import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { LedgerEvidence, Note, NoteSignature } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { saveAs } from "@/office/download";
import { Button } from "@/ui/Button";
import { CopyCode } from "@/ui/CopyCode";
import { ErrorNotice } from "@/ui/errors";
import { DownloadIcon } from "@/ui/paperIcons";
import { Skeleton } from "@/ui/states";
import { noteEvidenceQuery } from "./evidence";

interface SignatureDetailsProps {
  note: Note;
  signature: NoteSignature;
}

/** What a signature is worth and what proves it, for whoever wants to check it himself. */
export function SignatureDetails({ note, signature }: SignatureDetailsProps) {
  const { i18n } = useLingui();
  const evidence = useQuery(noteEvidenceQuery(note.id));
  const challenge = i18n._({ id: "sign.bytes.challenge", message: "Challenge" });
  const digest = i18n._({ id: "sign.bytes.digest", message: "Digest" });
  const key = i18n._({ id: "signature.keyId", message: "Key" });
  return (
    <div className="mt-1.5 flex flex-col gap-2.5 rounded-md border border-line bg-surface p-3">
      <Worth signature={signature} />
      <dl className="flex flex-col gap-1.5">
        <Fact name={i18n._({ id: "signature.at", message: "Signed" })}>
          <Time at={signature.signed_at} />
        </Fact>
        {signature.revoked_at && (
          <Fact name={i18n._({ id: "signature.revokedAt", message: "Key revoked" })}>
            <Time at={signature.revoked_at} />
          </Fact>
        )}
        <Fact name={key}>
          <CopyCode label={key}>{signature.key_id}</CopyCode>
        </Fact>
        <Fact name={digest}>
          <CopyCode label={digest}>{note.digest}</CopyCode>
        </Fact>
        {(evidence.isPending || evidence.data?.hashes) && (
          <Fact name={challenge}>
            {evidence.data?.hashes ? (
              <CopyCode label={challenge}>{evidence.data.hashes.challenge}</CopyCode>
            ) : (
              <Skeleton className="h-8" />
            )}
          </Fact>
        )}
      </dl>
      {evidence.data?.hashes && evidence.data.hashes.digest !== note.digest && (
        <p role="alert" className="font-medium text-red lang-ur:font-normal">
          <Trans
            id="signature.otherDigest"
            message="This browser computed another digest from the evidence: what the office gives as signed is not this note."
          />
        </p>
      )}
      {evidence.error && <ErrorNotice error={evidence.error} onRetry={() => void evidence.refetch()} />}
      {evidence.data && (
        <div>
          <Button icon={<DownloadIcon />} onClick={() => save(note.id, evidence.data.evidence)}>
            <Trans id="signature.download" message="Download the evidence" />
          </Button>
        </div>
      )}
      <HowToVerify method={signature.method} />
    </div>
  );
}

const save = (noteId: string, evidence: LedgerEvidence): void =>
  saveAs(new Blob([JSON.stringify(evidence)], { type: "application/json" }), `note-${noteId}.evidence.json`);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Worth({ signature: { method, state, revoked_at } }: { signature: NoteSignature }) {
  if (state === "invalid") {
    return (
      <p className="font-medium text-red lang-ur:font-normal">
        <Trans
          id="signature.worth.invalid"
          message="It does not verify. Download the evidence before anything else is changed, and have the ledger checked with daftar verify."
        />
      </p>
    );
  }
  return (
    <p>
      {method === "passkey" ? (
        <Trans
          id="signature.worth.passkey"
          message="A passkey of the officer signed. Its key never was in the office: nobody else could sign with it."
        />
      ) : (
        <Trans
          id="signature.worth.server_key"
          message="The office signed with a key that it keeps for the officer, once he had proved who he was. It proves what the office says."
        />
      )}
      {revoked_at && (
        <>
          {" "}
          <Trans
            id="signature.worth.revoked"
            message="The key was revoked later; what it signed before stays valid."
          />
        </>
      )}
    </p>
  );
}

/** In short what docs/verification.md says. */
function HowToVerify({ method }: Pick<NoteSignature, "method">) {
  const code = (text: string) => (
    <Num>
      <code lang="en" className="text-[0.95em]">
        {text}
      </code>
    </Num>
  );
  return (
    <details>
      <summary className="w-fit text-accent">
        <Trans id="signature.verify" message="How anybody can verify it" />
      </summary>
      <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5">
        <li>
          <Trans
            id="signature.verify.digest"
            message="The SHA-256 of {note} is the digest above."
            values={{ note: code("note") }}
          />
        </li>
        <li>
          <Trans
            id="signature.verify.challenge"
            message="The SHA-256 of {bytes} is the challenge above."
            values={{ bytes: code('"daftar.note/v1" ‖ 0x00 ‖ note') }}
          />
        </li>
        <li>
          {method === "passkey" ? (
            <Trans
              id="signature.verify.passkey"
              message="{client} names that challenge, and {signature} verifies with {key} over {bytes}."
              values={{
                client: code("client_data_json"),
                signature: code("signature"),
                key: code("public_key"),
                bytes: code("authenticator_data ‖ SHA-256(client_data_json)"),
              }}
            />
          ) : (
            <Trans
              id="signature.verify.server_key"
              message="{signature} verifies with {key} (ECDSA, P-256, SHA-256) over the bytes of step 2."
              values={{ signature: code("signature"), key: code("public_key") }}
            />
          )}
        </li>
        <li>
          <Trans
            id="signature.verify.ledger"
            message="The SHA-256 of {evidence} stands in {entry}, which is a leaf of the ledger; {signer} is the leaf that says whose key it is."
            values={{ evidence: code("signature"), entry: code("entry"), signer: code("signer") }}
          />
        </li>
      </ol>
      <p className="mt-1 text-muted">
        <Trans
          id="signature.verify.more"
          message="{tool} checks all of this in the file, and {page} says it to the byte; both are in the source of Daftar."
          values={{ tool: code("tests/verify/verify.py evidence"), page: code("docs/verification.md") }}
        />
      </p>
    </details>
  );
}
