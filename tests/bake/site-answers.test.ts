import { expect, test } from "vitest";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { siteAnswers } from "../../src/bake/site-answers.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { readRequest, route } from "../../src/worker/edge-request.ts";
import type { Located } from "../../src/worker/locate.ts";
import { locate, locateUnknown } from "../../src/worker/locate.ts";
import { siteRedirects } from "../../src/worker/site-redirects.ts";
import type { ReadDocument } from "../../src/worker/stored-document.ts";
import { ledgerBut, recordBut } from "../ledger/records.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { NOW } from "./values.ts";

const INPUT = inputOf(
  {
    "tide.md": "---\naliases: [/high-water, /Old/]\n---\nWater.",
    "a b.md": "---\npermalink: /dämme/öffnen/\n---\nDams.",
    "about.md": "---\npage: true\n---\nUs.",
  },
  {
    site: siteWith(`redirect_queries = ["id"]
[redirects]
"/?p=7" = "/articles/tide"
"/x?id=2" = "/about"
"/blog/*" = "/articles/:splat"
"/away" = "https://else.example/"
"/docs/*" = "https://docs.example/:splat"
"/feed.xml" = "/atom.xml"
`),
  },
);

/** An edge that serves all of the site. */
function edge() {
  const { documents } = bakeSite(INPUT);
  const stored = new Map(documents.map(({ key, representation }) => [key, representation]));
  const read: ReadDocument = async (key: StorageKey) => {
    const found = stored.get(key);
    if (!found) return null;
    const body = new Blob([Buffer.from(found.value)]).stream();
    return { metadata: found.metadata, body: body as ReadableStream<Uint8Array>, made: {} };
  };
  return async (target: string): Promise<Located> => {
    const request = readRequest(new Request(`https://quay.example${target}`), NOW);
    const looking = { request, read, redirects: siteRedirects() };
    const found = route(request);
    if (found.kind === "document") return locate(found.key, looking);
    return found.kind === "nowhere" ? locateUnknown(found.key, looking) : { kind: "unknown" };
  };
}

/** What an answer of the edge is called here. */
function meantBy(located: Located): string {
  if (located.kind === "document") return located.document.metadata.status === 410 ? "gone" : "here";
  if (located.kind === "unknown") return "lost";
  return `moved to ${located.to}`;
}

test.for([
  "/",
  "/articles/tide",
  "/articles/tide/",
  "/ARTICLES/Tide",
  "//articles//tide",
  "/high-water",
  "/high-water/",
  "/Old/",
  "/old",
  "/d%C3%A4mme/%C3%B6ffnen/",
  "/d%c3%a4mme/%c3%b6ffnen",
  "/about",
  "/About/",
  "/rss.xml",
  "/feed",
  "/feed/",
  "/feed.xml",
  "/Feed/",
  "/index.xml",
  "/?p=7",
  "/x?id=2",
  "/x?id=3",
  "/x",
  "/blog/tide",
  "/away",
  "/docs/a/b",
  "/none",
  "/articles/none",
  "/%2e%2e/x",
  "/a%2Fb",
  "/index.html",
  "/tags/none/feed/",
  "/languages/en/feed",
])("the site answers for %s as its edge does", async (target) => {
  const { pathname, search } = new URL(`https://quay.example${target}`);
  const found = siteAnswers(openBake(INPUT))(pathname, search);
  expect(found.kind === "moved" ? `moved to ${found.to}` : found.kind).toBe(meantBy(await edge()(target)));
});

test.for([
  {
    name: "a query that is no redirect's, before which stands the front page",
    target: "/?p=8",
    is: { kind: "lost" },
  },
  { name: "an article that is gone", target: "/articles/gone", is: { kind: "gone" } },
  { name: "a redirect that leads to nothing", target: "/blog/none", is: { kind: "lost" } },
  {
    name: "a redirect that leads to another one",
    target: "/blog/tide/",
    is: { kind: "moved", to: "/articles/tide" },
  },
])("$name is told as what comes of it", ({ target, is }) => {
  const { pathname, search } = new URL(`https://quay.example${target}`);
  const articles = [recordBut({ ordinal: 0, address: "/articles/gone", deleted: 1000 })];
  const bake = openBake({ ...INPUT, ledger: ledgerBut({ articles }) });
  expect(siteAnswers(bake)(pathname, search)).toEqual(is);
});
