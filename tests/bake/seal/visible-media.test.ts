import { expect, test } from "vitest";
import { visibleMedia } from "../../../src/bake/seal/visible-media.ts";
import type { Identification } from "../../../src/ledger/identification.ts";
import { NOBODY } from "../../ledger/nobody.ts";
import { recordBut } from "../../ledger/records.ts";
import { sourcesOf } from "../small-site.ts";
import { mediaFile } from "../values.ts";

const showing = (path: string, ...files: readonly string[]) =>
  sourcesOf({ [path]: `Text.\n\n${files.map((file) => `![A lock](${file})`).join("\n\n")}\n` });

function shown(there: readonly string[], sealed: readonly string[] | null) {
  const media = [
    mediaFile("a.png"),
    mediaFile("b.png"),
    mediaFile("copy-of-a.png", "a.png"),
    mediaFile("copy-of-b.png", "b.png"),
    mediaFile("nobodys.png"),
  ];
  const articles = showing("now.md", ...there).map((source) => ({
    source,
    record: recordBut({ ordinal: 0 }),
  }));
  const identified: Identification = {
    articles,
    ...NOBODY,
    records: [],
  };
  const hidden = sealed === null ? [] : showing("later.md", ...sealed);
  return visibleMedia(media, identified, hidden).map(({ path }) => path);
}

const ALL = ["a.png", "b.png", "copy-of-a.png", "copy-of-b.png", "nobodys.png"];

test.for([
  { name: "all, where no article is sealed", there: ["a.png"], sealed: null, are: ALL },
  { name: "all, where a sealed one shows none", there: ["a.png"], sealed: [], are: ALL },
  {
    name: "not those that only a sealed one shows",
    there: ["a.png"],
    sealed: ["b.png", "copy-of-b.png"],
    are: ["a.png", "copy-of-a.png", "nobodys.png"],
  },
  { name: "also those that another shows too", there: ["a.png", "b.png"], sealed: ["b.png"], are: ALL },
  {
    name: "also those that have the bytes of a shown one",
    there: ["a.png"],
    sealed: ["copy-of-a.png", "b.png"],
    are: ["a.png", "copy-of-a.png", "copy-of-b.png", "nobodys.png"],
  },
  {
    name: "not those of sealed ones where nothing else is there",
    there: [],
    sealed: ["a.png"],
    are: ALL.slice(1),
  },
])("media files are visible: $name", ({ there, sealed, are }) => expect(shown(there, sealed)).toEqual(are));

test("the site's icon is visible, though a sealed article shows it", () => {
  const icon = { forms: null, original: "linked" } as const;
  const media = [mediaFile("icon.png", "icon", { icon }), mediaFile("b.png")];
  const none = {
    ...NOBODY,
    records: [],
  };
  const visible = visibleMedia(media, { ...none, articles: [] }, showing("later.md", "icon.png", "b.png"));
  expect(visible.map(({ path }) => path)).toEqual(["icon.png"]);
});
