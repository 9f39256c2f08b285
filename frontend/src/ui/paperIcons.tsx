import { Icon } from "./icons";

export const ZoomInIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4M9 7v4M7 9h4" />
  </Icon>
);
export const ZoomOutIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4M7 9h4" />
  </Icon>
);
export const RotateIcon = () => (
  <Icon>
    <path d="M15.5 10A5.5 5.500 0 1 1 13.800 6L16 8M16 4v4h-4" />
  </Icon>
);
export const FitWidthIcon = () => (
  <Icon>
    <path d="M3 4v12M17 4v12M6 10h8M8 8l-2 2 2 2M12 8l2 2-2 2" />
  </Icon>
);
export const FitPageIcon = () => (
  <Icon>
    <path d="M4 7V4h3M13 4h3v3M16 13v3h-3M7 16H4v-3" />
  </Icon>
);
export const ThumbnailsIcon = () => (
  <Icon>
    <path d="M3.500 3.500h5v6h-5zM3.500 12.500h5v4h-5zM11.500 3.500h5v4h-5zM11.500 10.500h5v6h-5z" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="m5 12 5-5 5 5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="m5 8 5 5 5-5" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon>
    <path d="M10 3.500v9M6 9l4 4 4-4M3.500 13v3.500h13V13" />
  </Icon>
);
export const BoldIcon = () => (
  <Icon>
    <path d="M6.500 4h4.200a3 3 0 0 1 0 6H6.500zM6.500 10h5a3 3 0 0 1 0 6h-5z" />
  </Icon>
);
export const ItalicIcon = () => (
  <Icon>
    <path d="M8.500 4h6M5.500 16h6M12 4 8 16" />
  </Icon>
);
export const UnderlineIcon = () => (
  <Icon>
    <path d="M6 4v5a4 4 0 0 0 8 0V4M5 17h10" />
  </Icon>
);
export const FlagIcon = () => (
  <Icon>
    <path d="M5 17V3.500M5 4h9l-2 3 2 3H5" />
  </Icon>
);
export const LtrIcon = () => (
  <Icon>
    <path d="M3 5h14M3 9h8M3 13h14M3 17h8" />
  </Icon>
);
export const RtlIcon = () => (
  <Icon>
    <path d="M3 5h14M9 9h8M3 13h14M9 17h8" />
  </Icon>
);
export const AutoDirectionIcon = () => (
  <Icon>
    <path d="M3 7h14M6 4 3 7l3 3M17 13H3M14 10l3 3-3 3" />
  </Icon>
);
export const NotesIcon = () => (
  <Icon>
    <path d="M4 3h12v14H4zM7 7h6M7 10h6M7 13h3" />
  </Icon>
);
export const SendIcon = () => (
  <Icon flip>
    <path d="M3.500 10 17 4l-4 13-3.500-5.500zM9.500 11.500 17 4" />
  </Icon>
);
export const ChevronDownIcon = () => (
  <Icon>
    <path d="m6 8 4 4 4-4" />
  </Icon>
);
/** Points to where reading goes on: to the right in English, to the left in Urdu. */
export const ForwardIcon = () => (
  <Icon flip>
    <path d="m8 5 5 5-5 5" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M10 4v12M4 10h12" />
  </Icon>
);
export const UploadIcon = () => (
  <Icon>
    <path d="M10 13V4M6 7.5 10 3.500l4 4M3.5 13v3.500h13V13" />
  </Icon>
);
export const PrintIcon = () => (
  <Icon>
    <path d="M6 7V3h8v4M6 14H3.500V7h13v7H14M6 11.500h8V17H6z" />
  </Icon>
);
/** A rubber stamp: what it is set on is decided. */
export const OrderIcon = () => (
  <Icon>
    <path d="M8.500 8.500C8.500 7 7 6.500 7 5a3 3 0 0 1 6 0c0 1.500-1.500 2-1.500 3.500V11H16v3H4v-3h4.500zM4 17h12" />
  </Icon>
);
