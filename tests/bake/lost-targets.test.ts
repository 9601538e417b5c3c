import { expect, test } from "vitest";
import { lostTargets } from "../../src/bake/redirects/lost-targets.ts";

/** What is told of a redirect from `/old`, which leads on under a key of its own or in a packed row. */
function told(to: string, { status = 301, isPacked = false } = {}) {
  const redirect = { to, status, file: "site.toml", line: 3 };
  const past = {
    moved: new Map<string, string>(
      isPacked
        ? [["/was", "/page"]]
        : [
            ["/old", to],
            ["/was", "/page"],
          ],
    ),
    gone: new Set(["/gone"]),
    packed: {
      origin: "",
      hosts: [],
      queries: [],
      patterns: [{ from: "/blog/*", to: "/page", status: 301 }],
      rows: new Map([
        ["/row", { to: "/page", status: 302 }],
        ...(isPacked ? [["/old", { to, status }] as const] : []),
      ]),
    },
    written: new Map([["/old", { from: "/old", redirect }]]),
    problems: [],
  };
  return lostTargets(past, (key) => ["/page", "/folder/"].includes(key));
}

const LOST = "where nothing is; let it lead to a page";

test.for([
  { name: "a page", to: "/page" },
  { name: "a page with a slash more", to: "/page/" },
  { name: "a page with a slash less", to: "/folder" },
  { name: "a place in a page", to: "/page#top" },
  { name: "a page with a query", to: "/page?a=1\n&b=2" },
  { name: "an address that was moved", to: "/was" },
  { name: "an address that is gone", to: "/gone" },
  { name: "a redirect in the table", to: "/row" },
  { name: "a redirect of many paths", to: "/blog/a/b" },
  { name: "an alias of ours", to: "/feed" },
  { name: "another site", to: "https://else.example/gone-there" },
])("a redirect to $name is not lost", ({ to }) => {
  expect(told(to)).toEqual([]);
  expect(told(to, { isPacked: true })).toEqual([]);
});

test("a redirect that says gone leads nowhere, and is not lost", () => {
  expect(told("/nothing", { status: 410 })).toEqual([]);
});

test.for([
  { name: "nothing", to: "/nothing" },
  { name: "nothing, in a place of it", to: "/nothing#page" },
  { name: "an address that no site can have", to: "/%zz" },
])("a redirect to $name is told with its line", ({ to }) => {
  for (const isPacked of [false, true]) {
    expect(told(to, { isPacked })).toEqual([
      {
        file: "site.toml",
        line: 3,
        severity: "warning",
        message: `redirect from "/old" leads to "${to}", ${LOST}`,
      },
    ]);
  }
});
