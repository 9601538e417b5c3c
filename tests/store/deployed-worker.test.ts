import { describe, expect, test, vi } from "vitest";
import {
  annotateDeployment,
  boundBucket,
  boundNamespace,
  latestDeployment,
  workersDevOrigin,
} from "../../src/store/deployed-worker.ts";
import type { Reply } from "../stand-in/kv-namespace.ts";
import { refuse } from "../stand-in/kv-namespace.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

const versions = [{ version_id: "v2", percentage: 100 }];
const OLDER = {
  versions: [{ version_id: "v1", percentage: 100 }],
  annotations: { "workers/message": "Ebb" },
};

async function accountWith(deployments: unknown) {
  const cloudflare = await startStandIn();
  cloudflare.routes.push(
    ["GET", /^workers\/scripts\/quay\/deployments$/, () => ({ result: deployments })],
    ["POST", /^workers\/scripts\/quay\/deployments$/, () => ({ result: { id: "d3" } })],
  );
  return cloudflare;
}

describe("the deployment in force", () => {
  test("is the newest, with its message", async () => {
    const newest = { versions, annotations: { "workers/message": "Flood" } };
    const { account } = await accountWith({ deployments: [newest, OLDER] });
    expect(await latestDeployment(account, "quay", HASTY)).toEqual({ message: "Flood", versions: ["v2"] });
  });

  test.for([{ annotations: undefined }, { annotations: null }, { annotations: {} }])(
    "has no message where its annotations are $annotations",
    async ({ annotations }) => {
      const { account } = await accountWith({ deployments: [{ versions, annotations }, OLDER] });
      expect(await latestDeployment(account, "quay", HASTY)).toEqual({ message: null, versions: ["v2"] });
    },
  );

  test.for([
    { name: "nothing is deployed", deployments: { deployments: [] } },
    { name: "the answer has another form", deployments: [OLDER] },
    { name: "a deployment has no versions", deployments: { deployments: [{ annotations: {} }] } },
    { name: "a version has no id", deployments: { deployments: [{ versions: [{}] }] } },
  ])("is none where $name", async ({ deployments }) => {
    const { account } = await accountWith(deployments);
    expect(await latestDeployment(account, "quay", HASTY)).toBeNull();
  });

  test("may be of several versions", async () => {
    const { account } = await accountWith({ deployments: [{ versions: [...versions, ...OLDER.versions] }] });
    expect((await latestDeployment(account, "quay", HASTY))?.versions).toEqual(["v2", "v1"]);
  });

  test("is a fault where Cloudflare refuses to tell", async () => {
    const cloudflare = await accountWith({ deployments: [] });
    cloudflare.routes.unshift(["GET", /deployments$/, () => refuse(403, 10_000, "Authentication error")]);
    await expect(latestDeployment(cloudflare.account, "quay", HASTY)).rejects.toThrow("CLOUDFLARE_API_TOKEN");
  });

  test("is a fault where nobody answers, and not a worker that is missing", async () => {
    const cloudflare = await accountWith({ deployments: [] });
    cloudflare.fault = () => ({ kind: "reset" });
    await expect(latestDeployment(cloudflare.account, "quay", HASTY)).rejects.toThrow("cannot be reached");
  });

  test("is none where there is no such worker", async () => {
    const cloudflare = await startStandIn();
    cloudflare.routes.push(["GET", /deployments$/, () => refuse(404, 10_007, "This Worker does not exist.")]);
    expect(await latestDeployment(cloudflare.account, "quay", HASTY)).toBeNull();
  });
});

