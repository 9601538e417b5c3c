import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasProgram } from "../../programs.ts";
import { freePort } from "../../served-site.ts";
import { bakeSample } from "../conformance/sample.ts";
import type { Edge } from "../edge.ts";
import { startEdge } from "../edge.ts";
import type { RawAnswer } from "../raw-http.ts";
import { sendRaw } from "../raw-http.ts";

// What asks, and what stands between, goes by the clock of the machine.
const sample = bakeSample(Math.floor(Date.now() / 1000));
const [feed] = sample.documents;
const nginxIsHere = hasProgram("nginx");
const folder = mkdtempSync(join(tmpdir(), "feedwright-nginx-"));

/** A shared cache as many operators run it: it obeys Cache-Control and Vary, and says what it did. */
function configuration(port: number, edgePort: number): string {
  return `
user root;
daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=quay:1m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${edgePort};
      proxy_http_version 1.1;
      proxy_set_header Host quay.example;
      proxy_cache quay;
      proxy_cache_revalidate on;
      proxy_cache_use_stale error timeout http_503;
      add_header X-Cache $upstream_cache_status always;
    }
  }
}
`;
}

describe.skipIf(!nginxIsHere)("behind nginx as a shared cache", () => {
  let edge: Edge;
  let port: number;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    edge = await startEdge();
    await edge.put(sample.entries);
    port = await freePort();
    mkdirSync(join(folder, "cache"));
    writeFileSync(join(folder, "nginx.conf"), configuration(port, edge.port));
    const nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    nginx.stderr.on("data", (data: Buffer) => {
      said += data;
    });
    const ended = new Promise<"ended">((resolve) => nginx.once("close", () => resolve("ended")));
    stop = async () => {
      nginx.kill("SIGTERM");
      await ended;
    };
    // It listens once its workers can; how long that takes is the machine's affair, and the hook's limit.
    for (let up = false; !up; ) {
      const listens = get("/nothing").then(
        () => true,
        () => pause(10, false),
      );
      const is = await Promise.race([listens, ended]);
      if (is === "ended") throw new Error(`nginx did not start: ${said}`);
      up = is;
    }
  });
  afterAll(async () => {
    await stop();
    await edge.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (target: string, fields: Record<string, string> = {}): Promise<RawAnswer> =>
    sendRaw(port, { target, fields });

  test("a feed is kept, and comes whole out of the cache", async () => {
    expect((await get("/rss.xml")).field("X-Cache")).toBe("MISS");
    const again = await get("/rss.xml");
    expect(again.field("X-Cache")).toBe("HIT");
    expect(again.text()).toBe(feed?.body.toString());
    expect(again.field("ETag")).toBe(feed?.tag);
  });

  test("each coding is kept by itself: Vary is obeyed (RFC 9111 §4.1)", async () => {
    for (const acceptEncoding of ["br", "gzip", "identity"]) {
      await get("/atom.xml", { "Accept-Encoding": acceptEncoding });
      const kept = await get("/atom.xml", { "Accept-Encoding": acceptEncoding });
      expect(kept.field("X-Cache")).toBe("HIT");
      expect(kept.field("Content-Encoding")).toBe(acceptEncoding === "identity" ? null : acceptEncoding);
      expect(kept.text()).toBe(sample.documents[1]?.body.toString());
    }
  });

  test("a conditional request is answered 304 out of the cache", async () => {
    await get("/feed.json");
    const answer = await get("/feed.json", { "If-None-Match": sample.documents[2]?.tag ?? "" });
    expect([answer.status, answer.field("X-Cache")]).toEqual([304, "HIT"]);
  });

  test("who asks for a delta gets the whole out of the cache, and leaves no delta there", async () => {
    const asking = { "A-IM": "feed", "If-None-Match": feed?.tagBefore ?? "", "Accept-Encoding": "br;q=0.7" };
    for (const _ of [1, 2]) {
      const answer = await get("/rss.xml", asking);
      expect([answer.status, answer.text()]).toEqual([200, feed?.body.toString()]);
    }
  });

  test("/feed is kept by Accept", async () => {
    for (const [accept, target] of [
      ["application/atom+xml", "/atom.xml"],
      ["*/*", "/rss.xml"],
    ] as const) {
      await get("/feed", { Accept: accept });
      const kept = await get("/feed", { Accept: accept });
      expect([
        kept.field("X-Cache"),
        new URL(kept.field("Location") ?? "", "http://quay.example").pathname,
      ]).toEqual(["HIT", target]);
    }
  });

  test("errors of the moment are not kept", async () => {
    for (const target of ["/foreign", "/%00"]) {
      await get(target);
      expect((await get(target)).field("X-Cache")).not.toBe("HIT");
    }
  });

  test("a feed outlives a store that fails (RFC 5861 §4)", async () => {
    await get("/rss.xml", { "Accept-Encoding": "gzip" });
    await edge.put([{ key: "/rss.xml", value: new Uint8Array(), metadata: null }]);
    const kept = await get("/rss.xml", { "Accept-Encoding": "gzip" });
    expect([kept.status, kept.text()]).toEqual([200, feed?.body.toString()]);
  });
});
