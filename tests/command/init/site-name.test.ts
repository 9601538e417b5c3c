import { expect, test } from "vitest";
import { siteName } from "../../../src/command/init/site-name.ts";

const LONG = `https://${"quay-".repeat(12)}`;

test.for([
  { name: "its host", title: "The Quay", url: "https://news.quay.example", is: "news-quay-example" },
  { name: "its title where it has no address", title: "The McQuay", url: null, is: "the-mcquay" },
  { name: "a title in letters that others can write", title: "Зима", url: null, is: "zima" },
])("a site is named after $name", ({ title, url, is }) => {
  expect(siteName({ title, url })).toBe(is);
});

test.for([
  { name: "titles that no host name can hold", titles: ["新聞", "ニュース"], urls: [null, null] },
  {
    name: "long hosts with one beginning",
    titles: ["a", "a"],
    urls: [`${LONG}a.example`, `${LONG}b.example`],
  },
])("$name give two names, which leave room for -preview", ({ titles, urls }) => {
  const names = titles.map((title, index) => siteName({ title, url: urls[index] ?? null }));
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{0,53}$/);
});
