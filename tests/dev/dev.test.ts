import { once } from "node:events";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { pngImage } from "../media-files.ts";
import { HAS_CHROMIUM, startChromium, visit } from "../pages/chromium.ts";
import { freePort, runScript, serveSite } from "../served-site.ts";
import type { RawAnswer, RawRequest } from "../worker/raw-http.ts";
import { sendRaw } from "../worker/raw-http.ts";
import type { DevSite } from "./dev-site.ts";
import { commandOf, descendants, isAlive, startDev } from "./dev-site.ts";

/** How long a change may take to be seen, on a machine that has much to do. */
const PATIENCE = { timeout: 30_000 };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const BROKEN = "---\ndate: soon <b>\n---\nText.\n";

async function devSite(content: string) {
  const site = await startDev(content, temporaryFolder());
  onTestFinished(async () => {
    await site.stop();
  });
  return site;
}

describe.skipIf(!HAS_CHROMIUM)("a page that is open in a browser", () => {
  async function chromium() {
    const browser = await startChromium();
    onTestFinished(() => browser.close());
    return browser;
  }
  const overlayOf = (page: Page) => page.getByRole("alert");

  test("follows the folder: from a first bake that is refused, over edits and errors, to a folder that goes away", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n", "bad.md": BROKEN });
    const site = await devSite(content);
    const browser = await chromium();
    const { page, complaints } = await visit(browser, `${site.origin}/articles/tea`);

    // Nothing could be baked yet.
    expect(await page.title()).toBe("There is nothing at this address");
    await overlayOf(page).getByText("bad.md:2").waitFor();
    expect(site.said()).toContain('bad.md:2: error: "date" is "soon <b>"');
    expect(site.said()).toContain("not published: fix the 1 error above");

    writeFileSync(join(content, "bad.md"), "# Milk\n\nFresh.\n");
    await page.getByRole("heading", { name: "Tea" }).waitFor();
    await page.getByText("Rain.", { exact: true }).first().waitFor();
    await expect.poll(() => overlayOf(page).count(), PATIENCE).toBe(0);

    writeFileSync(join(content, "pot.png"), pngImage(4, 3));
    writeFileSync(join(content, "tea.md"), "# Tea\n\nSunshine.\n\n![Pot](pot.png)\n");
    await page.getByText("Sunshine.", { exact: true }).first().waitFor();
    // Its address in feeds is at the live site, which has it not yet.
    const width = () =>
      page.getByRole("img", { name: "Pot" }).evaluate((one) => Reflect.get(one, "naturalWidth"));
    await expect.poll(width, PATIENCE).toBe(4);

    // Broken: the page stays, and says why it is not the newest.
    writeFileSync(join(content, "bad.md"), BROKEN);
    const overlay = overlayOf(page);
    await overlay.waitFor();
    const text = await overlay.innerText();
    expect(text).toContain("bad.md:2");
    expect(text).toContain('"date" is "soon <b>"; write it as');
    expect(await page.getByText("Sunshine.", { exact: true }).first().isVisible()).toBe(true);
    await page.goto(`${site.origin}/`);
    await overlay.getByText("bad.md:2").waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      expect(await axeFindings(browser, `${site.origin}/articles/tea`, colorScheme)).toEqual([]);
    }
    writeFileSync(join(content, "bad.md"), "# Milk\n\nFresh.\n");
    await overlay.waitFor({ state: "detached" });

    renameSync(content, `${content}-away`);
    await overlay.getByText("there is no content folder").waitFor();
    renameSync(`${content}-away`, content);
    await overlay.waitFor({ state: "detached" });

    writeFileSync(join(content, "site.toml"), `${SITE_TOML}accent = "#006400"\n`);
    await expect
      .poll(() => page.evaluate("getComputedStyle(document.body).getPropertyValue('--accent')"), PATIENCE)
      .toContain("#006400");
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    expect(await site.stop("SIGTERM")).toBe(0);
  });
});

/** What axe finds on a page with an overlay (WCAG 2.2 and best practices). */
async function axeFindings(browser: Browser, url: string, colorScheme: "light" | "dark"): Promise<unknown> {
  // The policy lets no script in but dev's own.
  const { page } = await visit(browser, url, { colorScheme, bypassCSP: true });
  await page.getByRole("alert").getByRole("button", { name: "Hide" }).waitFor();
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
  );
}

