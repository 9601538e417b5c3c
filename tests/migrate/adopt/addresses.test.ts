import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { AddressReport } from "../../../src/command/reports/json-reports.ts";
import { lineAddress } from "../../../src/migrate/addresses/line-address.ts";
import { nearestAddress } from "../../../src/migrate/addresses/nearest-address.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";
import { oldServer } from "../old-server.ts";
import { adoptHere, adoptReport, fileOf } from "./adopt-here.ts";

const log = (target: string, status = 200, method = "GET", host = "") =>
  `${host}203.0.113.7 - - [25/Nov/2026:10:00:00 +0000] "${method} ${target} HTTP/1.1" ${status} 512 "-" "Mozilla/5.0 (X)"`;

describe("a line names", () => {
  test.for([
    { name: "a URL", line: "https://quay.example/a?p=1", is: "https://quay.example/a?p=1" },
    { name: "a path", line: "  /a/b  ", is: "/a/b" },
    { name: "a path in a table", line: "/a,7,8", is: "/a" },
    { name: "nothing in a comment", line: "# /a", is: null },
    { name: "nothing where it is empty", line: "", is: null },
    { name: "what a log was asked for", line: log("/a?p=1"), is: "/a?p=1" },
    {
      name: "that with the host in front",
      line: log("/a", 200, "GET", "quay.example:443 "),
      is: "https://quay.example/a",
    },
    { name: "what had moved", line: log("/a", 301), is: "/a" },
    { name: "what was not modified", line: log("/a", 304), is: "/a" },
    { name: "nothing where nothing was", line: log("/a", 404), is: null },
    { name: "nothing that was sent", line: log("/a", 200, "POST"), is: null },
  ])("$name", ({ line, is }) => {
    expect(lineAddress(line)).toBe(is);
  });
});

describe("the nearest page", () => {
  const nearest = nearestAddress(["/articles/the-tide", "/articles/second-lock", "/x/one", "/y/one"]);
  test.for([
    { name: "has the same last part", path: "/2024/05/the-tide/", is: "/articles/the-tide" },
    { name: "has it but for day and extension", path: "/2024-05-01-the_tide.html", is: "/articles/the-tide" },
    { name: "has it before an ending of feeds", path: "/the-tide/amp/", is: "/articles/the-tide" },
    { name: "has nearly the same", path: "/the-tides", is: "/articles/the-tide" },
    { name: "is the first of several", path: "/one", is: "/x/one" },
    { name: "is none where nothing is near", path: "/the-harbour", is: null },
    { name: "is none for a short name", path: "/ona", is: null },
    { name: "is none for what is no UTF-8", path: "/%ff", is: null },
  ])("$name", ({ path, is }) => {
    expect(nearest(path)).toBe(is);
  });
});

const FILES = {
  "site.toml": `${SITE_TOML}hosts = ["old.example"]\n[redirects]\n"/?p=7" = "/articles/tide"\n"/blog/*" = "/articles/:splat"\n"/nowhere" = "/articles/none"\n`,
  "tide.md": "---\ntitle: Tide\ndate: 2025-06-11\naliases: [/high-water]\n---\nWater.\n",
  _redirects: "/closed / 410\n",
};

async function judge(list: string): Promise<AddressReport> {
  const { addresses } = await adoptReport(contentFolder(FILES), [], ["--addresses", list]);
  if (addresses === null) throw new Error("no addresses were judged");
  return addresses;
}

describe("an old address", () => {
  test.for([
    { address: "/articles/tide", answer: "here" },
    { address: "https://www.quay.example/articles/tide?utm_source=x", answer: "here" },
    { address: "https://old.example/rss.xml", answer: "here" },
    { address: "/articles/tide/", answer: "moved", to: "/articles/tide" },
    { address: "/Articles/Tide", answer: "moved", to: "/articles/tide" },
    { address: "/high-water", answer: "moved", to: "/articles/tide" },
    { address: "/feed/", answer: "moved", to: "/rss.xml" },
    { address: "/?p=7", answer: "moved", to: "/articles/tide" },
    { address: "/?p=8", answer: "lost" },
    { address: "/blog/tide", answer: "moved", to: "/articles/tide" },
    { address: "/blog/ebb", answer: "lost" },
    { address: "/nowhere", answer: "lost" },
    { address: "/2019/tide.html", answer: "lost", nearest: "/articles/tide" },
    { address: "/comments/feed/", answer: "comments" },
    { address: "/articles/tide/feed/", answer: "comments" },
    { address: "https://else.example/articles/tide", answer: "elsewhere" },
  ])("$address: $answer", async ({ address, ...expected }) => {
    const { addresses } = await judge(fileOf(`${address}\n`, "list.txt"));
    expect(addresses).toHaveLength(1);
    expect(addresses[0]).toMatchObject(expected);
  });
});

