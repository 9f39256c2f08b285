import { Icon } from "./icons";

export const NumberedIcon = () => (
  <Icon flip>
    <path d="M3 4.500 4.500 3.500v5M3 8.500h3M9 5h8M9 9h8M4 13h13M4 17h9" />
  </Icon>
);
export const ListIcon = () => (
  <Icon flip>
    <path d="M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01" />
  </Icon>
);
export const IndentIcon = () => (
  <Icon flip>
    <path d="M3 4h14M10 8h7M10 12h7M3 16h14M3 7.500 6 10l-3 2.500" />
  </Icon>
);
export const OutdentIcon = () => (
  <Icon flip>
    <path d="M3 4h14M10 8h7M10 12h7M3 16h14M6 7.500 3 10l3 2.500" />
  </Icon>
);
export const AlignCentreIcon = () => (
  <Icon>
    <path d="M3 5h14M6 9h8M3 13h14M6 17h8" />
  </Icon>
);
export const TableIcon = () => (
  <Icon>
    <path d="M3 4h14v12H3zM3 8h14M3 12h14M9 4v12" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon flip>
    <path d="M7 4 3.500 7.500 7 11M4 7.500h7.500a4.500 4.500 0 0 1 0 9H7" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon flip>
    <path d="m13 4 3.500 3.500L13 11M16 7.500H8.500a4.500 4.500 0 0 0 0 9H13" />
  </Icon>
);
