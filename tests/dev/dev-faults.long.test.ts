import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import type { DevSite } from "./dev-site.ts";
import { childrenOf, commandOf, isAlive, startDev } from "./dev-site.ts";

async function devSite(): Promise<{ readonly site: DevSite; readonly article: string }> {
  const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
  const site = await startDev(content, temporaryFolder());
  onTestFinished(async () => {
    await site.stop();
  });
  return { site, article: join(content, "tea.md") };
}

test("a runtime that is killed starts again: the second edit after it is published and served", async () => {
  const { site, article } = await devSite();
  const killed = childrenOf(site.pid).filter((pid) => commandOf(pid).includes("workerd serve"));
  expect(killed).toHaveLength(1);
  for (const pid of killed) process.kill(pid, "SIGKILL");
  await expect.poll(() => killed.filter(isAlive)).toEqual([]);
  for (const weather of ["Sun", "Snow"]) {
    writeFileSync(article, `# Tea\n\n${weather}.\n`);
    await site.hear(/tea\.md: .*\n/);
  }
  const page = async () => (await fetch(`${site.origin}/articles/tea`)).text();
  await expect.poll(page, { timeout: 30_000 }).toContain("Snow.");
});