describe("a folder that is served", () => {
  let content: string;
  let persistTo: string;
  let dev: DevSite;

  beforeAll(async () => {
    content = mkdtempSync(join(tmpdir(), "feedwright-"));
    persistTo = mkdtempSync(join(tmpdir(), "feedwright-"));
    const article = "# Tea\n\nRain. ![Lamp](lamp.png)\n";
    const settings = `${SITE_TOML}hosts = ["old.example"]\n`;
    contentFolder({ "site.toml": settings, "tea.md": article, "lamp.png": pngImage() }, content);
    dev = await startDev(content, persistTo);
  });

  afterAll(async () => {
    await dev?.stop();
    for (const folder of [content, persistTo]) rmSync(folder, { recursive: true, force: true });
  });

  test("programs get what is published, to the byte: feeds, conditions, deltas, parts, redirects, refusals, pages", async () => {
    const page = await (await fetch(`${dev.origin}/articles/tea`)).text();
    const media = /\/media\/[\w-]+\.png/.exec(page)?.[0] ?? "";
    const { headers } = await fetch(`${dev.origin}/atom.xml`);
    const etag = headers.get("ETag") ?? "";
    const since = headers.get("Last-Modified");
    const requests: readonly RawRequest[] = [
      { target: "/rss.xml" },
      { target: "/rss.xml", method: "HEAD" },
      { target: "/atom.xml", fields: { "If-None-Match": etag } },
      { target: "/atom.xml", fields: { "If-Modified-Since": since } },
      { target: "/atom.xml", fields: { "If-Match": '"other"' } },
      { target: "/feed.json", fields: { "Accept-Encoding": "br" } },
      { target: "/rss.xml", fields: { "Accept-Encoding": "gzip" } },
      { target: "/rss.xml", fields: { Accept: "text/html", "Accept-Encoding": null } },
      { target: "/atom.xml", fields: { "A-IM": "feed", "If-None-Match": 'W/"1.0000000000000000"' } },
      { target: media, fields: { Range: "bytes=2-9" } },
      { target: media, fields: { Range: "bytes=900000-" } },
      { target: "/articles/tea" },
      { target: "/articles/tea", method: "HEAD", fields: { Accept: "text/html" } },
      { target: "/feed", fields: { Accept: "application/atom+xml" } },
      { target: "/articles//Tea" },
      { target: "/%zz" },
      { target: "/no/such/page?q=1" },
      { target: "/", method: "OPTIONS" },
      { target: "/", method: "POST", fields: { "Content-Length": "0" } },
      { target: "/Articles/tea/?a", fields: { Host: "old.example:80", Accept: "text/html" } },
      { target: "/nothing", fields: { Host: "Old.Example" } },
      { target: "/feedwright-dev//events", fields: { Host: "old.example" } },
      { target: "/%zz", fields: { Host: "old.example" } },
      { target: "/", method: "OPTIONS", fields: { Host: "old.example" } },
      { target: "/", method: "POST", fields: { Host: "old.example", "Content-Length": "0" } },
      { target: "/", fields: { Host: "old.example.evil.example" } },
    ];
    const answersOf = async (origin: string) => {
      const port = Number(new URL(origin).port);
      const ask = ({ fields, ...request }: RawRequest) =>
        sendRaw(port, { ...request, fields: { Host: "localhost", ...fields } });
      const answers = await Promise.all(requests.map(ask));
      return answers.map((answer, index) => ({ request: requests[index], ...comparable(answer) }));
    };
    const runtime = await serveSite(persistTo);
    onTestFinished(() => runtime.stop());
    const answered = await answersOf(dev.origin);
    expect(answered).toEqual(await answersOf(runtime.origin));
    expect(answered.map(({ status }) => status)).toEqual([
      200, 200, 304, 304, 412, 200, 200, 200, 200, 206, 416, 200, 200, 302, 301, 400, 404, 204, 405, 301, 301,
      301, 421, 421, 421, 421,
    ]);
    // Whoever has a name that the site had before is led on, and reads nothing.
    const atOldHosts = answered.slice(19);
    expect(atOldHosts.map(({ fields }) => fields.find(([name]) => name === "location")?.[1])).toEqual([
      "https://quay.example/articles/tea?a",
      "https://quay.example/nothing",
      "https://quay.example/feedwright-dev/events",
      ...Array(4).fill(undefined),
    ]);
    expect(atOldHosts.map(({ body }) => body).join("")).not.toMatch(/Tea|Rain/);
  });

  test("a burst of 50 edits makes few bakes, and the last one is not lost", async () => {
    const bakes = () => dev.said().match(/ articles?, /g)?.length ?? 0;
    const before = bakes();
    for (let edit = 1; edit <= 50; edit += 1) {
      writeFileSync(join(content, `b${edit % 10}.md`), `# Edit ${edit}\n\nText.\n`);
    }
    const feed = async () => (await fetch(`${dev.origin}/rss.xml`)).text();
    await expect.poll(feed, PATIENCE).toContain("Edit 50");
    expect(bakes() - before).toBeLessThan(10);
  });

  test("Ctrl+C ends every process, with exit code 0", async () => {
    const processes = descendants(dev.pid);
    expect(processes.map(commandOf).filter((line) => line.includes("workerd serve"))).toHaveLength(1);
    const exitCode = await dev.stop("SIGINT");
    expect(exitCode, dev.said().slice(-2000)).toBe(0);
    await expect.poll(() => processes.filter(isAlive), PATIENCE).toEqual([]);
  });
});

/** What must be the same of two answers: all but the moment, and what holds between neighbours. */
function comparable({ status, fields, body }: RawAnswer) {
  const varying = /^(?:date|server-timing|connection|keep-alive|transfer-encoding)$/;
  return { status, fields: fields.filter(([name]) => !varying.test(name)), body: body.toString("latin1") };
}

test("a port that is in use is one clear sentence", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => {
    other.close();
  });
  const content = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
  const { exitCode, stdout, stderr } = await runScript(
    "dev",
    ...["--content", content, "--persist-to", temporaryFolder(), "--port", String(port)],
  );
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: `Port ${port} is in use; name another with --port N.\n`,
  });
});
