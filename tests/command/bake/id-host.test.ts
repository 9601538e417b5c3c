import { describe, expect, test } from "vitest";
import { idHost } from "../../../src/command/bake/id-host.ts";
import { temporaryFolder } from "../../content-folder.ts";

const DEPLOYED = { homeHost: "quay.harbour.workers.dev" };

describe("the host that ids begin with where nothing else names one is", () => {
  test.for([
    { name: "that of --url", url: "https://quay.example", address: DEPLOYED, host: "quay.example" },
    {
      name: "the one at which the deployed site answers",
      address: DEPLOYED,
      host: "quay.harbour.workers.dev",
    },
  ])("$name", ({ url, address, host }) => {
    expect(idHost({ content: temporaryFolder(), ...(url && { url }) }, address)).toBe(host);
  });

  test("one that no other folder has, and that nobody can own", () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    const host = idHost({ content: here }, {});
    expect(host).toMatch(/^site-[0-9a-f]{8}\.invalid$/);
    expect(idHost({ content: `${here}/../${here.split("/").at(-1)}` }, {})).toBe(host);
    expect(idHost({ content: there }, {})).not.toBe(host);
  });

  test("never this machine's own", () => {
    expect(idHost({ content: temporaryFolder(), url: "http://127.0.0.1:8787" }, {})).toMatch(/\.invalid$/);
  });
});
