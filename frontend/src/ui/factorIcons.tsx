import { Icon } from "./icons";

export const KeyIcon = () => (
  <Icon>
    <circle cx="7" cy="10" r="3.5" />
    <path d="M10.500 10H17v3M14 10v2" />
  </Icon>
);
export const PhoneIcon = () => (
  <Icon>
    <path d="M6 2.500h8v15H6zM9 15h2" />
  </Icon>
);
