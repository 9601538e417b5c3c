import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { RemoteFlags } from "../../../src/command/flags/bake-flags.ts";
import { findWorker, openRemote, readWorker } from "../../../src/command/stores/remote-site.ts";
import { PRODUCTION } from "../../../src/command/stores/worker-config.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { StoreError } from "../../../src/store/store.ts";
import { contentFolder } from "../../content-folder.ts";
import { refuse } from "../../stand-in/kv-namespace.ts";
import { startStandIn } from "../../store/start-stand-in.ts";
import type { DeployedWorker } from "../workers-routes.ts";
import { addWorkersRoutes } from "../workers-routes.ts";

const binding = (env: string, id?: string) =>
  `[env.${env}]\n[[env.${env}.kv_namespaces]]\nbinding = "DOCUMENTS"\n${id ? `id = "${id}"\n` : ""}`;

/** An account with workers that were deployed, and the flags that name them. */
async function deployed({ hasSubdomain = true, hasWorker = true, toml = "", more = "" } = {}) {
  const cloudflare = await startStandIn();
  if (!hasSubdomain) {
    cloudflare.routes.push([
      "GET",
      /^workers\/subdomain$/,
      () => refuse(404, 10_007, "There is no subdomain."),
    ]);
  }
  const workers = addWorkersRoutes(cloudflare);
  const named = cloudflare.addNamespace("preview").id;
  const provisioned = cloudflare.addNamespace("quay-production-documents").id;
  const bindings = [{ name: "DOCUMENTS", type: "kv_namespace", namespace_id: provisioned }];
  if (hasWorker) workers.set("quay-production", { bindings, uploads: 1 });
  const folder = contentFolder({
    "wrangler.toml": toml || `name = "quay"\n${binding("production")}${binding("preview", named)}${more}`,
  });
  vi.stubEnv("CLOUDFLARE_API_BASE_URL", cloudflare.account.apiUrl);
  vi.stubEnv("CLOUDFLARE_API_TOKEN", cloudflare.account.token);
  vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", cloudflare.account.id);
  onTestFinished(() => void vi.unstubAllEnvs());
  const config = join(folder, "wrangler.toml");
  return { cloudflare, workers, config, named, provisioned };
}

describe("a deployed worker's store", () => {
  test("is the namespace that wrangler.toml names", async () => {
    const { config, named, cloudflare } = await deployed();
    const { store } = await openRemote({ env: "preview", config }, { needsAddress: false });
    expect(store.name).toContain(named);
    expect(cloudflare.seen.some(({ path }) => path.startsWith("workers/scripts"))).toBe(false);
  });

  test("is the namespace that the worker itself has where wrangler.toml names none; production unless said", async () => {
    const { config, provisioned } = await deployed();
    const { store } = await openRemote({ config }, { needsAddress: false });
    expect(store.name).toContain(provisioned);
  });
});

describe("a deployed worker", () => {
  const workerWith = async (worker: Partial<DeployedWorker>) => {
    const { config, workers } = await deployed();
    workers.set("quay-production", { bindings: [], uploads: 1, ...worker });
    const toml = `name = "quay"\n${binding("production", "1234")}`;
    writeFileSync(config, toml);
    return openRemote({ config }, { needsAddress: false });
  };

  test.for([
    { name: "the one beside its deployment", message: `Feedwright ${"0".repeat(32)}, contract 4`, reads: 4 },
    { name: "nobody knows which where another deployed it", message: "by hand", reads: null },
    { name: "nobody knows which where nothing is written there", message: undefined, reads: null },
  ])("reads a contract: $name", async ({ message, reads }) => {
    const { readsContract } = await workerWith({ ...(message !== undefined && { message }) });
    expect(await readsContract()).toBe(reads);
  });

  test("that is none yet reads what nobody knows", async () => {
    const { config } = await deployed();
    const { readsContract } = await openRemote({ env: "preview", config }, { needsAddress: false });
    expect(await readsContract()).toBeNull();
  });

  test("has the bucket that is bound as MEDIA, and where none is, that is told when it is needed", async () => {
    const bound = { name: "MEDIA", type: "r2_bucket", bucket_name: "quay-media" };
    const { store } = await workerWith({ bindings: [bound] });
    // The stand-in has no R2, which is told of this bucket alone.
    await expect(store.bucket?.ready()).rejects.toThrow("r2/buckets/quay-media");
    const { store: other } = await workerWith({});
    await expect(other.bucket?.ready()).rejects.toThrow(
      "the worker quay-production has no R2 bucket, where media above 25 MiB lie",
    );
  });
});

