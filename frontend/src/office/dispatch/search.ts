import type { CommunicationForm, DispatchChannel, DispatchState } from "@/api/schema";
import { FORMS } from "../draftWords";
import { CHANNELS, STATES } from "./words";

/** The filters of what goes out, as the address holds them. */
export interface DispatchSearch {
  state?: DispatchState;
  channel?: DispatchChannel;
  from?: string;
  until?: string;
  text?: string;
}

/** The filters of the issue register. */
export interface IssueSearch {
  state?: DispatchState;
  form?: CommunicationForm;
  awaiting_reply?: Awaiting;
  from?: string;
  until?: string;
  text?: string;
}

export const AWAITING = ["any", "overdue"] as const;
type Awaiting = (typeof AWAITING)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An address may say anything; what is no filter is left out. */
function common({ from, until, text, state }: DispatchSearch | IssueSearch) {
  const known = STATES.find((one) => one === state);
  return {
    ...(known && { state: known }),
    ...(from && DAY.test(from) && { from }),
    ...(until && DAY.test(until) && { until }),
    ...(text && { text: String(text).slice(0, 200) }),
  };
}

export function dispatchFilters(search: DispatchSearch): DispatchSearch {
  const channel = CHANNELS.find((one) => one === search.channel);
  return { ...common(search), ...(channel && { channel }) };
}

export function issueFilters(search: IssueSearch): IssueSearch {
  const form = FORMS.find((one) => one === search.form);
  const awaiting = AWAITING.find((one) => one === search.awaiting_reply);
  return { ...common(search), ...(form && { form }), ...(awaiting && { awaiting_reply: awaiting }) };
}
