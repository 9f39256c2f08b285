import type { ReactNode } from "react";

export function Icon({ children, flip }: { children: ReactNode; flip?: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={flip ? "size-[1.15rem] shrink-0 rtl:-scale-x-100" : "size-[1.15rem] shrink-0"}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </Icon>
);
export const DeskIcon = () => (
  <Icon>
    <path d="M3 11.5 5 4h10l2 7.5V16H3zM3 11.5h4l1 2h4l1-2h4" />
  </Icon>
);
export const RegistryIcon = () => (
  <Icon>
    <path d="M5 3h10v14H5zM8 7h4M8 10h4M8 13h2" />
  </Icon>
);
export const FilesIcon = () => (
  <Icon>
    <path d="M2.5 5h5l1.5 2h8.5v9h-15z" />
  </Icon>
);
export const AddressesIcon = () => (
  <Icon>
    <path d="M5 3h11v14H5zM3 7h4M3 13h4M9 8h4M9 12h4" />
  </Icon>
);
export const TreeIcon = () => (
  <Icon>
    <path d="M7.5 2.500h5v4h-5zM2.5 13h5v4h-5zM12.5 13h5v4h-5zM10 6.500v3M5 13V9.500h10V13" />
  </Icon>
);
export const LedgerIcon = () => (
  <Icon>
    <path d="M4 4h12M4 8h12M4 12h8M4 16h5" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="10" cy="7" r="3.2" />
    <path d="M4 17c.6-3.5 3-5 6-5s5.4 1.5 6 5" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.5" />
    <path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.300l1.4 1.400M14.3 14.300l1.4 1.400M4.3 15.700l1.4-1.400M14.3 5.700l1.4-1.4" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M16 11.500A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.500z" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon>
    <path d="M10 3 2.5 16.500h15zM10 8v4M10 14.200v.1" />
  </Icon>
);
