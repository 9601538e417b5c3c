import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Source } from "../../../src/article/source.ts";
import type { AskingEnclosures } from "../../../src/command/bake/asked-enclosures.ts";
import { askedEnclosures } from "../../../src/command/bake/asked-enclosures.ts";
import { readFolder } from "../../../src/folder/read-folder.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

/** A server of sound, on this machine. */
async function audioServer() {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    if (request.url === "/none.mp3") response.writeHead(404).end();
    else if (request.url === "/chunked.mp3")
      response.writeHead(200, { "Transfer-Encoding": "chunked" }).end();
    else if (request.url === "/old.mp3") response.writeHead(301, { Location: "/1.mp3" }).end();
    else response.writeHead(200, { "Content-Length": 4821, "Content-Type": "audio/x-m4a; charset=x" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return { asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function sourcesWith(enclosure: string): readonly Source[] {
  const text = `---\ntitle: Tea\nenclosure: ${enclosure}\n---\nText.\n`;
  return readFolder(contentFolder({ "site.toml": SITE_TOML, "a.md": text }), { drafts: false }).articles;
}

const askingBut = (fields: Partial<AskingEnclosures> = {}): AskingEnclosures => ({
  hosts: new Set(["127.0.0.1"]),
  file: join(temporaryFolder(), "cache", "enclosures.json"),
  isDry: false,
  progress: () => undefined,
  ...fields,
});

describe("an enclosure elsewhere that tells no length", () => {
  test.for([
    ["/1.mp3", { sizeBytes: 4821, type: "audio/mpeg" }],
    ["/old.mp3", { sizeBytes: 4821, type: "audio/mpeg" }],
    ["/episode", { sizeBytes: 4821, type: "audio/x-m4a" }],
  ] as const)("has what its server tells: %s", async ([path, found]) => {
    const { origin } = await audioServer();
    const { sources, problems } = await askedEnclosures(sourcesWith(origin + path), askingBut());
    expect(problems).toEqual([]);
    expect(sources[0]?.enclosures).toMatchObject([found]);
  });

  test("is asked for once, by HEAD", async () => {
    const { origin, asked } = await audioServer();
    const asking = askingBut();
    const sources = sourcesWith(`${origin}/1.mp3`);
    await askedEnclosures(sources, asking);
    const again = await askedEnclosures(sources, asking);
    expect(asked.map(({ method }) => method)).toEqual(["HEAD"]);
    expect(again.sources[0]?.enclosures).toMatchObject([{ sizeBytes: 4821 }]);
  });

  test("is asked for by a dry run, which remembers nothing", async () => {
    const { origin } = await audioServer();
    const asking = askingBut({ isDry: true });
    await askedEnclosures(sourcesWith(`${origin}/1.mp3`), asking);
    expect(() => readFileSync(asking.file ?? "")).toThrow(/ENOENT/);
  });

  test("is never asked for where site.toml does not name its host", async () => {
    const { origin, asked } = await audioServer();
    const sources = sourcesWith(`${origin}/1.mp3`);
    const hosts = new Set(["audio.example"]);
    expect(await askedEnclosures(sources, askingBut({ hosts }))).toEqual({ sources, problems: [] });
    expect(asked).toEqual([]);
  });

  test.for([
    ["/none.mp3", "answered 404"],
    ["/chunked.mp3", "tells no length"],
  ] as const)("is told where its server has none: %s", async ([path, reason]) => {
    const { origin } = await audioServer();
    const { problems } = await askedEnclosures(sourcesWith(origin + path), askingBut());
    expect(problems).toMatchObject([{ file: "a.md", line: 3, message: expect.stringContaining(reason) }]);
  });
});
