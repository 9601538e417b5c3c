import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, temporaryFolder } from "../../content-folder.ts";
import { runHere } from "../run-here.ts";
import { startServing } from "../serving-process.ts";

test("serve shows what is sealed as of the instant that it is given, and nothing of it without", async () => {
  const content = contentFolder({
    "old.md": "# Old\n\nOld.\n",
    "next.md": "---\ntitle: Next\ndate: 2099-05-01T09:00:00Z\n---\nNext.\n",
  });
  const state = join(temporaryFolder(), "state");
  const { exitCode } = await runHere("bake", ["--content", content, "--persist-to", state]);
  expect(exitCode).toBe(0);
  const shown: [string, number, boolean][] = [];
  for (const flags of [[], ["--now", "2099-05-01T08:59:00Z"], ["--now", "2099-05-01T09:00:00Z"]]) {
    const { port, command, ended } = await startServing("serve", "node", "--persist-to", state, ...flags);
    const { status } = await fetch(`http://127.0.0.1:${port}/articles/next`);
    const feed = await (await fetch(`http://127.0.0.1:${port}/rss.xml`)).text();
    shown.push([flags.join(" "), status, feed.includes("Next")]);
    process.kill(command, "SIGTERM");
    await ended;
  }
  expect(shown).toEqual([
    ["", 404, false],
    ["--now 2099-05-01T08:59:00Z", 404, false],
    ["--now 2099-05-01T09:00:00Z", 200, true],
  ]);
});
