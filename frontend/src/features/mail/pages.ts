// The list and a mail come together: they speak the same words, and the first load names one piece for them.
// biome-ignore-all lint/performance/noBarrelFile: see above.
export { MailboxPage } from "./MailboxPage";
export { MailPage } from "./MailPage";
