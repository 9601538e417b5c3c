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

test("the client in docs/apps.md runs as printed: it polls, gets 304, and pages back to the first article", async () => {
  const count = 45;
  const articles = Array.from({ length: count }, (_, index) => [
    `a${index}.md`,
    `---\ndate: ${new Date(Date.UTC(2025, 0, 1) + index * 3_600_000).toISOString()}\n---\n# Article ${index}\n\nText.\n`,
  ]);
  const persistTo = temporaryFolder();
  const content = contentFolder({ "site.toml": SITE_TOML, ...Object.fromEntries(articles) });
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
    expect(lines.pop()).toBe("The Quay null");
    expect(lines.map((line) => line.split(" ").slice(1).join(" "))).toEqual(
      Array.from({ length: count }, (_, index) => `Article ${count - 1 - index}`),
    );
  } finally {
    await site.stop();
  }
});
