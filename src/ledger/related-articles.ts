import { channelKey } from "../article/channel-name.ts";
import type { Source } from "../article/source.ts";
import type { ArticleRecord } from "./ledger.ts";

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
  readonly topicOf: (kind: Kind, name: string, make: boolean) => Topic | null;
}

/**
 * Finds related articles among `count`: of a language, by what they share. Only the topics of those for
 * which some are sought are gathered (`choosing`).
 */
export function relatedArticles(choosing: Iterable<Subject>, count: number): RelatedArticles {
  const shelves = new Map<string, Shelf>();
  const shelfOf = ({ language }: Subject): Shelf => {
    const shelf = shelves.get(language) ?? { count: 0, topicOf: topicFinder() };
    shelves.set(language, shelf);
    return shelf;
  };
  for (const one of choosing) topicsOf(one, shelfOf(one), true);
  const dates = new Float64Array(count);
  const scores = new Float64Array(count);
  const isNearer = (a: number, b: number) => {
    const score = (scores[a] ?? 0) - (scores[b] ?? 0);
    return (score || (dates[a] ?? 0) - (dates[b] ?? 0) || a - b) > 0;
  };
  return {
    add(subject) {
      const { ordinal } = subject;
      const shelf = shelfOf(subject);
      shelf.count += 1;
      dates[ordinal] = subject.published;
      for (const { members } of topicsOf(subject, shelf, false)) members.push(ordinal);
    },
    relatedTo(subject, butNot) {
      const shelf = shelfOf(subject);
      const found: number[] = [];
      for (const { kind, members } of topicsOf(subject, shelf, false)) {
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

/** What an article is about, each topic once. */
function topicsOf(subject: Subject, { topicOf }: Shelf, make: boolean): readonly Topic[] {
  const { section, authors, tags } = subject;
  const topics: Topic[] = [];
  const look = (kind: Kind, name: string) => {
    const topic = topicOf(kind, name, make);
    if (topic !== null && !topics.includes(topic)) topics.push(topic);
  };
  for (const name of tags) look("tag", name);
  for (const { name } of authors) look("author", name);
  if (section !== null) look("section", section);
  return topics;
}

/** Makes topics by their names, and from then on finds them. Names that mean the same are one. */
function topicFinder(): Shelf["topicOf"] {
  const byKey = new Map<string, Topic>();
  // Folding is dear, and articles have the same few names.
  const byName = { tag: new Map(), author: new Map(), section: new Map() } as const satisfies Record<
    Kind,
    Map<string, Topic | null>
  >;
  return (kind, name, make) => {
    const known: Topic | null | undefined = byName[kind].get(name);
    if (known !== undefined) return known;
    const key = channelKey(kind, name);
    const topic = byKey.get(key) ?? (make ? { kind, members: [] } : null);
    if (topic !== null) byKey.set(key, topic);
    byName[kind].set(name, topic);
    return topic;
  };
}
