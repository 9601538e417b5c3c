import { expect, test } from "vitest";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { inputOf, siteWith, sourcesOf } from "./small-site.ts";
import { must, NOW } from "./values.ts";

const TEXT =
  '# Locks\n\nFirst.[^1]\n\n## New {#gates}\n\n:::note\nA :tada:\n:::\n\n## Again\n\n<a name="x"></a> [x](#again)\n\n[^1]: Note.\n';
/** What was remembered of this text when its marks were text: no later version may find another. */
const DIGEST = "xm-CwCw6HobOZ8ZG_59QRO";
const DAY = 86_400;

test("the digest of an article is that of its plain text", () => {
  expect(sourcesOf({ "a.md": TEXT }).map(({ digest }) => digest)).toEqual([DIGEST]);
});

test("a site that was published when its marks were text keeps ids and dates", () => {
  const [source] = sourcesOf({ "a.md": TEXT });
  const { dialectDigest: _, ...before } = must(source ?? null, "a.md");
  const first = bakeSite(
    inputOf({}, { sources: [{ ...before, readText: () => ({ text: "Old", pieces: ["Old"] }) }] }),
  );
  const second = bakeSite(inputOf({ "a.md": TEXT }, { ledger: first.ledger, now: NOW + DAY }));
  const [then, now] = [first, second].map(({ ledger }) => ledger.articles.at(0));
  expect(now).toEqual(then);
});

test("a page is made again when the generator changes, of whose rule its ids are", () => {
  const text = { "a.md": "A.\n\n## What's new_in\n\nB" };
  const digests = (["hugo", "zola"] as const).map((generator) => {
    const [source] = sourcesOf(text, siteWith(`generator = "${generator}"\n`));
    return [source?.digest, source?.dialectDigest];
  });
  expect(digests[0]?.[0]).toBe(digests[1]?.[0]);
  expect(digests[0]?.[1]).not.toBe(digests[1]?.[1]);
});
