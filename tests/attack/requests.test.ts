import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import type { DevSite } from "../dev/dev-site.ts";
import { descendants, startDev } from "../dev/dev-site.ts";
import { HAS_CHROMIUM, startChromium, visit } from "../pages/chromium.ts";
import type { ServedSite } from "../served-site.ts";
import { serveSite } from "../served-site.ts";
import type { RawAnswer, RawRequest } from "../worker/raw-http.ts";
import { exchange, sendRaw } from "../worker/raw-http.ts";

/** What a file may be called; nothing of it may be read as HTML. */
const HOSTILE_NAME = "<img src=x onerror=document.title='taken'>&quot;.md";
const HOSTILE_DATE = "<script>document.title='taken'</script>";

let folder: string;
let served: ServedSite;
let dev: DevSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  const good = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" }, join(folder, "good"));
  const bad = contentFolder(
    {
      "site.toml": SITE_TOML,
      "tea.md": "# Tea\n\nRain.\n",
      [HOSTILE_NAME]: `---\ndate: "${HOSTILE_DATE}"\n---\nText.\n`,
    },
    join(folder, "bad"),
  );
  const state = join(folder, "state");
  expect((await runHere("bake", ["--content", good, "--persist-to", state])).exitCode).toBe(0);
  [served, dev] = await Promise.all([serveSite(state), startDev(bad, join(folder, "dev"))]);
});
afterAll(async () => {
  await Promise.all([served?.stop(), dev?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const SERVERS = ["serve", "dev"] as const;
const portOf = (server: (typeof SERVERS)[number]) =>
  Number(new URL(server === "serve" ? served.origin : dev.origin).port);

/** Asks as a browser of this machine would. */
const ask = (port: number, { fields, ...request }: RawRequest) =>
  sendRaw(port, { ...request, fields: { Host: `localhost:${port}`, ...fields } });

describe.for(SERVERS)("under npm run %s", (server) => {
  describe("a name that is not this machine's is refused, since the page that sent it is another site's:", () => {
    test.for([
      ["a site whose name leads here (DNS rebinding)", "evil.example"],
      ["the same with the port", "evil.example:PORT"],
      ["a name that begins like this machine's", "localhost.evil.example"],
      ["an address inside a name", "127.0.0.1.nip.example:PORT"],
      ["a name that ends like this machine's", "evil.localhost"],
      ["a name that is longer", "127.0.0.1evil"],
      ["user information before a name", "localhost@evil.example"],
      ["a path behind a name", "evil.example/localhost"],
      ["a fragment before this machine's name", "evil.example#@localhost"],
      ["all addresses", "0.0.0.0:PORT"],
      ["all addresses of IPv6", "[::]:PORT"],
      ["this machine, mapped into IPv6", "[::ffff:127.0.0.1]"],
      ["another machine of the house", "192.168.1.20:PORT"],
      ["two ports", "localhost:1:2"],
      ["two names in one field", "localhost, evil.example"],
      ["the name of Miniflare's own connections", "miniflare-unsafe-internal-capnp-connect"],
    ] as const)("%s", async ([, host]) => {
      const port = portOf(server);
      for (const target of ["/rss.xml", "/", "/feedwright-dev//events", "/feedwright-dev//live.js"]) {
        const fields = { Host: host.replace("PORT", String(port)), Accept: "text/html" };
        const answer = await sendRaw(port, { target, fields });
        expect([target, answer.status]).toEqual([target, 421]);
        expect(answer.field("Content-Type")).toBe("text/plain; charset=utf-8");
        expect(answer.text()).toContain("This server answers to localhost, 127.0.0.1, [::1]; --host NAME");
        expect(answer.text()).not.toContain("evil");
      }
    });

    test.for([
      ["two fields, ours first", "Host: localhost\r\nHost: evil.example\r\n"],
      ["two fields, ours last", "Host: evil.example\r\nHost: localhost\r\n"],
      ["no field", ""],
      ["an empty field", "Host:\r\n"],
    ] as const)("%s", async ([, lines]) => {
      const request = `GET /rss.xml HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`;
      const answer = (await exchange(portOf(server), Buffer.from(request))).toString("latin1");
      expect(answer).toMatch(/^HTTP\/1\.1 (?:400|421) /);
    });
  });

  test.for([
    ["by name", "localhost:PORT"],
    ["in capitals", "LOCALHOST"],
    ["by address", "127.0.0.1:PORT"],
    ["by address of IPv6", "[::1]:PORT"],
    ["through a forwarded port", "localhost:9000"],
  ] as const)("this machine is answered %s", async ([, host]) => {
    const port = portOf(server);
    const Host = host.replace("PORT", String(port));
    expect((await sendRaw(port, { target: "/robots.txt", fields: { Host } })).status).not.toBe(421);
  });

  describe("a page reads across origins where it is this machine's own:", () => {
    test.for([
      ["a page of the web", "https://evil.example", "closed"],
      ["one whose name begins like this machine's", "http://localhost.evil.example", "closed"],
      ["one of another port and a name of its own", "http://evil.example:3000", "closed"],
      ["another machine of the house", "http://192.168.1.20:3000", "closed"],
      ["a file, or a frame in a sandbox", "null", "closed"],
      ["an empty origin", "", "closed"],
      ["a request that says nothing of it, whose answer a cache may keep for any page", null, "closed"],
      ["an app under work here", "http://localhost:3000", "open"],
      ["the same by address", "http://127.0.0.1:3000", "open"],
      ["the same by address of IPv6", "http://[::1]:3000", "open"],
      ["the same over TLS", "https://localhost", "open"],
    ] as const)("%s", async ([, Origin, door]) => {
      for (const method of ["GET", "HEAD", "OPTIONS"]) {
        for (const target of [
          "/rss.xml",
          "/atom.xml",
          "/feed.json",
          "/archive/1/feed.json",
          "/%00",
          "/feed/json",
        ]) {
          const answer = await ask(portOf(server), { method, target, fields: { Origin } });
          const names = answer.fields
            .map(([name]) => name)
            .filter((name) => name.startsWith("access-control-"));
          expect([method, target, names.includes("access-control-allow-origin")]).toEqual([
            method,
            target,
            door === "open",
          ]);
          if (door === "closed") expect(names).toEqual([]);
          expect(answer.field("Vary")).toMatch(/(?:^|, )Origin$/);
        }
      }
    });
  });

  test.for([
    ["a field for the runtime that is no JSON is none", { "MF-CF-Blob": "{bad" }],
    ["what Cloudflare tells cannot be made up", { "MF-CF-Blob": '{"clientAcceptEncoding":"br"}' }],
  ] as const)("%s", async ([, fields]) => {
    const port = portOf(server);
    const answer = await ask(port, { target: "/rss.xml", fields });
    expect([answer.status, answer.field("Content-Encoding")]).toEqual([server === "serve" ? 200 : 404, null]);
    expect(dev.said()).not.toMatch(/SyntaxError|Uncaught/);
  });

  test("OPTIONS of everything at a port is answered, and nothing is a proxy", async () => {
    const port = portOf(server);
    const { status } = await ask(port, { method: "OPTIONS", target: "*" });
    expect([400, 204]).toContain(status);
    const other = await exchange(
      port,
      Buffer.from(
        `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      ),
    );
    expect(other.toString("latin1")).not.toMatch(/html|Internal/);
  });

  describe("where the local tools have doors the site has none:", () => {
    test.for([
      ["the explorer of Wrangler", "/cdn-cgi/explorer"],
      ["its folder", "/cdn-cgi/explorer/"],
      ["its programming interface", "/cdn-cgi/explorer/api/storage/kv/namespaces"],
      ["the explorer of Miniflare", "/cdn-cgi/local/explorer"],
      ["its list of keys", "/cdn-cgi/local/explorer/api/storage/kv/namespaces/DOCUMENTS/keys"],
      ["the way to the bindings", "/cdn-cgi/local/platform-proxy"],
      ["the way to the bindings, in one segment", "/cdn-cgi/platform-proxy"],
      ["scheduled work", "/cdn-cgi/local/scheduled"],
      ["scheduled work by its older name", "/cdn-cgi/handler/scheduled"],
      ["scheduled work by its oldest name", "/__scheduled?cron=*"],
      ["mail", "/cdn-cgi/local/email"],
      ["a reload", "/cdn-cgi/mf/reload"],
      ["buckets", "/cdn-cgi/local/r2/public/DOCUMENTS/ledger"],
      ["the trace of the network", "/cdn-cgi/trace"],
      ["the pages of the proxy", "/cdn-cgi/ProxyWorker/play"],
      ["the inspector", "/json/version"],
      ["the inspector's list", "/json/list"],
      ["the log", "/core/log"],
      ["an error", "/core/error"],
      ["the writer of the store", "/put"],
      ["the reader of the store", "/list"],
      ["an escaped letter", "/%63dn-cgi/local/explorer"],
      ["an escaped slash", "/cdn-cgi%2flocal%2fexplorer"],
      ["a segment that is none", "/cdn-cgi/./local/explorer"],
      ["a way back", "/articles/../cdn-cgi/local/explorer"],
      ["an escaped way back", "/articles/%2e%2e/cdn-cgi/local/explorer"],
      ["two slashes", "//cdn-cgi/local/explorer"],
      ["capitals", "/CDN-CGI/local/explorer"],
      ["a backslash", "/cdn-cgi\\local\\explorer"],
      ["a whole address", "http://localhost/cdn-cgi/local/explorer"],
    ] as const)("%s", async ([, target]) => {
      const port = portOf(server);
      for (const method of ["GET", "POST", "PUT", "DELETE"]) {
        const body = method === "GET" ? {} : { "Content-Length": "0" };
        const answer = await ask(port, { method, target, fields: { ...body, "MF-Op": "GET" } });
        expect([method, statusKind(answer)]).toEqual([method, method === "GET" ? "not there" : "refused"]);
      }
    });

    test.for([
      ["another worker", { "MF-Route-Override": "loader" }],
      ["another service", { "MF-Custom-Fetch-Service": "0:loader:o" }],
      ["another address", { "MF-Original-URL": "http://localhost/cdn-cgi/local/explorer" }],
      ["an operation on the bindings", { "MF-Op": "GET", "MF-Op-Target": "DOCUMENTS", "MF-Op-Secret": "00" }],
      ["a new protocol", { Connection: "Upgrade", Upgrade: "websocket" }],
    ] as const)("a field that asks the tools for %s is none", async ([, fields]) => {
      const answer = await ask(portOf(server), {
        target: "/list",
        fields: { Connection: "close", ...fields },
      });
      expect(statusKind(answer)).toBe("not there");
    });
  });
});

/** What a site of one's own answers where it has nothing: 404, or 400 for a path that hides something. */
function statusKind({ status }: RawAnswer): string {
  if (status === 404 || status === 400) return "not there";
  return status === 405 ? "refused" : `status ${status}`;
}

test("every socket of dev listens on this machine alone, and gives a stranger nothing", async () => {
  const sockets = listeningSockets([dev.pid, ...descendants(dev.pid)]);
  expect(sockets.length).toBeGreaterThan(2);
  expect(sockets.filter(({ address }) => address !== "0100007F")).toEqual([]);
  for (const { port } of sockets) {
    for (const target of ["/", "/list", "/put", "/json/version", "/cdn-cgi/local/explorer", "/core/log"]) {
      const fields = { Host: "evil.example", "MF-Route-Override": "loader", "Content-Length": "0" };
      for (const method of ["GET", "POST"]) {
        const { status } = await sendRaw(port, { method, target, fields });
        expect([target, status, status >= 400]).toEqual([target, status, true]);
      }
    }
  }
});

/** Sockets of IPv4 and IPv6 that processes listen on, as /proc has them: address in hexadecimal digits, port. */
function listeningSockets(pids: readonly number[]): { readonly address: string; readonly port: number }[] {
  const LISTENS = "0A";
  const own = new Set(pids.flatMap(socketsOf));
  return ["tcp", "tcp6"]
    .flatMap((table) => readFileSync(`/proc/net/${table}`, "utf8").trim().split("\n").slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = ""]) => state === LISTENS && own.has(`socket:[${inode}]`))
    .map(([, place = ""]) => {
      const [address = "", port = ""] = place.split(":");
      return { address, port: Number.parseInt(port, 16) };
    });
}

function socketsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return "";
    }
  });
}

test("what dev tells pages of a file is data, never HTML", async () => {
  const events = await fetch(`${dev.origin}/feedwright-dev//events`);
  const reader = events.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  const [, data = "{}"] = /^data: (.*)$/m.exec(Buffer.from(value ?? []).toString()) ?? [];
  const { trouble } = JSON.parse(data) as { readonly trouble: { readonly problems: { file: string }[] } };
  expect(events.headers.get("Content-Type")).toBe("text/event-stream");
  expect(events.headers.get("Access-Control-Allow-Origin")).toBeNull();
  expect(trouble.problems.map(({ file }) => file)).toEqual([HOSTILE_NAME]);
});

describe.skipIf(!HAS_CHROMIUM)("in a browser", () => {
  test("the overlay shows a name and a message with HTML in them as text, and runs nothing", async () => {
    const browser = await startChromium();
    try {
      const { page } = await visit(browser, `${dev.origin}/`);
      const overlay = page.getByRole("alert");
      await overlay.waitFor();
      expect(await overlay.innerText()).toContain(HOSTILE_NAME);
      expect(await overlay.innerText()).toContain(HOSTILE_DATE);
      expect(await overlay.locator("img, script").count()).toBe(0);
      expect(await page.title()).not.toBe("taken");
    } finally {
      await browser.close();
    }
  });
});
