import type { I18n } from "@lingui/core";
import type { ChargeKind, Role, UnitKind } from "@/api/schema";

export const UNIT_KINDS: UnitKind[] = [
  "government",
  "ministry",
  "division",
  "department",
  "attached_department",
  "wing",
  "section",
  "registry",
];
export const ROLES: Role[] = ["officer", "registry", "authenticator", "administrator", "auditor"];
export const CHARGE_KINDS: ChargeKind[] = ["substantive", "additional", "look_after", "acting"];

export function unitKindLabel(i18n: I18n, kind: UnitKind): string {
  const labels: Record<UnitKind, () => string> = {
    government: () => i18n._({ id: "organisation.kind.government", message: "Government" }),
    ministry: () => i18n._({ id: "organisation.kind.ministry", message: "Ministry" }),
    division: () => i18n._({ id: "organisation.kind.division", message: "Division" }),
    department: () => i18n._({ id: "organisation.kind.department", message: "Department" }),
    attached_department: () => i18n._({ id: "organisation.kind.attached", message: "Attached department" }),
    wing: () => i18n._({ id: "organisation.kind.wing", message: "Wing" }),
    section: () => i18n._({ id: "organisation.kind.section", message: "Section" }),
    registry: () => i18n._({ id: "organisation.kind.registry", message: "Registry" }),
  };
  return labels[kind]();
}

export function roleLabel(i18n: I18n, role: Role): string {
  const labels: Record<Role, () => string> = {
    officer: () => i18n._({ id: "organisation.role.officer", message: "Officer" }),
    registry: () => i18n._({ id: "organisation.role.registry", message: "Registry" }),
    authenticator: () => i18n._({ id: "organisation.role.authenticator", message: "Authenticating officer" }),
    administrator: () => i18n._({ id: "organisation.role.administrator", message: "Administrator" }),
    auditor: () => i18n._({ id: "organisation.role.auditor", message: "Auditor" }),
  };
  return labels[role]();
}

/** What a role lets the holder of a post do, in a sentence. */
export function roleHint(i18n: I18n, role: Role): string {
  const hints: Record<Role, () => string> = {
    officer: () =>
      i18n._({ id: "organisation.role.officer.hint", message: "Notes on files and sends them on." }),
    registry: () =>
      i18n._({ id: "organisation.role.registry.hint", message: "Diarises what arrives and marks it." }),
    authenticator: () =>
      i18n._({
        id: "organisation.role.authenticator.hint",
        message: "May authenticate orders of the government.",
      }),
    administrator: () =>
      i18n._({
        id: "organisation.role.administrator.hint",
        message: "Manages the organisation; reads no file.",
      }),
    auditor: () =>
      i18n._({ id: "organisation.role.auditor.hint", message: "Reads the ledger; writes nothing." }),
  };
  return hints[role]();
}
