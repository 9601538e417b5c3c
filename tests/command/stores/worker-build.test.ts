import { describe, expect, test } from "vitest";
import type { WorkerModule } from "../../../src/command/stores/worker-build.ts";
import { buildName } from "../../../src/command/stores/worker-build.ts";
import { readWorkerConfig } from "../../../src/command/stores/worker-config.ts";

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

function build(toml: string, modules: readonly WorkerModule[] = MODULES): string {
  return buildName(modules, readWorkerConfig(toml, "production"));
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
    {
      name: "namespace of the documents",
      toml: TOML.replace('"DOCUMENTS"', '"DOCUMENTS"\nid = "abcd"'),
      modules: MODULES,
    },
  ])("is another with another $name", ({ toml, modules }) => {
    expect(build(toml, modules)).not.toBe(build(TOML));
  });

  test.for([
    { name: "a comment is added", toml: `# Quay\n${TOML}` },
    { name: "another environment changes", toml: TOML.replace("low", "high") },
  ])("stays when $name", ({ toml }) => {
    expect(build(toml)).toBe(build(TOML));
  });
});
