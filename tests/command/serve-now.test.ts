import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { runScript, serveSite } from "../served-site.ts";

test("serve shows what is sealed as of the instant that it is given, and nothing of it without", async () => {
  const content = contentFolder({
    "old.md": "# Old\n\nOld.\n",
    "next.md": "---\ntitle: Next\ndate: 2099-05-01T09:00:00Z\n---\nNext.\n",
  });
  const state = join(temporaryFolder(), "state");
  const { exitCode } = await runScript("bake", "--content", content, "--persist-to", state);
  expect(exitCode).toBe(0);
  const shown: [string, number, boolean][] = [];
  for (const flags of [[], ["--now", "2099-05-01T08:59:00Z"], ["--now", "2099-05-01T09:00:00Z"]]) {
    const site = await serveSite(state, undefined, ...flags);
    try {
      const { status } = await fetch(`${site.origin}/articles/next`);
      const feed = await (await fetch(`${site.origin}/rss.xml`)).text();
      shown.push([flags.join(" "), status, feed.includes("Next")]);
    } finally {
      await site.stop();
    }
  }
  expect(shown).toEqual([
    ["", 404, false],
    ["--now 2099-05-01T08:59:00Z", 404, false],
    ["--now 2099-05-01T09:00:00Z", 200, true],
  ]);
});
