import { readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { SITE_TOML } from "../content-folder.ts";
import { startHubSite } from "../hub/hub-site.ts";
import { SECRET } from "../hub/open-hub-site.ts";
import { Subscriber, subscribed } from "../hub/subscriber.ts";
import { freePort } from "../served-site.ts";
import type { KvNamespace } from "../stand-in/kv-namespace.ts";
import type { RemoteSite } from "./remote-site.ts";
import { remoteSite } from "./remote-site.ts";

const WITH_HUB = fileURLToPath(new URL("../../src/worker-with-hub.ts", import.meta.url));
const FILES = { "site.toml": `${SITE_TOML}hub = true\n` };

/** A site with a hub whose worker is its own file, as `remoteSite` has it. */
async function siteWithHub(): Promise<RemoteSite> {
  const site = await remoteSite(FILES);
  writeFileSync(
    site.workerFile,
    `export { default } from ${JSON.stringify(WITH_HUB)};\nexport * from ${JSON.stringify(WITH_HUB)};\n`,
  );
  return site;
}

function noted(namespace: KvNamespace): unknown {
  const pair = namespace.pairs.get("hubs");
  return pair ? JSON.parse(Buffer.from(pair.value).toString()) : null;
}

test("deploy adds the hub to wrangler.toml, deploys its classes and makes its secret, once", async () => {
  const { cloudflare, workers, config, run } = await siteWithHub();
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const dry = await run("deploy", { flags: ["--dry-run"] });
  expect(dry.stderr).toContain("Would add the hub's Durable Objects");
  expect(readFileSync(config, "utf8")).not.toContain("HUB_TOPIC");

  const first = await run("deploy", { flags: ["--url", nowhere] });
  expect(first.stderr).toContain("Added the hub's Durable Objects");
  expect(workers.get("quay-production")?.bindings).toContainEqual(
    expect.objectContaining({ name: "HUB_TOPIC", type: "durable_object_namespace", class_name: "HubTopic" }),
  );
  const uploads = cloudflare.seen.filter(
    ({ method, path }) => method !== "GET" && path.includes("quay-production"),
  );
  expect(uploads.map(({ body }) => body.toString("latin1")).join()).toContain(
    '"new_sqlite_classes":["HubDirectory"',
  );
  const [namespace = expect.fail()] = cloudflare.namespaces.values();
  const secret = Buffer.from(namespace.pairs.get("hub-secret")?.value ?? "").toString();
  expect(secret).toMatch(/^[\da-f]{64}$/);
  // Nobody answers there: that is told, and remembered.
  expect(first.report.problems).toMatchObject([
    { severity: "warning", message: expect.stringContaining("it cannot be reached") },
  ]);
  expect(noted(namespace)).toHaveProperty([`${nowhere}/hub`]);

  const toml = readFileSync(config, "utf8");
  const second = await run("deploy", { flags: ["--url", nowhere] });
  expect(second.stderr).toContain("nothing to upload");
  expect(readFileSync(config, "utf8")).toBe(toml);
  expect(Buffer.from(namespace.pairs.get("hub-secret")?.value ?? "").toString()).toBe(secret);
});

test("bake --remote posts what changed to the hub, which delivers it", async () => {
  const { deployed, run } = await siteWithHub();
  const namespace = deployed();
  const hub = await startHubSite();
  const subscriber = await Subscriber.start();
  const topic = `${hub.origin}/atom.xml`;
  await hub.put(topic, { edition: 1, items: [] });
  await subscribed(hub, subscriber, "/callback", { "hub.topic": topic });
  namespace.pairs.set("hub-secret", { value: Buffer.from(SECRET), metadata: null });
  const { report } = await run("bake", { flags: ["--remote", "--url", hub.origin] });
  expect(report.problems).toMatchObject([
    { severity: "notice", message: expect.stringMatching(/delivers \d+ feeds to 1 subscription$/) },
  ]);
  await subscriber.until(() => subscriber.editions().length > 0);
  expect(subscriber.editions()[0]?.body.toString()).toContain(`<link rel="hub" href="${hub.origin}/hub"/>`);
  expect(noted(namespace)).toBeNull();
});

test("a publish that was killed while it talked to the hub is told by the next", async () => {
  const { deployed, run } = await siteWithHub();
  const namespace = deployed();
  const reached = Promise.withResolvers<void>();
  let topics: string[] | null = null;
  const origin = await listen(async (request, response) => {
    const message = JSON.parse((await text(request)).split("\n", 1)[0] ?? "");
    reached.resolve();
    topics?.push(message.topic);
    if (topics) response.end(JSON.stringify({ subscribers: 1 }));
  });
  const flags = ["--remote", "--url", origin];
  const { exitCode } = await run("bake", { flags, killAfter: reached.promise });
  expect([exitCode, noted(namespace)]).toMatchObject([null, { [`${origin}/hub`]: expect.anything() }]);

  topics = [];
  const { report } = await run("bake", { flags });
  expect(report).toMatchObject({ refusal: null, plan: { put: 0, delete: 0 } });
  expect(topics).toContain(`${origin}/atom.xml`);
  expect(noted(namespace)).toBeNull();
});

/** Listens on loopback until the test ends; gives the origin. */
async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
