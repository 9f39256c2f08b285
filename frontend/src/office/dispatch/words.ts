import type { DeliveryFailure, DispatchChannel, DispatchRole, DispatchState } from "@/api/schema";
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

export const STATES = Object.keys(states) as DispatchState[];
export const CHANNELS = Object.keys(channels) as DispatchChannel[];

export const stateLabel = reader(states);
export const channelLabel = reader(channels);
export const roleLabel = reader(roles);
export const failureWords = reader(failures);

export const STATE_TONES = {
  waiting: "amber",
  delivered: "plain",
  dispatched: "plain",
  acknowledged: "green",
  returned: "red",
  failed: "red",
} as const;
