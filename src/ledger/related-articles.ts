import { channelKey } from "../article/channel-name.ts";
import { onceEach } from "../article/once-each.ts";
import type { Source } from "../article/source.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/** What of an article tells what it is about, and when it was. */
export type Subject = Pick<ArticleRecord, "ordinal" | "published"> &
  Pick<Source, "language" | "section" | "authors" | "tags">;

/** Articles of a site, which come in the order of their ordinals. */
export interface RelatedArticles {
  readonly add: (subject: Subject) => void;
  /** The ordinals of those that were added and are related to this one, the nearest first. */
  readonly relatedTo: (subject: Subject, butNot: number) => readonly number[];
}

/** So many related articles stand beside one. */
const MOST_RELATED = 4;

/** So many of those that share a name are weighed, the newest: a name that thousands have tells little. */
const MOST_WEIGHED = 32;

/** What a shared name counts, where one article in so many has it. */
const WEIGHTS = { tag: 1, author: 0.5, section: 0.5 } as const;

type Kind = keyof typeof WEIGHTS;

/** A tag, an author or a section, and who is under it. */
interface Topic {
  readonly kind: Kind;
  readonly members: number[];
}

/** The articles of one language. */
interface Shelf {
  count: number;
  /** Makes what an article is about a topic, where it is none yet. No topic is made once one was sought. */
  readonly make: (subject: Subject) => void;
  /** What an article is about, each topic once, as far as there are such topics. */
  readonly topicsOf: (subject: Subject) => readonly (readonly Topic[])[];
}

/**
 * Finds related articles among `count`: of a language, by what they share. Only the topics of those for
 * which some are sought are gathered (`choosing`).
 */
export function relatedArticles(choosing: Iterable<Subject>, count: number): RelatedArticles {
  const shelves = onceEach((_language: string) => openShelf());
  for (const one of choosing) shelves(one.language).make(one);
  const dates = new Float64Array(count);
  const scores = new Float64Array(count);
  const isNearer = (a: number, b: number) => {
    const score = (scores[a] ?? 0) - (scores[b] ?? 0);
    return (score || (dates[a] ?? 0) - (dates[b] ?? 0) || a - b) > 0;
  };
  return {
    add(subject) {
      const { ordinal } = subject;
      const shelf = shelves(subject.language);
      shelf.count += 1;
      dates[ordinal] = subject.published;
      for (const topics of shelf.topicsOf(subject)) for (const { members } of topics) members.push(ordinal);
    },
    relatedTo(subject, butNot) {
      const shelf = shelves(subject.language);
      const found: number[] = [];
      for (const { kind, members } of shelf.topicsOf(subject).flat()) {
        // A section or an author that most articles have says nothing of this one.
        if (kind !== "tag" && 2 * members.length > shelf.count) continue;
        // Square roots are exact on every machine, logarithms are not.
        const worth = WEIGHTS[kind] * Math.sqrt(shelf.count / members.length);
        for (let at = Math.max(0, members.length - MOST_WEIGHED); at < members.length; at += 1) {
          const other = members[at] ?? 0;
          const score = scores[other] ?? 0;
          if (score === 0 && other !== butNot) found.push(other);
          scores[other] = score + worth;
        }
      }
      const nearest: number[] = [];
      for (const one of found) {
        let place = nearest.length;
        while (place > 0 && isNearer(one, nearest[place - 1] ?? 0)) place -= 1;
        if (place === MOST_RELATED) continue;
        nearest.splice(place, 0, one);
        nearest.length = Math.min(nearest.length, MOST_RELATED);
      }
      for (const one of found) scores[one] = 0;
      if (butNot >= 0) scores[butNot] = 0;
      return nearest;
    },
  };
}

/** Topics by their names: those that mean the same are one. Articles that have the same tags share the very list. */
function openShelf(): Shelf {
  const byKey = new Map<string, Topic>();
  // Folding is dear, and articles have the same few names.
  const keyOf = onceEach((kind: Kind) => onceEach((name: string) => channelKey(kind, name)));
  const find = (kind: Kind, names: readonly string[]): readonly Topic[] =>
    [...new Set(names.map((name) => byKey.get(keyOf(kind)(name))))].filter((one) => one !== undefined);
  const ofTags = onceEach((names: Subject["tags"]) => find("tag", names));
  const ofAuthors = onceEach((authors: Subject["authors"]) => find("author", namesOf(authors)));
  const ofSection = onceEach((name: string | null) => find("section", name === null ? [] : [name]));
  const make = (kind: Kind, names: readonly string[]) => {
    for (const name of names) {
      const key = keyOf(kind)(name);
      if (!byKey.has(key)) byKey.set(key, { kind, members: [] });
    }
  };
  return {
    count: 0,
    make({ tags, authors, section }) {
      make("tag", tags);
      make("author", namesOf(authors));
      make("section", section === null ? [] : [section]);
    },
    topicsOf: ({ tags, authors, section }) => [ofTags(tags), ofAuthors(authors), ofSection(section)],
  };
}

function namesOf(authors: Subject["authors"]): readonly string[] {
  return authors.map(({ name }) => name);
}
