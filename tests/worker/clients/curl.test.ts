import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../content-folder.ts";
import { hasProgram } from "../../programs.ts";
import { bakeSample } from "../conformance/sample.ts";
import type { Edge } from "../edge.ts";
import { startEdge } from "../edge.ts";
import { runProgram } from "./run-program.ts";

// What asks, and what stands between, goes by the clock of the machine.
const sample = bakeSample(Math.floor(Date.now() / 1000));
const [feed] = sample.documents;
const image = sample.documents.find(({ kind }) => kind === "media");
const curlIsHere = hasProgram("curl");

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
  await edge.put(sample.entries);
});
afterAll(() => edge.stop());

/** Runs curl; gives what `-w` asks for, and the body. */
async function curl(
  path: string,
  ...args: readonly string[]
): Promise<{ readonly told: string; readonly body: string }> {
  const told = "\n%{http_code} %{size_download} %{num_redirects} %{http_version}";
  const output = await runProgram("curl", ["-sS", "-w", told, ...args, `${edge.origin}${path}`]);
  const at = output.lastIndexOf("\n");
  return { told: output.slice(at + 1), body: output.slice(0, at) };
}

test.skipIf(!curlIsHere)("plain curl gets the document without a coding", async () => {
  const { told, body } = await curl("/rss.xml");
  expect(told).toBe(`200 ${feed?.body.byteLength} 0 1.1`);
  expect(body).toBe(feed?.body.toString());
});

test.skipIf(!curlIsHere)("curl --compressed gets fewer bytes and the same document", async () => {
  const { told, body } = await curl("/rss.xml", "--compressed");
  expect(body).toBe(feed?.body.toString());
  expect(Number(told.split(" ")[1])).toBeLessThan((feed?.body.byteLength ?? 0) / 3);
});

test.skipIf(!curlIsHere)("curl --http1.0 gets the document", async () => {
  const { told, body } = await curl("/rss.xml", "--http1.0");
  expect(told).toMatch(/^200 /);
  expect(body).toBe(feed?.body.toString());
});

test.skipIf(!curlIsHere)(
  "curl -z with the date of its file gets 304, and with an older one the document",
  async () => {
    const date = new Date((feed?.lastModified ?? 0) * 1000).toUTCString();
    expect((await curl("/rss.xml", "-z", date)).told).toMatch(/^304 0 /);
    expect((await curl("/rss.xml", "-z", "2001-01-01")).told).toMatch(/^200 /);
  },
);

test.skipIf(!curlIsHere)("curl --etag-save and --etag-compare get 304", async () => {
  const file = join(temporaryFolder(), "tag");
  expect((await curl("/rss.xml", "--etag-save", file)).told).toMatch(/^200 /);
  expect((await curl("/rss.xml", "--etag-compare", file)).told).toMatch(/^304 0 /);
});

test.skipIf(!curlIsHere)(
  "curl -r gets a part of an image, and -C - goes on where a download stopped",
  async () => {
    const path = image?.path ?? "";
    expect((await curl(path, "-r", "100-199", "-o", "/dev/null")).told).toMatch(/^206 100 /);
    const size = image?.body.byteLength ?? 0;
    expect((await curl(path, "-C", "1000", "-o", "/dev/null")).told).toMatch(
      new RegExp(`^206 ${size - 1000} `),
    );
  },
);

test.skipIf(!curlIsHere)("curl -L follows an alias, and -I gets what GET would", async () => {
  expect((await curl("/feed/", "-L")).told).toMatch(/^200 \d+ 1 /);
  const { body } = await curl("/rss.xml", "-I");
  expect(body).toContain(`Content-Length: ${feed?.body.byteLength}`);
});
