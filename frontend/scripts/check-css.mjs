// The whole interface mirrors for Urdu: only logical properties (start, end), never left and right.
// A line that truly means a physical side says so with the word `physical:` and the reason in a comment.
import { readFileSync } from "node:fs";
import { filesUnder, report } from "./files.mjs";

const SIDES = [
  "m[lr]",
  "p[lr]",
  "left",
  "right",
  "border-[lr]",
  "rounded-[lr]",
  "rounded-[tb][lr]",
  "scroll-m[lr]",
  "scroll-p[lr]",
].join("|");
const UTILITY = new RegExp(`(?<=["'\`\\s:])-?(?:${SIDES})-(?:\\d|\\[|\\(|px|auto|full|none|sm|md|lg|xl)`);
const ALIGNMENT = /(?<=["'`\s:])(?:text|float|clear)-(?:left|right)(?=["'`\s])/;
const PROPERTY =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right|border-(?:top|bottom)-(?:left|right)-radius)[\w-]*\s*:/;
const VALUE = /(?:text-align|float|clear)\s*:\s*(?:left|right)/;

const faults = [];
for (const file of filesUnder("src", ".ts", ".tsx", ".css")) {
  const rules = file.endsWith(".css") ? [PROPERTY, VALUE, UTILITY] : [UTILITY, ALIGNMENT];
  const lines = readFileSync(file, "utf8").split("\n");
  lines.forEach((line, index) => {
    const allowed = line.includes("physical:") || (lines[index - 1] ?? "").includes("physical:");
    const found = rules.map((rule) => rule.exec(line)?.[0]).find(Boolean);
    if (found && !allowed) faults.push(`${file}:${index + 1}: ${found.trim()} names a physical side`);
  });
}
report("logical CSS", faults);
