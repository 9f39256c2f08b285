import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { may, useMe } from "@/api/me";
import type { Permission } from "@/api/schema";
import { AddressesIcon, DeskIcon, FilesIcon, LedgerIcon, RegistryIcon, TreeIcon } from "@/ui/icons";

export interface Place {
  id: string;
  to: "/" | "/registry" | "/files" | "/addresses" | "/organisation" | "/ledger";
  label: string;
  icon: ReactNode;
  /** The key that follows `g`. */
  code: string;
}

/** The places of the office that the acting post may use, in the order of the day's work. */
export function usePlaces(): Place[] {
  const { i18n } = useLingui();
  const me = useMe();
  const places: (Place & { needs: Permission[] })[] = [
    {
      id: "go.desk",
      to: "/",
      label: i18n._({ id: "shell.desk", message: "Desk" }),
      icon: <DeskIcon />,
      code: "KeyD",
      needs: ["read_desk"],
    },
    {
      id: "go.registry",
      to: "/registry",
      label: i18n._({ id: "shell.registry", message: "Registry" }),
      icon: <RegistryIcon />,
      code: "KeyR",
      needs: ["diarise_receipt", "read_diary"],
    },
    {
      id: "go.files",
      to: "/files",
      label: i18n._({ id: "shell.files", message: "Files" }),
      icon: <FilesIcon />,
      code: "KeyF",
      needs: ["read_file", "open_file"],
    },
    {
      id: "go.addresses",
      to: "/addresses",
      label: i18n._({ id: "shell.addresses", message: "Addresses" }),
      icon: <AddressesIcon />,
      code: "KeyB",
      needs: ["read_addresses"],
    },
    {
      id: "go.organisation",
      to: "/organisation",
      label: i18n._({ id: "shell.organisation", message: "Organisation" }),
      icon: <TreeIcon />,
      code: "KeyO",
      needs: ["manage_organisation", "manage_heads"],
    },
    {
      id: "go.ledger",
      to: "/ledger",
      label: i18n._({ id: "shell.ledger", message: "Ledger" }),
      icon: <LedgerIcon />,
      code: "KeyL",
      needs: ["read_ledger"],
    },
  ];
  return places.filter((place) => place.needs.some((permission) => may(me, permission)));
}
