import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe is asked: by all of its rules, or by those alone that look at colours. */
const found = (options: string) => `axe.run(${options}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 120))))`;
const ALL_RULES = found("");
const COLOURS = found('{ runOnly: ["color-contrast", "link-in-text-block"] }');

/** What axe finds on the page of a tab, in short, in light and in dark; what is folded away is looked at too. */
export async function axeFinds(page: Page): Promise<Readonly<Record<"light" | "dark", unknown>>> {
  await page.evaluate(AXE);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  const light = await page.evaluate(ALL_RULES);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await page.evaluate(COLOURS);
  await page.emulateMedia({ colorScheme: "light" });
  return { light, dark };
}
