import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KnownArticle } from "../../../src/migrate/adopt/known-article.ts";
import { matchItems } from "../../../src/migrate/adopt/match-items.ts";
import type { OldItem } from "../../../src/migrate/adopt/read-old-feed.ts";
import { runs } from "../../runs.ts";
import { articleBut, DAY_OF_TIDE, itemBut } from "./items.ts";

const HOUR = 3600;
const OTHER = articleBut({
  path: "lock.md",
  address: "/articles/lock",
  id: "lock",
  title: "The lock",
  published: 0,
});

function match(items: readonly OldItem[], articles: readonly KnownArticle[]) {
  const leadsTo = (url: URL) => articles.find(({ address }) => address === url.pathname)?.address ?? null;
  const isOwn = ({ host }: URL) => host.endsWith("quay.example");
  return matchItems(items, articles, { isOwn, leadsTo }).map(({ found }) =>
    found === null
      ? null
      : `${found.article.path}, ${found.isCertain ? "certain" : "doubtful"}: ${found.reason}`,
  );
}

describe("an item is an article", () => {
  test.for<{
    name: string;
    item: Partial<OldItem>;
    article?: Partial<Omit<KnownArticle, "path">>;
    is: string | null;
  }>([
    { name: "by its id", item: { id: "tag:quay.example,2025:tide" }, is: "certain: id" },
    { name: "by the id of its front matter", item: { id: "x" }, article: { ownId: "x" }, is: "certain: id" },
    { name: "by its address", item: { link: "https://quay.example/articles/tide" }, is: "certain: address" },
    {
      name: "by its id, which is its address",
      item: { id: "https://quay.example/articles/tide" },
      is: "certain: address",
    },
    {
      name: "by an address with an extension and capitals",
      item: { link: "https://quay.example/Articles/Tide.html" },
      is: "certain: address, but for its ending",
    },
    {
      name: "by an address that is a folder's index",
      item: { link: "https://quay.example/articles/tide/index.php" },
      is: "certain: address, but for its ending",
    },
    {
      name: "by title and day, whatever marks and capitals",
      item: { title: "“The  TIDE!”", published: DAY_OF_TIDE + 9 * HOUR },
      is: "certain: title and date",
    },
    {
      name: "by the last part of its address and the day",
      item: { link: "https://quay.example/2025/05/tide/", published: DAY_OF_TIDE - 9 * HOUR },
      is: "certain: last part of the address and date",
    },
    {
      name: "by its enclosure",
      item: { enclosures: ["http://www.quay.example/1.mp3"] },
      article: { enclosures: ["https://quay.example/1.mp3"] },
      is: "certain: enclosure",
    },
    {
      name: "perhaps, by title alone",
      item: { title: "The tide", published: 0 },
      is: "doubtful: title alone",
    },
    {
      name: "perhaps, by title where it has no date",
      item: { title: "The tide", published: DAY_OF_TIDE },
      article: { isDated: false },
      is: "doubtful: title alone",
    },
    {
      name: "perhaps, by the last part of its address",
      item: { link: "https://quay.example/a/tide" },
      is: "doubtful: last part of the address",
    },
    {
      name: "perhaps, by the name of its enclosure",
      item: { enclosures: ["https://cdn.example/e/1.mp3"] },
      article: { enclosures: ["https://quay.example/media/1.mp3"] },
      is: "doubtful: file name of an enclosure",
    },
    { name: "perhaps, by its second", item: { published: DAY_OF_TIDE }, is: "doubtful: date alone" },
    {
      name: "not, where nothing fits",
      item: { id: "y", link: "https://quay.example/y", title: "Y" },
      is: null,
    },
    { name: "not, for want of a title", item: { title: "—" }, article: { title: "!" }, is: null },
  ])("$name", ({ item, article, is }) => {
    const [found] = match([itemBut(item)], [articleBut(article), OTHER]);
    expect(found).toBe(is === null ? null : `tide.md, ${is}`);
  });
});

describe("of several", () => {
  test("a title that two articles have tells nothing", () => {
    const articles = [articleBut(), articleBut({ path: "b.md", address: "/b", id: "b", published: 0 })];
    expect(match([itemBut({ title: "The tide" })], articles)).toEqual([null]);
  });

  test("the day tells two articles of one title apart", () => {
    const articles = [articleBut({ published: 0 }), articleBut({ path: "b.md", address: "/b", id: "b" })];
    expect(match([itemBut({ title: "The tide", published: DAY_OF_TIDE })], articles)).toEqual([
      "b.md, certain: title and date",
    ]);
  });

  test("a title that two items have tells nothing", () => {
    const item = { title: "The tide", published: DAY_OF_TIDE };
    expect(match([itemBut({ ...item, id: "x" }), itemBut({ ...item, id: "y" })], [articleBut()])).toEqual([
      null,
      null,
    ]);
  });

  test("no article is given to two items, and the stronger sign wins", () => {
    const items = [
      itemBut({ title: "The tide", published: DAY_OF_TIDE }),
      itemBut({ link: "https://quay.example/articles/tide" }),
    ];
    expect(match(items, [articleBut()])).toEqual([null, "tide.md, certain: address"]);
  });

  test("an item that stands there twice is one", () => {
    const item = itemBut({ link: "https://quay.example/articles/tide" });
    expect(match([item, { ...item }], [articleBut()])).toEqual(["tide.md, certain: address", null]);
  });
});

/** Spellings of one address that old sites have used. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => `https://quay.example${path}`,
  (path) => `http://www.quay.example${path}`,
  (path) => `https://quay.example${path}/`,
  (path) => `https://quay.example${path}.html`,
  (path) => `https://quay.example${path}/index.html`,
  (path) => `https://quay.example${path}?utm_source=feed`,
];

test("any feed that was made of the articles is found whole, in any order and any spelling", () => {
  const slugs = fc.uniqueArray(fc.stringMatching(/^[a-zé-]{1,12}$/u), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(slugs, fc.infiniteStream(fc.nat()), (names, numbers) => {
      const draw = (most: number) => (numbers.next().value ?? 0) % most;
      const articles = names.map((name) =>
        articleBut({
          path: `${name}.md`,
          address: `/articles/${encodeURIComponent(name)}`,
          id: `tag:${name}`,
          title: name,
        }),
      );
      const items = articles
        .map(({ address, id }) => {
          const spelled = SPELLINGS[draw(SPELLINGS.length)]?.(address) ?? "";
          return draw(3) === 0 ? itemBut({ id }) : itemBut({ id: `old:${address}`, link: spelled });
        })
        .map((item, at) => ({ item, at, order: draw(100) }))
        .sort((a, b) => a.order - b.order);
      const found = match(
        items.map(({ item }) => item),
        articles,
      );
      expect(found.map((one) => one?.replace(/, certain: .*/, ""))).toEqual(
        items.map(({ at }) => articles[at]?.path),
      );
    }),
    runs(60),
  );
});
