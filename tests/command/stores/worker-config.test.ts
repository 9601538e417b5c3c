import { describe, expect, test } from "vitest";
import { findAccount } from "../../../src/command/stores/cloudflare-account.ts";
import { openRemote } from "../../../src/command/stores/remote-site.ts";
import { readWorkerConfig } from "../../../src/command/stores/worker-config.ts";
import { StoreError } from "../../../src/store/store.ts";

const TOML = `name = "quay"
account_id = "1234"
[[kv_namespaces]]
binding = "DOCUMENTS"
id = "not-inherited"
[env.production]
name = "quay-live"
[[env.production.kv_namespaces]]
binding = "OTHER"
id = "other"
[[env.production.kv_namespaces]]
binding = "DOCUMENTS"
id = "abcd"
[env.preview]
account_id = "5678"
[[env.preview.kv_namespaces]]
binding = "DOCUMENTS"
`;

describe("wrangler.toml", () => {
  test("gives an environment its name, its account and its namespace", () => {
    expect(readWorkerConfig(TOML, "production")).toMatchObject({
      name: "quay-live",
      accountId: "1234",
      namespaceId: "abcd",
    });
  });

  test("names and accounts are inherited, namespaces are not", () => {
    expect(readWorkerConfig(TOML, "preview")).toMatchObject({
      name: "quay-preview",
      accountId: "5678",
      namespaceId: null,
    });
  });

  test("may leave the account and the namespaces to wrangler", () => {
    expect(readWorkerConfig('name = "quay"\n[env.preview]', "preview")).toMatchObject({
      name: "quay-preview",
      accountId: null,
      namespaceId: null,
    });
  });

  test("gives all that wrangler reads for an environment, and nothing of the others", () => {
    expect(readWorkerConfig(`main = "worker.ts"\n${TOML}`, "preview").settings).toEqual({
      main: "worker.ts",
      name: "quay",
      account_id: "1234",
      kv_namespaces: [{ binding: "DOCUMENTS", id: "not-inherited" }],
      env: { account_id: "5678", kv_namespaces: [{ binding: "DOCUMENTS" }] },
    });
  });

  test("may have namespaces with more than a binding and an id", () => {
    const toml = `[env.live]\nname = "quay"\n[[env.live.kv_namespaces]]\nbinding = "DOCUMENTS"\nid = "1"\npreview_id = "2"\n`;
    expect(readWorkerConfig(toml, "live")).toMatchObject({
      namespaceId: "1",
      settings: { env: { kv_namespaces: [{ preview_id: "2" }] } },
    });
  });

  test.for([
    { name: "none", toml: "", customDomain: null },
    {
      name: "none where requests to a zone are routed",
      toml: 'route = "quay.example/*"',
      customDomain: null,
    },
    {
      name: "none where a route tells its zone",
      toml: 'route = { pattern = "quay.example/*", zone_name = "quay.example" }',
      customDomain: null,
    },
    {
      name: "the one of a route",
      toml: 'route = { pattern = "quay.example", custom_domain = true }',
      customDomain: "quay.example",
    },
    {
      name: "the first of several routes",
      toml: 'routes = ["a.example/*", { pattern = "b.example", custom_domain = true }, { pattern = "c.example", custom_domain = true }]',
      customDomain: "b.example",
    },
    {
      name: "the one that all environments inherit",
      above: 'routes = [{ pattern = "quay.example", custom_domain = true }]',
      toml: "",
      customDomain: "quay.example",
    },
  ])("gives the worker a domain of its own: $name", ({ above = "", toml, customDomain }) => {
    expect(readWorkerConfig(`${above}\n[env.live]\nname = "quay"\n${toml}`, "live")).toMatchObject({
      customDomain,
    });
  });

  test("that is no TOML is refused with the place and the fix", () => {
    expect(() => readWorkerConfig("name = quay", "staging")).toThrow(
      new StoreError(
        'wrangler.toml cannot be read, line 1, column 8: a text needs quotation marks round it; write name = "quay"',
      ),
    );
  });

  test.for([
    { name: "no TOML", toml: "name =", says: "wrangler.toml cannot be read" },
    { name: "a wrong type", toml: "name = 1", says: /^wrangler\.toml cannot be used: .*string/ },
    {
      name: "a namespace without a binding",
      toml: '[env.staging]\nname = "quay"\n[[env.staging.kv_namespaces]]\nid = "1"',
      says: /^wrangler\.toml cannot be used: .*binding/,
    },
    {
      name: "a route without a pattern",
      toml: '[env.staging]\nname = "quay"\nroute = { custom_domain = true }',
      says: /^wrangler\.toml cannot be used: /,
    },
    { name: "no environment at all", toml: 'name = "quay"', says: "has no environment staging; it has none" },
    {
      name: "no such environment",
      toml: TOML,
      says: "has no environment staging; it has production, preview",
    },
    { name: "no name", toml: "[env.staging]", says: "has no name for the worker" },
  ])("$name is one sentence", ({ toml, says }) => {
    expect(() => readWorkerConfig(toml, "staging")).toThrow(says);
  });

  test("that is not there is one sentence", async () => {
    const opening = openRemote({ config: "/nowhere.toml" }, { needsAddress: false });
    await expect(opening).rejects.toThrow(
      "/nowhere.toml cannot be read; name the wrangler configuration file",
    );
  });
});

describe("the account", () => {
  const config = { accountId: "1234" };

  test("comes from wrangler's own variables, which win over wrangler.toml", async () => {
    const environment = { CLOUDFLARE_API_TOKEN: "secret", CLOUDFLARE_ACCOUNT_ID: "5678" };
    expect(await findAccount(config, environment)).toEqual({
      apiUrl: "https://api.cloudflare.com/client/v4",
      id: "5678",
      token: "secret",
    });
    expect((await findAccount(config, { CLOUDFLARE_API_TOKEN: "secret" })).id).toBe("1234");
  });

  test("is asked for where CLOUDFLARE_API_BASE_URL says", async () => {
    const environment = { CLOUDFLARE_API_TOKEN: "secret", CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:1/v4" };
    expect((await findAccount(config, environment)).apiUrl).toBe("http://127.0.0.1:1/v4");
  });
});
