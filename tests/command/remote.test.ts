import { appendFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contentFolder } from "../content-folder.ts";
import { isRead, remoteSite } from "./remote-site.ts";

describe("npm run deploy", () => {
  test("makes a namespace, deploys the worker with it and publishes; a second run uploads and writes nothing", async () => {
    const { cloudflare, workers, workerFile, run } = await remoteSite();
    const uploads = () => workers.get("quay-production")?.uploads;

    const dry = await run("deploy", { flags: ["--dry-run"] });
    expect(dry.stderr).toContain("Would deploy the worker quay-production.");
    expect(dry).toMatchObject({ exitCode: 0, report: { articles: 1, refusal: null } });
    expect(dry.report.plan.put).toBeGreaterThan(dry.report.documents);
    expect(dry.report.media.kvTotalBytes).toBeGreaterThan(dry.report.media.kvBytes);
    expect(dry.stderr).toMatch(/^Storage: .* to write; .* of the 1 GB that the free plan has/m);
    expect(workers.size + cloudflare.namespaces.size).toBe(0);
    expect(cloudflare.seen.filter((seen) => !isRead(seen))).toEqual([]);

    const first = await run("deploy");
    expect(first.stderr).toContain("Baked 1 article");
    expect(first).toMatchObject({ exitCode: 0, report: { articles: 1, refusal: null } });
    const [namespace, ...others] = [...cloudflare.namespaces.values()];
    expect(namespace?.title).toBe("quay-production-documents");
    expect(others).toEqual([]);
    expect(workers.get("quay-production")?.bindings).toEqual([
      { name: "DOCUMENTS", type: "kv_namespace", namespace_id: namespace?.id },
    ]);
    expect([...(namespace?.pairs.keys() ?? [])]).toContain("/rss.xml");
    expect(namespace?.pairs.has("journal")).toBe(false);

    cloudflare.seen.length = 0;
    const second = await run("deploy");
    expect(second.stderr).toContain(
      "The worker quay-production is up to date on Cloudflare: nothing to upload.",
    );
    expect(second.stderr).toContain("Nothing changed");
    expect(second).toMatchObject({ exitCode: 0, report: { plan: { put: 0, delete: 0 } } });
    expect(cloudflare.seen.filter((seen) => !isRead(seen))).toEqual([]);
    expect(uploads()).toBe(1);

    appendFileSync(workerFile, 'export const motto = "All the tides";\n');
    const other = await run("deploy", { flags: ["--dry-run"] });
    expect(other.stderr).toContain("Would deploy the worker quay-production.");
    expect(uploads()).toBe(1);
  });

  test("a missing credential is one sentence, before anything is done", async () => {
    const { cloudflare, run } = await remoteSite();
    const { exitCode, stderr } = await run("deploy", { changed: { CLOUDFLARE_API_TOKEN: "" } });
    expect(exitCode).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      "Nothing was published: no Cloudflare credentials were found; set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, or run npx wrangler login.",
    ]);
    expect(cloudflare.seen).toEqual([]);
  });

  test("a token that Cloudflare refuses is one sentence, without the token", async () => {
    const { run } = await remoteSite();
    const { exitCode, stderr } = await run("deploy", { changed: { CLOUDFLARE_API_TOKEN: "not-the-token" } });
    expect(exitCode).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^Nothing was published: Cloudflare rejected the API token; create one/),
    ]);
    expect(stderr).not.toContain("not-the-token");
  });
});

describe("npm run bake -- --remote", () => {
  test("without a deployment says that one is needed", async () => {
    const { run } = await remoteSite();
    const { exitCode, report } = await run("bake", { flags: ["--remote"] });
    expect(exitCode).toBe(1);
    expect(report.refusal).toContain("run npm run deploy once");
  });

  test("a site without an address of its own gets the worker's", async () => {
    const { cloudflare, run, deployed } = await remoteSite({ "site.toml": 'title = "The Quay"\n' });
    deployed();
    expect((await run("bake", { flags: ["--remote"] })).report.plan.put).toBeGreaterThan(0);
    const again = await run("bake", {
      flags: ["--remote", "--url", "https://quay-production.harbour.workers.dev"],
    });
    expect(again.report.plan).toMatchObject({ put: 0, delete: 0 });
    expect(cloudflare.namespaces.size).toBe(1);
  });

  test("wrangler's own login serves where no token is set", async () => {
    const { cloudflare, folder, run, deployed } = await remoteSite();
    deployed();
    const login = contentFolder(
      {
        ".wrangler/config/default.toml": `oauth_token = "${cloudflare.account.token}"\nexpiration_time = "2999-01-01T00:00:00.000Z"\nrefresh_token = "r"\nscopes = ["account:read"]\n`,
      },
      folder,
    );
    const { exitCode, report } = await run("bake", {
      flags: ["--remote"],
      changed: { CLOUDFLARE_API_TOKEN: "", XDG_CONFIG_HOME: login },
    });
    expect({ exitCode, refusal: report.refusal }).toEqual({ exitCode: 0, refusal: null });
  });

  test("a namespace that is gone, and a quota that is used up, are one sentence each", async () => {
    const { cloudflare, run, deployed } = await remoteSite();
    const namespace = deployed();
    namespace.writesLeft = 2;
    const flags = ["--remote"];
    expect((await run("bake", { flags })).report.refusal).toContain("after midnight UTC");
    cloudflare.namespaces.clear();
    expect((await run("bake", { flags })).report.refusal).toContain(`${namespace.id} no longer exists`);
  });
});
