import fc from "fast-check";
import { expect, test } from "vitest";
import { leadsElsewhere } from "../../src/article/references.ts";
import { resolveTarget } from "../../src/article/resolve-target.ts";
import { absoluteUrl } from "../../src/article/values.ts";
import { storedPath } from "../../src/bake/places/hidden-places.ts";
import { urlOn } from "../../src/bake/places/site-targets.ts";
import { storageKeyOfPath } from "../../src/representation/storage-key.ts";
import { runs } from "../runs.ts";
import { siteWith } from "./small-site.ts";
import { pathOf, urlOf } from "./values.ts";

const piece = fc.constantFrom(
  ..."http:// https:// HTTP: // / . .. ? # @ : \\ % %2e %41 - _ ~ é a 0 0x7f 127.0.0.1 xn--a quay quay.example QUAY.example sea.example .md \n \t \0".split(
    " ",
  ),
  " ",
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));

const begin = fc.constantFrom(
  "http://",
  "https://",
  "https://sea.example",
  "https://quay.example",
  "http://a-b.example/",
);
const link = fc.tuple(begin, text).map((parts) => parts.join(""));

/** A site of which whoever asks is told of a fault. */
const unasked = (origin: string) => ({
  origin,
  get urls(): never {
    throw new Error("asked for files");
  },
  get hidden(): never {
    throw new Error("asked for hidden files");
  },
  urlOfName: () => null,
  isHiddenName: () => false,
  isHidden: () => true,
  isAddress: () => false,
});

test("what leads elsewhere is found, whatever there is in the site", () => {
  const origins = fc.constantFrom("https://quay.example", "http://127.0.0.1", "http://quay.example:8787");
  fc.assert(
    fc.property(origins, link, (origin, target) => {
      fc.pre(leadsElsewhere({ target, line: 1 }, origin));
      const url = absoluteUrl(target);
      expect(resolveTarget(target, pathOf("a.md"), urlOf(`${origin}/a`), unasked(origin))).toEqual({
        kind: "found",
        url,
      });
    }),
    runs(3000),
  );
});

test("most links lead elsewhere at a glance", () => {
  const isElsewhere = (target: string) => leadsElsewhere({ target, line: 1 }, "https://quay.example");
  expect(
    ["https://sea.example/a?b#c", "http://a.b-c.example", "https://quay.example.org"].map(isElsewhere),
  ).toEqual([true, true, true]);
  expect(
    ["https://quay.example/a", "https://1.2.3.4/", "//sea.example", "/a", "mailto:a@sea.example"].some(
      isElsewhere,
    ),
  ).toBe(false);
});

test("an address is the URL that the parser of URLs makes of it", () => {
  fc.assert(
    fc.property(text, (address) => {
      const site = siteWith("");
      const parsed = absoluteUrl(`${site.url}/${address}`);
      fc.pre(parsed !== null);
      expect(urlOn(site, `/${address}`)).toBe(parsed);
    }),
    runs(3000),
  );
});

test("a place is a key of the store, but for its last slash", () => {
  fc.assert(
    fc.property(text, (path) => {
      const key = storageKeyOfPath(`/${path}`) ?? `/${path}`;
      expect(storedPath(`/${path}`)).toBe(key.replace(/\/$/, ""));
    }),
    runs(3000),
  );
});
