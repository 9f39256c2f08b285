import { request } from "@playwright/test";
import {
  ADDITIONAL_SECRETARY,
  ADMINISTRATOR,
  AUDITOR,
  CLERK,
  DEPUTY_SECRETARY,
  SECRETARY,
  SECTION_OFFICER,
} from "./office";
import { restOfficer } from "./rest";

const PERSONAS = [
  CLERK,
  SECTION_OFFICER,
  DEPUTY_SECRETARY,
  ADDITIONAL_SECRETARY,
  SECRETARY,
  ADMINISTRATOR,
  AUDITOR,
];

/** The accounts that journeys share know how they were set up, so that no page begins with telling it. */
export default async function known(): Promise<void> {
  const baseURL = process.env.DAFTAR_BASE_URL ?? "http://127.0.0.1:8080";
  const context = await request.newContext({ baseURL });
  for (const persona of PERSONAS) {
    const officer = await restOfficer(context, persona);
    const { items } = await officer.get<{ items: { id: string }[] }>("/me/notices");
    if (items[0]) await officer.send("/me/notices/acknowledgement", { up_to: items[0].id });
  }
  await context.dispose();
}
