import { expect } from "@playwright/test";
import {
  ADDITIONAL_SECRETARY,
  CLERK,
  DEPUTY_SECRETARY,
  LANGUAGES,
  SECRETARY,
  SECTION_OFFICER,
  signIn,
  subjectOf,
} from "../office";
import { diarise, numberOf, openFileFor, send, write } from "../steps";
import { test } from "../test";

const NOTES = {
  en: [
    "PUC at p. 1/C is a request for the release of the second instalment.",
    "Submitted for orders, please; see para 1/N.",
  ],
  ur: ["زیرِ غور کاغذ ص 1/C پر دوسری قسط کے اجرا کی درخواست ہے۔", "برائے حکم پیش ہے؛ پیرا 1/N ملاحظہ ہو۔"],
};
const ORDERS = { en: "Approved as proposed.", ur: "تجویز کے مطابق منظور ہے۔" };

for (const language of LANGUAGES) {
  test(`a paper goes from the diary to the decision (${language})`, async ({ browser }) => {
    const subject = subjectOf(language === "en" ? "Release of funds" : "فنڈز کا اجرا");

    const clerk = await signIn(browser, CLERK, language);
    const receipt = await diarise(clerk, subject);
    const diaryNumber = await numberOf(clerk.page);
    await clerk.page.goto(`/registry?query=${encodeURIComponent(subject)}`);
    await expect(clerk.page.getByText(diaryNumber)).toBeVisible();

    const officer = await signIn(browser, SECTION_OFFICER, language);
    const file = await openFileFor(officer, receipt);
    const fileNumber = await numberOf(officer.page);
    await expect(officer.page.getByText(diaryNumber)).toBeVisible();
    await write(officer, NOTES[language]);
    await send(officer, "note.submit_and_send");
    await expect(
      officer.page.getByText(officer.say("note.sent.paragraphs", { first: 2, last: 3 })),
    ).toBeVisible();

    for (const superior of [DEPUTY_SECRETARY, ADDITIONAL_SECRETARY]) {
      const { page, say } = await signIn(browser, superior, language);
      await expect(page.getByText(fileNumber).first()).toBeVisible();
      await page.goto(file);
      await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
      await send({ page, say }, "note.agree_and_send");
    }

    const secretary = await signIn(browser, SECRETARY, language);
    await secretary.page.goto(file);
    await write(secretary, [ORDERS[language]]);
    await send(secretary, "note.submit_only");
    await expect(secretary.page.getByRole("article").getByText(ORDERS[language])).toBeVisible();
    await secretary.page.goto(`${file}?tab=movement`);
    await expect(
      secretary.page.getByText(secretary.say("paper.movement.now"), { exact: true }),
    ).toBeVisible();
  });
}
