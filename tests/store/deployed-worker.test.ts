import { describe, expect, test } from "vitest";
import { annotateDeployment, latestDeployment } from "../../src/store/deployed-worker.ts";
import { refuse } from "../stand-in/kv-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

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
    expect(await latestDeployment(account, "quay")).toEqual({ message: "Flood", versions: ["v2"] });
  });

  test.for([{ annotations: undefined }, { annotations: null }, { annotations: {} }])(
    "has no message where its annotations are $annotations",
    async ({ annotations }) => {
      const { account } = await accountWith({ deployments: [{ versions, annotations }, OLDER] });
      expect(await latestDeployment(account, "quay")).toEqual({ message: null, versions: ["v2"] });
    },
  );

  test.for([
    { name: "nothing is deployed", deployments: { deployments: [] } },
    { name: "the answer has another form", deployments: [OLDER] },
  ])("is none where $name", async ({ deployments }) => {
    const { account } = await accountWith(deployments);
    expect(await latestDeployment(account, "quay")).toBeNull();
  });

  test("is none where there is no such worker", async () => {
    const cloudflare = await startStandIn();
    cloudflare.routes.push(["GET", /deployments$/, () => refuse(404, 10_007, "This Worker does not exist.")]);
    expect(await latestDeployment(cloudflare.account, "quay")).toBeNull();
  });
});

describe("a message", () => {
  test("is written by deploying the same version again", async () => {
    const cloudflare = await accountWith({ deployments: [{ versions }, OLDER] });
    await annotateDeployment(cloudflare.account, "quay", "Flood");
    expect(JSON.parse(cloudflare.seen.at(-1)?.body.toString() ?? "")).toEqual({
      strategy: "percentage",
      versions,
      annotations: { "workers/message": "Flood" },
    });
  });

  test("is not written where two versions share the requests", async () => {
    const cloudflare = await accountWith({ deployments: [{ versions: [...versions, ...OLDER.versions] }] });
    await annotateDeployment(cloudflare.account, "quay", "Flood");
    expect(cloudflare.seen.map(({ method }) => method)).toEqual(["GET"]);
  });
});
