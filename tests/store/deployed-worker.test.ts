import { describe, expect, test } from "vitest";
import { deployedVersion } from "../../src/store/deployed-worker.ts";
import { CloudflareStandIn } from "./cloudflare-stand-in.ts";
import { refuse } from "./kv-namespace.ts";

const NEWEST = { versions: [{ version_id: "v2", percentage: 100 }] };
const OLDER = { versions: [{ version_id: "v1", percentage: 100 }] };
const BINDINGS = [
  { name: "DOCUMENTS", type: "kv_namespace", namespace_id: "abcd" },
  { name: "MOTTO", type: "plain_text", text: "low" },
];

async function versionWhere(deployments: unknown, annotations: unknown) {
  const cloudflare = await CloudflareStandIn.start();
  cloudflare.routes.push(
    ["GET", /^workers\/scripts\/quay\/deployments$/, () => ({ result: deployments })],
    [
      "GET",
      /^workers\/scripts\/quay\/versions\/v2$/,
      () => ({ result: { id: "v2", annotations, resources: { bindings: BINDINGS } } }),
    ],
  );
  return deployedVersion(cloudflare.account, "quay");
}

describe("the version that requests meet", () => {
  test("is the newest deployment's, with its tag and its namespaces", async () => {
    const annotations = { "workers/tag": "b1", "workers/message": "Low tide" };
    expect(await versionWhere({ deployments: [NEWEST, OLDER] }, annotations)).toEqual({
      tag: "b1",
      namespaces: new Map([["DOCUMENTS", "abcd"]]),
    });
  });

  test.for([
    { annotations: undefined },
    { annotations: null },
    { annotations: { "workers/message": "Low" } },
  ])("has no tag where its annotations are $annotations", async ({ annotations }) => {
    expect((await versionWhere({ deployments: [NEWEST] }, annotations))?.tag).toBeNull();
  });

  test.for([
    { name: "nothing is deployed", deployments: { deployments: [] } },
    {
      name: "two versions share the requests",
      deployments: { deployments: [{ versions: [...NEWEST.versions, ...OLDER.versions] }] },
    },
    { name: "the answer has another form", deployments: [NEWEST] },
  ])("is none where $name", async ({ deployments }) => {
    expect(await versionWhere(deployments, {})).toBeNull();
  });

  test("is none where there is no such worker", async () => {
    const cloudflare = await CloudflareStandIn.start();
    cloudflare.routes.push(["GET", /deployments$/, () => refuse(404, 10_007, "This Worker does not exist.")]);
    expect(await deployedVersion(cloudflare.account, "quay")).toBeNull();
  });
});
