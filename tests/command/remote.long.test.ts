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

test("a deployment takes neither another's deployment nor one that failed on its way for its own", async () => {
  const { cloudflare, workers, run, deployed } = await remoteSite();
  deployed();
  cloudflare.fault = ({ method, path }) =>
    method === "POST" && path.endsWith("/subdomain")
      ? { kind: "status", status: 403, code: 10_000, message: "Not allowed." }
      : null;
  expect((await run("deploy")).exitCode).toBe(1);
  expect(workers.get("quay-production")?.uploads).toBe(2);
  cloudflare.fault = () => null;
  expect((await run("deploy")).exitCode).toBe(0);
  expect(workers.get("quay-production")?.uploads).toBe(3);
});

test("a deployment says what keeps the worker from being bundled, and uploads nothing", async () => {
  const { workers, workerFile, run } = await remoteSite();
  writeFileSync(workerFile, "export default {");
  const { exitCode, stderr } = await run("deploy");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("worker.ts:1:16");
  expect(stderr).toContain("Nothing was published: the worker cannot be bundled; wrangler says why above.");
  expect(workers.size).toBe(0);
});

test("--env preview has a worker and a namespace of its own, and links that lead to it", async () => {
  // A hub would be told of this, and waited for, if a preview were news.
  const { cloudflare, workers, run } = await remoteSite({
    "site.toml": `${SITE_TOML}hubs = ["http://127.0.0.1:1/"]\n`,
  });
  const deployed = await run("deploy", { flags: ["--env", "preview"] });
  expect(deployed).toMatchObject({ exitCode: 0, report: { problems: [] } });
  const [namespace] = [...cloudflare.namespaces.values()];
  expect([...workers.keys()]).toEqual(["quay-preview"]);
  expect(namespace?.pairs.get("/atom.xml")).toBeDefined();
  const again = await run("bake", {
    flags: ["--remote", "--env", "preview", "--url", "https://quay-preview.harbour.workers.dev"],
  });
  expect(again.report.plan).toMatchObject({ put: 0, delete: 0 });
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