describe("a message", () => {
  test("is written by deploying the same version again", async () => {
    const cloudflare = await accountWith({ deployments: [{ versions }, OLDER] });
    await annotateDeployment(cloudflare.account, "quay", "Flood", HASTY);
    expect(JSON.parse(cloudflare.seen.at(-1)?.body.toString() ?? "")).toEqual({
      strategy: "percentage",
      versions,
      annotations: { "workers/message": "Flood" },
    });
  });

  test("is not written where nothing is deployed", async () => {
    const cloudflare = await accountWith({ deployments: [] });
    await annotateDeployment(cloudflare.account, "quay", "Flood", HASTY);
    expect(cloudflare.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("is not written where two versions share the requests", async () => {
    const cloudflare = await accountWith({ deployments: [{ versions: [...versions, ...OLDER.versions] }] });
    await annotateDeployment(cloudflare.account, "quay", "Flood", HASTY);
    expect(cloudflare.seen.map(({ method }) => method)).toEqual(["GET"]);
  });
});

async function accountBound(settings: unknown) {
  const { account, routes } = await startStandIn();
  routes.push(["GET", /^workers\/scripts\/the%20quay\/settings$/, () => ({ result: settings })]);
  return account;
}

describe("the R2 bucket that a worker reads", () => {
  const media = { name: "MEDIA", type: "r2_bucket", bucket_name: "quay-media" };

  test("is told by its binding", async () => {
    const other = { ...media, name: "OTHERS", bucket_name: "other" };
    const account = await accountBound({ bindings: [other, media] });
    expect(await boundBucket(account, "the quay", "MEDIA", HASTY)).toBe("quay-media");
  });

  test.for([
    { name: "it has no such binding", settings: { bindings: [] } },
    { name: "the binding is of no bucket", settings: { bindings: [{ name: "MEDIA", type: "json" }] } },
    { name: "the answer has another form", settings: [] },
  ])("is a fault with its fix where $name", async ({ settings }) => {
    const account = await accountBound(settings);
    await expect(boundBucket(account, "the quay", "MEDIA", HASTY)).rejects.toThrow(
      'the worker the quay has no R2 bucket, where media above 25 MiB lie; switch R2 on in Cloudflare\'s dashboard, add an r2_buckets table with binding = "MEDIA" to its environment in wrangler.toml, and run npm run deploy (docs/media.md shows it)',
    );
  });
});

describe("the KV namespace that a worker reads", () => {
  const others = [
    { name: "VERSION", type: "version_metadata" },
    { name: "OTHERS", type: "kv_namespace", namespace_id: "ns1" },
  ];

  test("is told by its binding", async () => {
    const bindings = [...others, { name: "DOCUMENTS", type: "kv_namespace", namespace_id: "ns2" }];
    const account = await accountBound({ bindings });
    expect(await boundNamespace(account, "the quay", "DOCUMENTS", HASTY)).toBe("ns2");
  });

  test.for([
    { name: "it has no such binding", settings: { bindings: others } },
    { name: "the binding is of no namespace", settings: { bindings: [{ name: "DOCUMENTS", type: "json" }] } },
    { name: "a binding has no type", settings: { bindings: [{ name: "DOCUMENTS", namespace_id: "ns2" }] } },
    {
      name: "a binding has no name",
      settings: { bindings: [{ type: "kv_namespace", namespace_id: "ns2" }] },
    },
    { name: "the answer has another form", settings: [] },
  ])("is a fault with its fix where $name", async ({ settings }) => {
    const account = await accountBound(settings);
    await expect(boundNamespace(account, "the quay", "DOCUMENTS", HASTY)).rejects.toThrow(
      "the worker the quay has no KV namespace bound as DOCUMENTS; run npm run deploy once",
    );
  });
});

describe("where a worker answers without a domain of one's own", () => {
  async function accountAnswering(answer: Reply) {
    const { account, routes } = await startStandIn();
    routes.push(["GET", /^workers\/subdomain$/, () => answer]);
    return account;
  }

  test("is its name below the account's part of workers.dev", async () => {
    const account = await accountAnswering({ result: { subdomain: "harbour" } });
    expect(await workersDevOrigin(account, "quay", HASTY)).toBe("https://quay.harbour.workers.dev");
  });

  test.for([
    { name: "the account has not chosen it", answer: refuse(404, 10_007, "no subdomain") },
    { name: "the answer has another form", answer: { result: {} } },
  ])("is nowhere where $name", async ({ answer }) => {
    expect(await workersDevOrigin(await accountAnswering(answer), "quay", HASTY)).toBeNull();
  });

  test("is a fault where Cloudflare refuses to tell", async () => {
    const account = await accountAnswering(refuse(403, 10_000, "Authentication error"));
    await expect(workersDevOrigin(account, "quay", HASTY)).rejects.toThrow("CLOUDFLARE_API_TOKEN");
  });

  test("is a fault where nobody answers", async () => {
    const cloudflare = await startStandIn();
    cloudflare.fault = () => ({ kind: "reset" });
    await expect(workersDevOrigin(cloudflare.account, "quay", HASTY)).rejects.toThrow("cannot be reached");
  });
});
