import type {
  DeliveryFailure,
  DispatchChannel,
  DispatchMailState,
  DispatchRole,
  DispatchState,
  NoMail,
} from "@/api/schema";
import { reader, type Vocabulary } from "../deskLabels";

// How what was issued reaches its addressees, in words.

const states: Vocabulary<DispatchState> = {
  waiting: /*i18n*/ { id: "dispatch.state.waiting", message: "Waiting" },
  delivered: /*i18n*/ { id: "dispatch.state.delivered", message: "Delivered" },
  dispatched: /*i18n*/ { id: "dispatch.state.dispatched", message: "Sent" },
  acknowledged: /*i18n*/ { id: "dispatch.state.acknowledged", message: "Acknowledged" },
  returned: /*i18n*/ { id: "dispatch.state.returned", message: "Came back" },
  failed: /*i18n*/ { id: "dispatch.state.failed", message: "Not delivered" },
};

const channels: Vocabulary<DispatchChannel> = {
  inside: /*i18n*/ { id: "dispatch.channel.inside", message: "Inside the office" },
  email: /*i18n*/ { id: "dispatch.channel.email", message: "E-mail" },
  post: /*i18n*/ { id: "dispatch.channel.post", message: "Post or courier" },
  hand: /*i18n*/ { id: "dispatch.channel.hand", message: "By hand" },
};

const roles: Vocabulary<DispatchRole> = {
  to: /*i18n*/ { id: "dispatch.role.to", message: "Addressee" },
  copy: /*i18n*/ { id: "dispatch.role.copy", message: "Copy" },
};

const failures: Vocabulary<DeliveryFailure> = {
  no_registry: /*i18n*/ {
    id: "dispatch.failure.no_registry",
    message: "No registry serves this addressee.",
  },
  no_senior_post: /*i18n*/ {
    id: "dispatch.failure.no_senior_post",
    message: "The unit has no post that could receive it.",
  },
  addressee_gone: /*i18n*/ {
    id: "dispatch.failure.addressee_gone",
    message: "The post was abolished, or the unit closed.",
  },
  no_papers_there: /*i18n*/ {
    id: "dispatch.failure.no_papers_there",
    message: "This post manages or audits the organisation, and handles no papers.",
  },
  own_case: /*i18n*/ {
    id: "dispatch.failure.own_case",
    message: "The case is about the addressee himself.",
  },
  damaged: /*i18n*/ {
    id: "dispatch.failure.damaged",
    message: "The document kept here is not the one that was issued. Tell the administrator.",
  },
};

const mails: Vocabulary<DispatchMailState> = {
  waiting: /*i18n*/ { id: "dispatch.mail.waiting", message: "The e-mail goes out in a moment." },
  delayed: /*i18n*/ {
    id: "dispatch.mail.delayed",
    message: "The mail server has not taken the e-mail yet; the office tries again by itself.",
  },
  accepted: /*i18n*/ { id: "dispatch.mail.accepted", message: "The mail server has taken the e-mail" },
  refused: /*i18n*/ { id: "dispatch.mail.refused", message: "The mail server refused the e-mail." },
  expired: /*i18n*/ {
    id: "dispatch.mail.expired",
    message: "The e-mail was tried for three days in vain.",
  },
  bounced: /*i18n*/ { id: "dispatch.mail.bounced", message: "The e-mail could not be delivered." },
  unfit: /*i18n*/ { id: "dispatch.mail.unfit", message: "It cannot be sent as an e-mail." },
  withdrawn: /*i18n*/ {
    id: "dispatch.mail.withdrawn",
    message: "The e-mail was given up: it went on another way.",
  },
};

const withoutMail: Vocabulary<NoMail> = {
  no_server: /*i18n*/ {
    id: "dispatch.no_mail.no_server",
    message:
      "Has an e-mail address, but the office sends no e-mail: the registry sends it by post or by hand.",
  },
  closely_held: /*i18n*/ {
    id: "dispatch.no_mail.closely_held",
    message: "Closely held, so never by e-mail: the registry sends it by post or by hand.",
  },
};

export const STATES = Object.keys(states) as DispatchState[];
export const CHANNELS = Object.keys(channels) as DispatchChannel[];

export const stateLabel = reader(states);
export const channelLabel = reader(channels);
export const roleLabel = reader(roles);
export const failureWords = reader(failures);
export const mailLabel = reader(mails);
export const noMailWords = reader(withoutMail);

export const STATE_TONES = {
  waiting: "amber",
  delivered: "plain",
  dispatched: "plain",
  acknowledged: "green",
  returned: "red",
  failed: "red",
} as const;
