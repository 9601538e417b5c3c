import { expect, test } from "vitest";
import { translationsOf } from "../../src/bake/places/translations.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { recordBut } from "../ledger/records.ts";
import { sourceAt } from "../ledger/source-at.ts";
import { siteWith } from "./small-site.ts";
import { urlOf } from "./values.ts";

interface Text {
  readonly language: string;
  readonly key?: string;
  readonly canonical?: string;
  readonly page?: boolean;
}

/** The languages that each article names, those of the site's readers last. */
function told(texts: readonly Text[], language = "en") {
  const articles = texts.map(({ language, key = "/lock", canonical = null, page = false }, ordinal) => ({
    source: sourceAt({
      path: `${ordinal}.md`,
      language,
      page,
      canonical: canonical === null ? null : urlOf(canonical),
      addressing: { translationKey: key },
    }),
    record: recordBut({ ordinal, address: `/${ordinal}` }),
  }));
  const found = translationsOf(
    { ...NOBODY, articles, records: articles.map(({ record }) => record) },
    { ...siteWith(), language },
  );
  return articles.map(({ record: { ordinal } }) =>
    found.get(ordinal)?.map(({ language, url }) => `${language} ${new URL(url).pathname}`),
  );
}

const BOTH = ["en /0", "fr /1", "x-default /0"];

test.for([
  { name: "each other", texts: [{ language: "en" }, { language: "fr" }], are: [BOTH, BOTH] },
  { name: "nothing alone", texts: [{ language: "en" }], are: [undefined] },
  {
    name: "nothing of another key",
    texts: [{ language: "en" }, { language: "fr", key: "/tide" }],
    are: [undefined, undefined],
  },
  {
    name: "no article for a page",
    texts: [{ language: "en" }, { language: "fr", page: true }],
    are: [undefined, undefined],
  },
  {
    name: "the first of two in one language",
    texts: [{ language: "en" }, { language: "fr" }, { language: "fr" }],
    are: [BOTH, BOTH, undefined],
  },
  {
    name: "no copy of what has its home elsewhere",
    texts: [{ language: "en" }, { language: "fr", canonical: "https://else.example/1" }],
    are: [undefined, undefined],
  },
  {
    name: "one that says that its home is here",
    texts: [{ language: "en" }, { language: "fr", canonical: "https://quay.example/1" }],
    are: [BOTH, BOTH],
  },
])("translations name $name", ({ texts, are }) => expect(told(texts)).toEqual(are));

test.for([
  { site: "fr", last: "x-default /1" },
  { site: "fr-CA", last: "x-default /1" },
  { site: "de", last: "fr /1" },
])("readers of any other language get that of a site in $site, if there is one", ({ site, last }) => {
  expect(told([{ language: "en" }, { language: "fr" }], site)[0]?.at(-1)).toBe(last);
});

test("the very language of the site comes before others that are only like it", () => {
  expect(told([{ language: "en-GB" }, { language: "en" }])[0]?.at(-1)).toBe("x-default /1");
  expect(told([{ language: "pt-BR" }, { language: "pt-PT" }], "pt-PT")[0]?.at(-1)).toBe("x-default /1");
  expect(told([{ language: "es" }, { language: "en" }], "eo")[0]?.at(-1)).toBe("es /0");
});
