import type { Author } from "../../article/article.ts";
import type { EachWords } from "../../article/gathered-words.ts";
import type { ChannelKind } from "../../article/named-channel.ts";
import { onceEach } from "../../article/once-each.ts";

/** A list of names of one kind. */
export interface UsedNames {
  readonly kind: ChannelKind;
  readonly names: readonly string[];
  /** So many articles have it. */
  readonly articles: number;
}

/**
 * Counts who gathers under which names. Of tags and authors whole lists are counted, since articles that
 * have the same ones share the very list: two that say the same may be counted apart.
 */
export function usedNames(each: EachWords): readonly UsedNames[] {
  const used: UsedNames[] = [];
  const counter = <K>(kind: ChannelKind, namesOf: (key: K) => readonly string[]) =>
    onceEach((key: K) => {
      const one = { kind, names: namesOf(key), articles: 0 };
      used.push(one);
      return one;
    });
  const ofSection = counter("section", (name: string) => [name]);
  const ofTags = counter("tag", (names: readonly string[]) => names);
  const ofAuthors = counter("author", (all: readonly Author[]) => all.map(({ name }) => name));
  const ofLanguage = counter("language", (name: string) => [name]);
  each(({ section, tags, authors, language }) => {
    if (section !== null) ofSection(section).articles += 1;
    ofTags(tags).articles += 1;
    ofAuthors(authors).articles += 1;
    ofLanguage(language).articles += 1;
  });
  return used;
}
