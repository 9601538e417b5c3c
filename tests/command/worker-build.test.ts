import { describe, expect, test } from "vitest";
import { buildOf, isDeployed } from "../../src/command/worker-build.ts";
import { readWorkerConfig } from "../../src/command/worker-config.ts";

const TOML = `name = "quay"
main = "worker.ts"
compatibility_date = "2026-10-01"
[env.production]
routes = [{ pattern = "quay.example", custom_domain = true }]
[[env.production.kv_namespaces]]
binding = "DOCUMENTS"
[env.preview]
[env.preview.vars]
MOTTO = "low"
`;
const MODULES = [["index.js", "YQ=="]] as const;

function build(toml: string, modules: Parameters<typeof buildOf>[0] = MODULES): string {
  return buildOf(modules, readWorkerConfig(toml, "production"));
}

describe("the name of a build", () => {
  test.for([
    { name: "code", toml: TOML, modules: [["index.js", "Yg=="]] as const },
    { name: "a module more", toml: TOML, modules: [...MODULES, ["a.wasm", "AA=="]] as const },
    { name: "an inherited setting", toml: TOML.replace("2026-10-01", "2026-10-02"), modules: MODULES },
    { name: "a route", toml: TOML.replace("quay.example", "harbour.example"), modules: MODULES },
    {
      name: "a variable",
      toml: `${TOML}[env.production.vars]\nMOTTO = "high"\n`,
      modules: MODULES,
    },
    {
      name: "another namespace beside the documents",
      toml: `${TOML}[[env.production.kv_namespaces]]\nbinding = "OTHER"\nid = "1"\n`,
      modules: MODULES,
    },
  ])("is another with another $name", ({ toml, modules }) => {
    expect(build(toml, modules)).not.toBe(build(TOML));
  });

  test.for([
    { name: "a comment is added", toml: `# Quay\n${TOML}` },
    {
      name: "wrangler writes the id of the documents' namespace down",
      toml: TOML.replace('"DOCUMENTS"', '"DOCUMENTS"\nid = "abcd"'),
    },
    { name: "another environment changes", toml: TOML.replace("low", "high") },
  ])("stays when $name", ({ toml }) => {
    expect(build(toml)).toBe(build(TOML));
  });
});

describe("a build counts as deployed", () => {
  const unnamed = { namespaceId: null };
  const namespaces = new Map([["DOCUMENTS", "abcd"]]);
  test.for([
    { name: "where the version has its tag", tag: "b1", worker: unnamed, deployed: true },
    {
      name: "where wrangler.toml names its namespace",
      tag: "b1",
      worker: { namespaceId: "abcd" },
      deployed: true,
    },
    { name: "but not where it names another", tag: "b1", worker: { namespaceId: "ef01" }, deployed: false },
    { name: "but not where the version has another tag", tag: "b2", worker: unnamed, deployed: false },
    { name: "but not where the version has none", tag: null, worker: unnamed, deployed: false },
  ])("$name", ({ tag, worker, deployed }) => {
    expect(isDeployed("b1", { tag, namespaces }, worker)).toBe(deployed);
  });

  test("but not where no version has all requests", () => {
    expect(isDeployed("b1", null, unnamed)).toBe(false);
  });
});
