import type { RememberedArticle } from "../../src/article/remembered-article.ts";
import { pathOf } from "../bake/values.ts";

/** What is remembered of an article that names nothing, but for some fields. */
export function rememberedBut(fields: Partial<RememberedArticle>): RememberedArticle {
  return {
    path: pathOf("tide.md"),
    title: "Tide",
    ordinal: 0,
    section: null,
    tags: [],
    authors: [],
    language: "en",
    visibility: "listed",
    fingerprint: "",
    reach: "none",
    files: [],
    isRooted: true,
    episodeArt: [],
    hasImage: false,
    card: null,
    translationKey: null,
    translated: null,
    hasOwnId: false,
    ...fields,
  };
}
