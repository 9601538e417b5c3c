import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../content-folder.ts";
import { startSite } from "../doctor/healthy-site.ts";
import { freePort, runScript, serveSite } from "../served-site.ts";
import { runHere } from "./run-here.ts";

test("npm run doctor finds nothing on the sample site under serve", async () => {
  const persistTo = temporaryFolder();
  const port = await freePort();
  await runHere("bake", ["--persist-to", persistTo, "--url", `http://127.0.0.1:${port}`]);
  const site = await serveSite(persistTo, port);
  try {
    for (const path of ["/", "/rss.xml", "/feed"]) {
      const { exitCode, stdout } = await runHere("doctor", [`${site.origin}${path}`, "--json"]);
      expect({ exitCode, findings: JSON.parse(stdout).findings }).toEqual({ exitCode: 0, findings: [] });
    }
  } finally {
    await site.stop();
  }
});

test("an error exits 1, a warning does not; each line names address, weight, what and its fix", async () => {
  const broken = await startSite((response, { path }) => {
    if (path === "/atom.xml") response.status = 404;
  });
  const failed = await runScript("doctor", broken);
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toBe(
    `${broken}/atom.xml: error: it answers with 404. Serve the feed there with 200, or correct the link to it.
1 error
Checked ${broken}/ and 3 feeds.
`,
  );
  const imperfect = await startSite((response) => {
    response.headers["Set-Cookie"] = "a=b";
  });
  expect((await runHere("doctor", [imperfect])).exitCode).toBe(0);
});

test("with --adopted it looks at the feeds of the old site too", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "adopted.toml");
  writeFileSync(
    file,
    '[[feed]]\naddress = "/rss.xml"\nformat = "atom"\nlast_modified = 2025-07-01T18:00:00Z\n',
  );
  const site = await startSite();
  const { exitCode, stdout } = await runHere("doctor", [`${site}/`, "--adopted", file, "--json"]);
  const { feeds, findings } = JSON.parse(stdout);
  expect(feeds).toHaveLength(4);
  expect({ exitCode, checks: findings.map(({ check }: { check: string }) => check) }).toEqual({
    exitCode: 1,
    checks: ["old-feed-not-newer", "old-feed-format"],
  });
  writeFileSync(file, "[[feed]]\n");
  for (const path of [file, join(folder, "none.toml")]) {
    const refused = await runHere("doctor", [`${site}/`, "--adopted", path]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(path);
  }
});

test.for([
  { name: "no address", args: [], says: "missing required argument" },
  { name: "no web address", args: ["quay.example"], says: "https://news.example/" },
])("$name is a usage error: exit 2", async ({ args, says }) => {
  const { exitCode, stderr } = await runHere("doctor", args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(says);
});
