import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articlesOf } from "../../src/article/articles.ts";
import { asListed, timelineOf } from "../../src/render/channels/timeline.ts";
import { articleBut, pathOf } from "../bake/values.ts";

/** Articles in any order, of few moments, whose addresses and paths stand in other orders than they do. */
const some = fc
  .tuple(
    fc.uniqueArray(fc.nat(40), { maxLength: 15 }),
    fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 15, maxLength: 15 }),
    fc.nat(7),
  )
  .map(([ordinals, moments, turn]) =>
    ordinals.map((ordinal, at) =>
      articleBut({
        ordinal,
        published: moments[at] ?? 0,
        address: `/${(ordinal * 7 + turn) % 41}`,
        path: pathOf(`${(ordinal * 5 + turn) % 41}.md`),
      }),
    ),
  );

const ordinalsIn = (all: readonly Article[], text: (article: Article) => string) =>
  all
    .toSorted((a, b) => b.published - a.published || (text(a) < text(b) ? -1 : 1))
    .map(({ ordinal }) => ordinal);

test("a timeline has all articles, the newest first, those of one moment by their addresses", () => {
  fc.assert(
    fc.property(some, (all) => {
      const articles = articlesOf(all);
      expect(timelineOf(articles)).toEqual(ordinalsIn(all, ({ address }) => address));
      expect([...articles.ordinals]).toEqual(all.map(({ ordinal }) => ordinal));
    }),
  );
});

test("pages list those of one moment by their paths", () => {
  fc.assert(
    fc.property(some, (all) => {
      const articles = articlesOf(all);
      const timeline = timelineOf(articles);
      const before = [...timeline];
      const listed = asListed(timeline, articles);
      expect(listed).toEqual(ordinalsIn(all, ({ path }) => path));
      expect(asListed(listed, articles)).toBe(listed);
      expect(timeline).toEqual(before);
    }),
  );
});

test("nobody's address is asked for where each has a moment of its own", () => {
  const articles = articlesOf(
    [3, 1, 2, 0].map((ordinal) => articleBut({ ordinal, published: 1000 * ordinal })),
  );
  const of = {
    ...articles.of,
    address(ordinal: number): string {
      throw new RangeError(`asked for ${ordinal}`);
    },
  };
  const { ordinals, published } = articles;
  expect(timelineOf({ ...articles, ordinals, published, of } as typeof articles)).toEqual([3, 2, 1, 0]);
});

test("articles that came in the order of time are not sorted: each is compared with the next alone", () => {
  const count = 100;
  const articles = articlesOf(
    Array.from({ length: count }, (_, ordinal) => articleBut({ ordinal, address: `/${900 - ordinal}` })),
  );
  let asked = 0;
  const of = {
    ...articles.of,
    address(ordinal: number) {
      asked += 1;
      return articles.of.address(ordinal);
    },
  };
  const { ordinals, published } = articles;
  const timeline = timelineOf({ ...articles, ordinals, published, of } as typeof articles);
  expect(timeline).toEqual(Array.from({ length: count }, (_, at) => count - 1 - at));
  expect(asked).toBe(2 * (count - 1));
});
