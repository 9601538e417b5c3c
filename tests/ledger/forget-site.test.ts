import { expect, test } from "vitest";
import { forgetSite } from "../../src/ledger/forget-site.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { changeBut, ledgerBut, records } from "./records.ts";

test("a site that takes another's place has its articles, ids and channels to itself; editions go on, and no document is known", () => {
  const held = ledgerBut({
    edition: 5000,
    articles: records(3),
    channels: [{ kind: "tag", name: "Tea", slug: "tea" }],
    documents: new Map([
      ["/", { digest: "a", edition: 1000 }],
      ["/rss.xml", { digest: "b", edition: 5000 }],
    ]),
  });
  expect(forgetSite(held, "")).toEqual({
    ...EMPTY_LEDGER,
    edition: 5000,
    documents: new Map([
      ["/", { digest: "", edition: 1000 }],
      ["/rss.xml", { digest: "", edition: 5000 }],
    ]),
  });
});

test("of what the other site had sealed, a site in its place knows that something may be there, and not what", () => {
  const held = ledgerBut({
    edition: 5000,
    documents: new Map([["/", { digest: "a", edition: 1000 }]]),
    sealed: [
      changeBut({
        at: 6000,
        documents: [
          ["/", { digest: "b", edition: 6000 }],
          ["/next", { digest: "c", edition: 6000 }],
          ["/gone", null],
        ],
      }),
    ],
  });
  expect(forgetSite(held, "")).toStrictEqual({
    ...EMPTY_LEDGER,
    edition: 5000,
    documents: new Map([
      ["/", { digest: "", edition: 1000 }],
      ["/next", { digest: "", edition: 6000 }],
      ["/gone", { digest: "", edition: 5000 }],
    ]),
  });
});
