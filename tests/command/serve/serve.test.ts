import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Refusal } from "../../../src/command/reports/refusal.ts";
import { chooseListening, isOwnName } from "../../../src/command/serve/ports.ts";
import { WORKER_FRAME } from "../../../src/store/local-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";
import { freePort, runScript } from "../../served-site.ts";
import { sendRaw } from "../../worker/raw-http.ts";
import { readsOnly } from "../run-here.ts";
import { startServing } from "../serving-process.ts";

async function serve(...flags: string[]) {
  const { exitCode, stdout, stderr } = await runScript("serve", ...flags);
  expect(stdout).toBe("");
  return { exitCode, stderr };
}

function stateFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "v3"));
  return folder;
}

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

describe("npm run serve says in one sentence", () => {
  test("that there is no store, and how to make one", async () => {
    const folder = join(temporaryFolder(), "state");
    expect(await serve("--content", "mine", "--persist-to", folder)).toEqual({
      exitCode: 1,
      stderr: `there is nothing to serve in ${folder}; bake first: npm run bake -- --content mine --persist-to ${folder}.\n`,
    });
  });

  test("that the store is a file", async () => {
    const file = join(temporaryFolder(), "state");
    writeFileSync(file, "");
    const { exitCode, stderr } = await serve("--persist-to", file);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `there is nothing to serve in ${file}; bake first: npm run bake -- --persist-to ${file}.\n`,
    });
  });

  test("that the store is empty", async () => {
    const folder = stateFolder();
    expect(await serve("--persist-to", folder, "--port", String(await freePort()))).toEqual({
      exitCode: 1,
      stderr: `the store in ${folder} is empty; bake first: npm run bake -- --persist-to ${folder}.\n`,
    });
  });

  test("that --host takes no address of the web", async () => {
    const { exitCode, stderr } = await readsOnly("serve", "--host", "http://localhost:80");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Write a name or an address without a port, such as 192.168.1.20.");
  });
});

describe("npm start", () => {
  test("says in one sentence that its store cannot be written", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
    const file = join(content, "state");
    writeFileSync(file, "");
    const flags = ["--content", content, "--persist-to", file, "--port", String(await freePort())];
    const { exitCode, stderr } = await runScript("start", ...flags);
    expect(exitCode).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("with --host listens where that is, and answers to that name", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
    const flags = ["--content", content, "--persist-to", temporaryFolder(), "--host", "0.0.0.0"];
    const { port } = await startServing("start", "node", ...flags);
    const statusFor = async (Host: string) => (await sendRaw(port, { target: "/", fields: { Host } })).status;
    for (const name of ["localhost", `127.0.0.1:${port}`, ...otherAddresses()]) {
      expect([name, await statusFor(name)]).toEqual([name, 200]);
    }
    expect(await statusFor("evil.example")).toBe(421);
  });
});

/** Addresses at which other machines find this one. */
function otherAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
}

test("this machine runs the worker as a deployment does: with the date and the binding of wrangler.toml", () => {
  const toml = readFileSync(new URL("../../../wrangler.toml", import.meta.url), "utf8");
  expect(toml).toContain(`\ncompatibility_date = "${WORKER_FRAME.compatibilityDate}"\n`);
  expect(toml).not.toContain("compatibility_flags");
  for (const binding of Object.keys(WORKER_FRAME.kvNamespaces)) expect(toml).toContain(`"${binding}"`);
});

describe("a server listens", () => {
  test("never at a port that is in use", async () => {
    const port = await takenPort();
    await expect(chooseListening({ port })).rejects.toThrow(
      new Refusal(`Port ${port} is in use; name another with --port N`),
    );
  });

  test.for([
    [
      "no address of this machine",
      "203.0.113.7",
      /^--host 203\.0\.113\.7 is no address of this machine; .*$/,
    ],
    [
      "no name of any machine",
      "no.such.invalid",
      /^--host no\.such\.invalid is not the name of any machine; .*$/,
    ],
  ] as const)("never at %s", async ([, host, sentence]) => {
    const choosing = chooseListening({ host, port: await freePort() });
    await expect(choosing).rejects.toThrow(Refusal);
    await expect(choosing).rejects.toThrow(sentence);
  });

  test("for this machine alone where no --host is given", async () => {
    const port = await freePort();
    expect(await chooseListening({ port })).toEqual({
      address: "127.0.0.1",
      port,
      names: ["localhost", "127.0.0.1", "[::1]"],
      origins: [`http://127.0.0.1:${port}`],
    });
  });

  test("at the address that a name has, and answers to both", async () => {
    const port = await freePort();
    const { address, names, origins } = await chooseListening({ host: "LocalHost", port });
    expect({ address, origins }).toEqual({ address: "127.0.0.1", origins: [`http://LocalHost:${port}`] });
    expect(names).toEqual(["localhost", "127.0.0.1", "[::1]"]);
  });

  test.for([
    ["127.0.0.2", "127.0.0.2:80", true],
    ["127.0.0.2", "127.0.0.3", false],
    ["127.0.0.2", "localhost", true],
  ] as const)("at %s, so that %s is %s", async ([host, field, isOurs]) => {
    expect(isOwnName(field, await chooseListening({ host, port: await freePort() }))).toBe(isOurs);
  });
});