describe("addresses are read from", () => {
  const map = (...locs: readonly string[]) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs.map((loc) => `<url><loc>\n${loc} </loc><lastmod>2025-01-01</lastmod></url>`).join("")}</urlset>`;

  test("a sitemap, whose references are decoded", async () => {
    const { addresses } = await judge(
      fileOf(map("https://quay.example/articles/tide", "https://quay.example/?p=7&amp;m=1")),
    );
    expect(addresses.map(({ address }) => address)).toEqual(["/?p=7&m=1", "/articles/tide"]);
  });

  test("an index of sitemaps, one of which is packed and one is gone", async () => {
    const { origin } = await oldServer((self) => ({
      "/sitemap.xml": `<sitemapindex>${["a.xml.gz", "b.xml", "c.xml"].map((name) => `<sitemap><loc>${self}/${name}</loc></sitemap>`).join("")}</sitemapindex>`,
      "/a.xml.gz": gzipSync(map("https://quay.example/articles/tide")),
      "/b.xml": map("https://quay.example/high-water"),
    }));
    const { addresses, remarks } = await judge(`${origin}/sitemap.xml`);
    expect(addresses.map(({ address }) => address)).toEqual(["/articles/tide", "/high-water"]);
    expect(remarks).toEqual([`names a sitemap that cannot be read: ${origin}/c.xml`]);
  });

  test("a log, the most frequent first", async () => {
    const lines = [log("/lost"), log("/articles/tide"), log("/articles/tide"), log("/x.php", 404)];
    const { addresses, counts } = await judge(fileOf(lines.join("\n"), "access.log"));
    expect(addresses.map(({ address, hits }) => [address, hits])).toEqual([
      ["/articles/tide", 2],
      ["/lost", 1],
    ]);
    expect(counts).toMatchObject({ here: 1, lost: 1 });
  });
});

test("people are told how many answer how, and what to add to site.toml, which helps", async () => {
  const content = contentFolder(FILES);
  const list = fileOf("/articles/tide\n/old/tide.html\n/?p=9\n/gone\n", "list.txt");
  const { stdout } = await adoptHere(content, [], ["--addresses", list]);
  expect(stdout).toBe(`4 old addresses:
  1  answer 200, where they were
  3  are lost, and answer 404
  lost: /?p=9
  lost: /gone
  lost: /old/tide.html, nearest: /articles/tide
Look at these, and add what is right to [redirects] in site.toml:
  "/old/tide.html" = "/articles/tide"
`);
  writeFileSync(join(content, "site.toml"), `${FILES["site.toml"]}"/old/tide.html" = "/articles/tide"\n`);
  expect((await adoptReport(content, [], ["--addresses", list])).addresses?.counts).toMatchObject({
    here: 1,
    moved: 1,
    lost: 2,
  });
});

test("what is adopted in the same run counts", async () => {
  const feed = fileOf(
    '<rss version="2.0"><channel><title>Q</title><link>https://quay.example/</link><item><title>Tide</title><link>https://quay.example/2019/tide/</link><guid>x</guid><pubDate>Wed, 11 Jun 2025 09:30:11 GMT</pubDate></item></channel></rss>',
  );
  const list = fileOf("/2019/tide/\n", "list.txt");
  const { addresses } = await adoptReport(contentFolder(FILES), [feed], ["--dry-run", "--addresses", list]);
  expect(addresses?.counts).toMatchObject({ here: 1, lost: 0 });
});

test.for([
  { name: "a list without an address", bytes: Buffer.from("nothing\n"), says: "has no address in it" },
  {
    name: "gzip that is cut off",
    bytes: gzipSync("/a\n".repeat(999)).subarray(0, 20),
    says: "is gzip that cannot be unpacked",
  },
])("refused is $name", async ({ bytes, says }) => {
  const file = join(temporaryFolder(), "list");
  writeFileSync(file, bytes);
  const { exitCode, stderr } = await adoptHere(contentFolder(FILES), [], ["--addresses", file]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(says);
});
