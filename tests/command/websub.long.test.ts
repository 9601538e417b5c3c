import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import { newswireText, SITE_TOML } from "../content-folder.ts";
import { startHub } from "../publish/small-hub.ts";
import { freePort } from "../served-site.ts";
import type { KvNamespace } from "../stand-in/kv-namespace.ts";
import { remoteSite } from "./remote-site.ts";

/** Shows what stands in a namespace, with its tag and links, as the worker does. */
async function startEdge(namespace: () => KvNamespace, onHead: () => void = () => {}): Promise<string> {
  const server = createServer(({ method, url = "" }, response) => {
    if (method === "HEAD") onHead();
    const pair = namespace().pairs.get(url);
    const { tag = "", link = "" } = decodeMetadata(pair?.metadata) ?? {};
    response.writeHead(pair ? 200 : 404, { ETag: tag, Link: link }).end(pair?.value);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("bake --remote tells hubs of the feeds that changed, and warns of one that is down", async () => {
  const hub = await startHub();
  const dead = `http://127.0.0.1:${await freePort()}/`;
  const { deployed, run } = await remoteSite({
    "site.toml": `${SITE_TOML}hubs = ["${hub.url}", "${dead}"]\n`,
    "a.txt": newswireText(),
  });
  const namespace = deployed();
  const edge = await startEdge(() => namespace);
  const { exitCode, report } = await run("bake", { flags: ["--remote", "--url", edge] });
  expect(exitCode).toBe(0);
  expect(report.problems).toEqual([
    { file: "site.toml", line: null, severity: "warning", message: expect.stringContaining(dead) },
  ]);
  const topics = hub.fetched.map(({ topic }) => topic);
  expect(topics).toContain(`${edge}/rss.xml`);
  expect(topics.slice(0, topics.length / 2)).toEqual(topics.slice(topics.length / 2));
  for (const { topic, tag, link } of hub.fetched) {
    expect(tag).toMatch(/^W\/"/);
    expect(link).toContain(`<${topic}>; rel="self"`);
    expect(link).toContain(`<${hub.url}>; rel="hub"`);
  }
});

test("a publish that was killed after its last write and before its ping is told by the next", async () => {
  const hub = await startHub();
  const { deployed, run } = await remoteSite({
    "site.toml": `${SITE_TOML}hubs = ["${hub.url}"]\n`,
    "a.txt": newswireText(),
  });
  const namespace = deployed();
  const looked = Promise.withResolvers<void>();
  const edge = await startEdge(() => namespace, looked.resolve);
  const flags = ["--remote", "--url", edge];
  // Everything is written once the edge is looked at.
  const killed = await run("bake", { flags, killAfter: looked.promise });
  expect({ exitCode: killed.exitCode, ledger: namespace.pairs.has("ledger") }).toEqual({
    exitCode: null,
    ledger: true,
  });
  expect(hub.fetched).toEqual([]);

  const { report } = await run("bake", { flags });
  expect(report).toMatchObject({ refusal: null, problems: [], plan: { put: 0, delete: 0 } });
  expect(hub.fetched.map(({ topic }) => topic)).toContain(`${edge}/rss.xml`);
  expect(namespace.pairs.has("hubs")).toBe(false);
});
