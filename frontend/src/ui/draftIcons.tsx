import { Icon } from "./icons";

export const EditIcon = () => (
  <Icon>
    <path d="m4 16 .8-3.500L13 4.300l2.700 2.700-8.200 8.200zM11.500 5.800l2.700 2.700" />
  </Icon>
);
export const DraftIcon = () => (
  <Icon>
    <path d="M5 3h7l3 3v11H5zM12 3v3h3M8 10h4M8 13h4" />
  </Icon>
);
