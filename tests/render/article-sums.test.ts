import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articlesOf } from "../../src/article/articles.ts";
import { Sum } from "../../src/article/sum.ts";
import type { NamedSums } from "../../src/render/article-sums.ts";
import { articleSums } from "../../src/render/article-sums.ts";
import { articleBut } from "../bake/values.ts";

const ada = { name: "Ada", url: null, email: null };
const article = articleBut({ ordinal: 3, fingerprint: "tide", section: "Sea", tags: ["a"], authors: [ada] });
const channels: NamedSums = {
  section: (name) => new Sum().text(`section ${name}`),
  tags: (names) => new Sum().text(`tags ${names.join()}`),
  authors: (authors) => new Sum().text(`authors ${authors.map(({ name }) => name).join()}`),
};
const other = new Sum().text("another channel");

function sumOf(one: Article = article, named: NamedSums = channels, all: readonly Article[] = [one]) {
  const sum = new Sum();
  const { of, end } = articlesOf(all);
  articleSums(of, end, named)(one.ordinal, sum);
  return sum.read();
}

test("the sum of an article is its own, whichever others there are and wherever it stands", () => {
  const others = [
    articleBut({ ordinal: 5, fingerprint: "lock" }),
    articleBut({ ordinal: 0, fingerprint: "quay" }),
  ];
  expect(sumOf(article, channels, [...others, article])).toEqual(sumOf());
  expect(sumOf({ ...article, ordinal: 0 })).toEqual(sumOf());
  for (const one of others) expect(sumOf(one, channels, [...others, article])).not.toEqual(sumOf());
});

test("each is summed up once, however often it is added", () => {
  const asked: number[] = [];
  const { of, end } = articlesOf([article, articleBut({ ordinal: 0, fingerprint: "quay" })]);
  const fingerprint = (ordinal: number) => {
    asked.push(ordinal);
    return of.fingerprint(ordinal);
  };
  const add = articleSums({ ...of, fingerprint }, end, channels);
  const [once, again] = [new Sum(), new Sum()];
  add(3, once);
  add(0, new Sum());
  add(3, again);
  expect(again.read()).toEqual(once.read());
  expect(once.read()).toEqual(sumOf());
  expect(asked).toEqual([3, 0]);
});

test.for<{ name: string; but?: Partial<Article>; named?: Partial<NamedSums> }>([
  { name: "it says something else", but: { fingerprint: "ebb" } },
  { name: "its section is none", but: { section: null } },
  { name: "its section has another channel", named: { section: () => other } },
  { name: "its tags have other channels", named: { tags: () => other } },
  { name: "its authors have other channels", named: { authors: () => other } },
])("it is another where $name", ({ but, named }) => {
  expect(sumOf({ ...article, ...but }, { ...channels, ...named })).not.toEqual(sumOf());
});
