import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import type { DevSite } from "./dev-site.ts";
import { childrenOf, commandOf, descendants, isAlive, startDev } from "./dev-site.ts";

async function devSite(): Promise<{ readonly site: DevSite; readonly article: string }> {
  const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
  const site = await startDev(content, temporaryFolder());
  onTestFinished(async () => {
    await site.stop();
  });
  return { site, article: join(content, "tea.md") };
}

test("a store that ends is opened anew: the second edit after it is published, and dev goes on", async () => {
  const { site, article } = await devSite();
  const store = childrenOf(site.pid).filter((pid) => commandOf(pid).includes("workerd serve"));
  expect(store).toHaveLength(1);
  for (const pid of store) process.kill(pid, "SIGKILL");
  await expect.poll(() => store.filter(isAlive)).toEqual([]);
  for (const weather of ["Sun", "Snow"]) {
    writeFileSync(article, `# Tea\n\n${weather}.\n`);
    await site.hear(/tea\.md: .*\n/);
  }
  expect(await (await fetch(`${site.origin}/articles/tea`)).text()).toContain("Snow.");
});

test("a runtime that ends by itself ends dev, which says so", async () => {
  const { site } = await devSite();
  const processes = descendants(site.pid);
  for (const pid of processes.filter((one) => commandOf(one).includes("wrangler-dist/cli.js"))) {
    process.kill(pid, "SIGTERM");
  }
  await site.hear(/The runtime has stopped/);
  expect(await site.ended).toBe(1);
  await expect.poll(() => processes.filter(isAlive), { timeout: 30_000 }).toEqual([]);
});
