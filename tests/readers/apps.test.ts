import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { freePort, serveSite } from "../served-site.ts";

const PAGE = readFileSync(fileURLToPath(new URL("../../docs/apps.md", import.meta.url)), "utf8");
const [client = "", usage = ""] = [...PAGE.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);

/** Runs TypeScript as Node does; gives what it prints. */
function run(code: string): string {
  const file = join(temporaryFolder(), "app.ts");
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { encoding: "utf8" });
}

test("the client in docs/apps.md runs as printed: it polls, gets 304, pages through the site and a section, and loads an article", async () => {
  const count = 45;
  // Every article but each third is in the section.
  const filed = (index: number) => (index % 3 === 1 ? "" : "section: sea\n");
  const articles = Array.from({ length: count }, (_, index) => [
    `a${index}.md`,
    `---\ndate: ${new Date(Date.UTC(2025, 0, 1) + index * 3_600_000).toISOString()}\n${filed(index)}---\n# Article ${index}\n\nText of ${index}.\n`,
  ]);
  const persistTo = temporaryFolder();
  const settings = 'feed_items = 5\narticle_formats = ["json"]\n[sections.sea]\ntitle = "At sea"\n';
  const content = contentFolder({ "site.toml": `${SITE_TOML}${settings}`, ...Object.fromEntries(articles) });
  const port = await freePort();
  const url = ["--url", `http://127.0.0.1:${port}`];
  await runHere("bake", [
    "--content",
    content,
    "--persist-to",
    persistTo,
    "--now",
    "2025-07-01T18:00:00Z",
    ...url,
  ]);
  const site = await serveSite(persistTo, port);
  try {
    const code = `${client}${usage}console.log(feed?.title, await client.poll());\n`;
    const lines = run(code.replaceAll("https://quay.example", site.origin)).trim().split("\n");
    const newestFirst = Array.from({ length: count }, (_, index) => count - 1 - index);
    expect(lines.slice(0, count).map((line) => line.replace(/^\S+ /, ""))).toEqual(
      newestFirst.map((index) => `Article ${index}`),
    );
    const inSection = newestFirst.filter((index) => index % 3 !== 1);
    expect(lines.slice(count)).toEqual([
      ...inSection.map((index) => `At sea Article ${index}`),
      `Text of ${count - 1}.`,
      "The Quay null",
    ]);
  } finally {
    await site.stop();
  }
});
