import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { runLedger } from "../../../src/command/ledger/ledger.ts";
import { lastEdition, rememberEdition } from "../../../src/command/stores/edition-guard.ts";
import { openStore } from "../../../src/command/stores/open-store.ts";
import { exportLedger } from "../../../src/ledger/exported.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { contentFolder, temporaryFolder } from "../../content-folder.ts";
import { startStandIn } from "../../store/start-stand-in.ts";
import { captured } from "../captured.ts";
import { REPOSITORY } from "../settings.ts";
import { addWorkersRoutes } from "../workers-routes.ts";

const FILE = "feedwright-editions.json";
const textOf = (folder: string) => readFileSync(join(folder, FILE), "utf8");

describe("the edition that this machine published last", () => {
  test("is 0 where it never published, or has no state folder", () => {
    expect(lastEdition(temporaryFolder(), "local")).toBe(0);
    expect(lastEdition("/nowhere/state", "local")).toBe(0);
  });

  test("is remembered, also in a state folder that is not there yet", () => {
    const folder = join(temporaryFolder(), "new", "state");
    rememberEdition(folder, "local", 1000);
    rememberEdition(folder, "local", 2000);
    expect(lastEdition(folder, "local")).toBe(2000);
    expect(textOf(folder)).toBe('{"local":2000}\n');
    expect(readdirSync(folder)).toEqual([FILE]);
  });

  test("is forgotten with 0", () => {
    const folder = temporaryFolder();
    rememberEdition(folder, "local", 1000);
    rememberEdition(folder, "local", 0);
    expect(lastEdition(folder, "local")).toBe(0);
  });

  test.for([
    { name: "is cut off", text: '{"local":10' },
    { name: "is empty", text: "" },
    { name: "says nothing", text: "null" },
    { name: "says something else", text: '"local"' },
    { name: "names another store only", text: '{"elsewhere":1000}' },
    { name: "holds what is no edition", text: '{"local":"1000"}' },
  ])("is 0 where the file $name, and can be remembered anew", ({ text }) => {
    const folder = contentFolder({ [FILE]: text });
    expect(lastEdition(folder, "local")).toBe(0);
    rememberEdition(folder, "local", 2000);
    expect(lastEdition(folder, "local")).toBe(2000);
  });

  test("keeps no edition that is none once another is written", () => {
    const folder = contentFolder({ [FILE]: '{"local":"1000","elsewhere":3000}' });
    rememberEdition(folder, "preview", 2000);
    expect(JSON.parse(textOf(folder))).toEqual({ elsewhere: 3000, preview: 2000 });
  });
});

describe("editions of two stores are kept apart", () => {
  test("one store's newest edition says nothing about the other's", () => {
    const folder = temporaryFolder();
    rememberEdition(folder, "local", 9000);
    expect(lastEdition(folder, "namespace 1")).toBe(0);
    rememberEdition(folder, "namespace 1", 1000);
    rememberEdition(folder, "namespace 2", 2000);
    expect(["local", "namespace 1", "namespace 2"].map((store) => lastEdition(folder, store))).toEqual([
      9000, 1000, 2000,
    ]);
    rememberEdition(folder, "namespace 1", 0);
    expect(["local", "namespace 1", "namespace 2"].map((store) => lastEdition(folder, store))).toEqual([
      9000, 0, 2000,
    ]);
  });

  /** A state folder beside a wrangler.toml with two namespaces, which a stand-in has. */
  async function twoNamespaces() {
    const cloudflare = await startStandIn();
    addWorkersRoutes(cloudflare);
    const environments = ["production", "preview"].map((name) => {
      const { id } = cloudflare.addNamespace(name);
      return `[[env.${name}.kv_namespaces]]\nbinding = "DOCUMENTS"\nid = "${id}"\n`;
    });
    const persistTo = contentFolder({ "wrangler.toml": `name = "quay"\n${environments.join("")}` });
    vi.stubEnv("CLOUDFLARE_API_BASE_URL", cloudflare.account.apiUrl);
    vi.stubEnv("CLOUDFLARE_API_TOKEN", cloudflare.account.token);
    vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", cloudflare.account.id);
    onTestFinished(() => void vi.unstubAllEnvs());
    const config = join(persistTo, "wrangler.toml");
    const open = (flags: { readonly remote?: boolean; readonly env?: string }) =>
      openStore(
        { persistTo, config, ...flags },
        { needsAddress: false, writes: true },
        async () => new MemoryStore(),
      );
    return { persistTo, config, open };
  }

  test("the local store and each namespace on Cloudflare are read with their own", async () => {
    const { persistTo, open } = await twoNamespaces();
    const opened = async () => [
      await open({}),
      await open({ remote: true, env: "production" }),
      await open({ remote: true, env: "preview" }),
    ];
    const names = (await opened()).map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    const told = [];
    for (const [index, name] of names.entries()) {
      rememberEdition(persistTo, name, 1000 * (3 - index));
      told.push((await opened()).map(({ freshness }) => freshness.newestEdition));
    }
    expect(told).toEqual([
      [3000, 0, 0],
      [3000, 2000, 0],
      [3000, 2000, 1000],
    ]);
  });

  test("a ledger that is imported counts for the store that it is written to", async () => {
    const { persistTo, config, open } = await twoNamespaces();
    const file = join(persistTo, "ledger.json");
    writeFileSync(file, exportLedger({ ...EMPTY_LEDGER, authority: "harbour.example,2025", edition: 5000 }));
    const args = [
      "--import",
      file,
      "--content",
      "seeds",
      "--persist-to",
      persistTo,
      "--config",
      config,
      "--remote",
    ];
    const { result } = await captured(() => runLedger([...args, "--env", "preview"], REPOSITORY));
    expect(result).toBe(0);
    const { name } = await open({ remote: true, env: "preview" });
    expect(JSON.parse(textOf(persistTo))).toEqual({ [name]: 5000 });
  });
});
