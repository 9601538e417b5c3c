import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import type { RemoteSite } from "./remote-site.ts";
import { isBulk, pagesOf, remoteSite } from "./remote-site.ts";

const FILES = Object.fromEntries(
  Array.from({ length: 60 }, (_, n) => [
    `b${n}.md`,
    `---\ntags: [t${n % 3}]\nsection: harbour\n---\n# Lock ${n}\n\nText of ${n}.\n`,
  ]),
);

/** A bake that is killed while it waits for the answer to its nth bulk request, carried out or not. */
async function bakeKilledAt({ cloudflare, run }: RemoteSite, nth: number, flags: readonly string[]) {
  let asked = 0;
  const reached = new Promise<void>((resolve) => {
    cloudflare.fault = (seen) => {
      if (isBulk(seen)) asked += 1;
      if (asked < nth) return null;
      resolve();
      return { kind: nth % 2 === 0 ? "silence" : "silence after" };
    };
  });
  const killed = await run("bake", { flags: ["--remote", ...flags], killAfter: reached });
  cloudflare.fault = () => null;
  return killed;
}

test("killed at any bulk request of a publish, it finishes when run again on another machine", async () => {
  const whole = await remoteSite(FILES);
  whole.deployed();
  await whole.run("bake", { flags: ["--remote"] });
  const requests = whole.cloudflare.seen.filter(isBulk).length;
  expect(requests).toBeGreaterThan(5);
  for (let nth = 1; nth <= requests; nth += 1) {
    const site = await remoteSite(FILES);
    site.deployed();
    const { exitCode } = await bakeKilledAt(site, nth, []);
    const flags = ["--remote", "--persist-to", temporaryFolder()];
    const { refusal } = (await site.run("bake", { flags })).report;
    const verified = await site.run("verify", { flags });
    const { put } = (await site.run("bake", { flags })).report.plan;
    const pages = [...pagesOf(site.cloudflare).keys()];
    expect({ nth, exitCode, refusal, verified: verified.exitCode, put, pages }).toEqual({
      nth,
      exitCode: null,
      refusal: null,
      verified: 0,
      put: 0,
      pages: [...pagesOf(whole.cloudflare).keys()],
    });
  }
});

test("killed at any request of a change with a deletion, it finishes when run again", async () => {
  const { "b0.md": _gone, ...fewer } = FILES;
  const changed = contentFolder({
    ...fewer,
    "site.toml": SITE_TOML,
    "a.txt": newswireText({ headline: "New" }),
  });
  const flags = ["--content", changed, "--now", "2025-07-02T18:00:00Z"];
  let nth = 0;
  for (let killed = true; killed; ) {
    nth += 1;
    const site = await remoteSite(FILES);
    site.deployed();
    await site.run("bake", { flags: ["--remote"] });
    killed = (await bakeKilledAt(site, nth, flags)).exitCode === null;
    const { refusal } = (await site.run("bake", { flags: ["--remote", ...flags] })).report;
    const verified = await site.run("verify", { flags: ["--remote", ...flags] });
    expect({ nth, refusal, verified: verified.exitCode }).toEqual({ nth, refusal: null, verified: 0 });
  }
  expect(nth).toBeGreaterThan(5);
});

test("a worker with another code, setting or namespace is uploaded once, and then no more", async () => {
  const { cloudflare, workers, config, workerFile, run } = await remoteSite();
  const other = cloudflare.addNamespace("other");
  const rewrite = (before: string, after: string) =>
    writeFileSync(config, readFileSync(config, "utf8").replace(before, after));
  const changes: Readonly<Record<string, () => void>> = {
    "no worker": () => {},
    code: () => appendFileSync(workerFile, 'export const motto = "All the tides";\n'),
    "a setting of its own": () =>
      rewrite(
        "[env.production]\n",
        '[env.production]\nvars = { STRICT_TRANSPORT_SECURITY = "max-age=60" }\n',
      ),
    "a setting that is inherited": () => rewrite('"2026-10-01"', '"2026-10-02"'),
    "a namespace": () => rewrite('binding = "DOCUMENTS"\n', `binding = "DOCUMENTS"\nid = "${other.id}"\n`),
  };
  for (const [what, change] of Object.entries(changes)) {
    const before = workers.get("quay-production")?.uploads ?? 0;
    change();
    const uploads: number[] = [];
    for (let runs = 0; runs < 2; runs += 1) {
      expect((await run("deploy")).exitCode, what).toBe(0);
      uploads.push((workers.get("quay-production")?.uploads ?? 0) - before);
    }
    expect({ what, uploads }).toEqual({ what, uploads: [1, 1] });
  }
  expect(other.pairs.has("/rss.xml")).toBe(true);
});