describe("a worker that is not deployed yet", () => {
  const opening = async (dryRun?: boolean) => {
    const { config } = await deployed({ hasWorker: false });
    return openRemote({ config, ...(dryRun !== undefined && { dryRun }) }, { needsAddress: false });
  };

  test("has nothing in its store, as a dry run finds it", async () => {
    expect((await opening(true)).store).toBeInstanceOf(MemoryStore);
  });

  test.for([undefined, false])("cannot be published to (dry run: %s)", async (dryRun) => {
    await expect(opening(dryRun)).rejects.toThrow(StoreError);
  });

  test("is not taken for one that an account keeps from us", async () => {
    const { config } = await deployed();
    vi.stubEnv("CLOUDFLARE_API_TOKEN", "another");
    await expect(openRemote({ config, dryRun: true }, { needsAddress: false })).rejects.toThrow(StoreError);
  });
});

describe("where links lead", () => {
  test("is a preview's own address where wrangler.toml knows of previews alone", async () => {
    const { config } = await deployed({ toml: `name = "quay"\n${binding("preview", "1234")}` });
    expect((await openRemote({ config, env: "preview" }, { needsAddress: true })).address).toEqual({
      url: "https://quay-preview.harbour.workers.dev",
      homeHost: "quay-preview.harbour.workers.dev",
    });
  });

  test("is nobody's question in production, unless the site has no address of its own", async () => {
    const { config, cloudflare } = await deployed();
    expect((await openRemote({ config }, { needsAddress: false })).address).toEqual({});
    expect(cloudflare.seen.some(({ path }) => path === "workers/subdomain")).toBe(false);
    expect((await openRemote({ config, env: PRODUCTION }, { needsAddress: true })).address).toEqual({
      servedAt: "https://quay-production.harbour.workers.dev",
      homeHost: "quay-production.harbour.workers.dev",
    });
  });

  test.for([true, false])(
    "is a preview's own address, whatever the site's is (needed: %s)",
    async (needsAddress) => {
      const { config } = await deployed();
      expect((await openRemote({ config, env: "preview" }, { needsAddress })).address).toEqual({
        url: "https://quay-preview.harbour.workers.dev",
        homeHost: "quay-production.harbour.workers.dev",
      });
    },
  );

  test.for(["production", "preview"])(
    "has the custom domain of production for its home, in %s",
    async (env) => {
      const { config } = await deployed({
        more: '[[env.production.routes]]\npattern = "quay.example"\ncustom_domain = true\n',
      });
      const { address } = await openRemote({ config, env }, { needsAddress: true });
      expect(address.homeHost).toBe("quay.example");
    },
  );

  test.for(["production", "preview"])("is not known where the account has no place for %s", async (env) => {
    const { config } = await deployed({ hasSubdomain: false });
    expect((await openRemote({ config, env }, { needsAddress: true })).address).toEqual({});
  });
});

describe("wrangler.toml", () => {
  test("is read for the environment, and the account is found beside it", async () => {
    const { config, cloudflare } = await deployed();
    expect(await findWorker({ config, env: "preview" })).toMatchObject({
      worker: { name: "quay-preview" },
      account: cloudflare.account,
    });
  });

  test("is the one where the process is, unless a flag names another", async () => {
    await expect(openRemote({ env: "nowhere" }, { needsAddress: false })).rejects.toThrow(
      "wrangler.toml has no environment nowhere; it has production",
    );
  });

  test("that cannot be read is told with the flag that names another", () => {
    const flags: RemoteFlags = { config: "/nowhere.toml", env: PRODUCTION };
    const reading = () => readWorker(flags);
    expect(reading).toThrow(StoreError);
    expect(reading).toThrow(
      "/nowhere.toml cannot be read; name the wrangler configuration file with --config",
    );
    expect(reading).toThrow(expect.objectContaining({ cause: expect.objectContaining({ code: "ENOENT" }) }));
  });
});

test("production is an environment of that name", () => {
  expect(PRODUCTION).toBe("production");
});
