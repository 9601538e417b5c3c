import type { Source } from "../article/article.ts";
import { channelKey } from "../article/channel-name.ts";
import type { ArticleRecord, Beside } from "./ledger.ts";

/** What of an article tells what it is about, and when it was. */
export type Subject = Pick<ArticleRecord, "ordinal" | "published"> &
  Pick<Source, "language" | "section" | "authors" | "tags">;

/** Articles of a site in the order of their first publication: what stands beside the next one. */
export interface EarlierArticles {
  readonly add: (subject: Subject) => void;
  /** Chosen among those that were added, of its language. */
  readonly besideOf: (subject: Subject) => Beside;
}

/** So many related articles stand beside one. */
const MOST_RELATED = 4;

/** So many of those that share a name are weighed, the newest: a name that thousands have tells little. */
const MOST_WEIGHED = 32;

/** What a shared name counts, where one article in so many has it. */
const WEIGHTS = { tag: 1, author: 0.5, section: 0.5 } as const;

type Kind = keyof typeof WEIGHTS;

interface Topic {
  readonly kind: Kind;
  readonly key: string;
}

/** The articles of one language. */
interface Shelf {
  /** By date, then in the order of first publication. */
  readonly timeline: Subject[];
  /** In the order of first publication. */
  readonly byTopic: Map<string, Subject[]>;
}

/** Gathers articles under the topics of those beside which something is to stand, and no others. */
export function earlierArticles(choosing: Iterable<Subject>): EarlierArticles {
  const topicsOf = topicReader();
  const wanted = new Set([...choosing].flatMap((one) => topicsOf(one).map(({ key }) => key)));
  const shelves = new Map<string, Shelf>();
  const shelfOf = ({ language }: Subject): Shelf => {
    const shelf = shelves.get(language) ?? { timeline: [], byTopic: new Map() };
    shelves.set(language, shelf);
    return shelf;
  };
  return {
    add(subject) {
      const { timeline, byTopic } = shelfOf(subject);
      timeline.splice(placeIn(timeline, subject), 0, subject);
      for (const { key } of topicsOf(subject)) {
        if (!wanted.has(key)) continue;
        const known = byTopic.get(key);
        if (known === undefined) byTopic.set(key, [subject]);
        else known.push(subject);
      }
    },
    besideOf(subject) {
      const { timeline, byTopic } = shelfOf(subject);
      const before = timeline[placeIn(timeline, subject) - 1] ?? null;
      const scores = new Map<Subject, number>();
      for (const { kind, key } of topicsOf(subject)) {
        const sharing = byTopic.get(key) ?? [];
        // A section or an author that most articles have says nothing of this one.
        if (kind !== "tag" && 2 * sharing.length > timeline.length) continue;
        // Square roots are exact on every machine, logarithms are not.
        const worth = WEIGHTS[kind] * Math.sqrt(timeline.length / sharing.length);
        for (const other of sharing.slice(-MOST_WEIGHED)) {
          if (other !== before) scores.set(other, (scores.get(other) ?? 0) + worth);
        }
      }
      const related = [...scores]
        .sort(([a, score], [b, other]) => other - score || compare(b, a))
        .slice(0, MOST_RELATED)
        .map(([{ ordinal }]) => ordinal);
      return [before?.ordinal ?? null, ...related];
    },
  };
}

/** Where an article belongs in a timeline: behind all that are as old. */
function placeIn(timeline: readonly Subject[], subject: Subject): number {
  let [from, to] = [0, timeline.length];
  // Most come in the order of their dates.
  let middle = to - 1;
  while (from < to) {
    const other = timeline[middle];
    if (other !== undefined && compare(other, subject) < 0) from = middle + 1;
    else to = middle;
    middle = (from + to) >> 1;
  }
  return from;
}

function compare(a: Subject, b: Subject): number {
  return a.published - b.published || a.ordinal - b.ordinal;
}

/** Tells what an article is about, each topic once. Names that mean the same are one topic. */
function topicReader(): (subject: Subject) => readonly Topic[] {
  const keys: Readonly<Record<Kind, Map<string, string>>> = {
    tag: new Map(),
    author: new Map(),
    section: new Map(),
  };
  const topic = (kind: Kind, name: string): Topic => {
    // Folding is dear, and articles have the same few names.
    const key = keys[kind].get(name) ?? channelKey(kind, name);
    keys[kind].set(name, key);
    return { kind, key };
  };
  return ({ section, authors, tags }) => {
    const topics = tags.map((name) => topic("tag", name));
    for (const { name } of authors) topics.push(topic("author", name));
    if (section !== null) topics.push(topic("section", section));
    return topics.length < 2 ? topics : [...new Map(topics.map((one) => [one.key, one])).values()];
  };
}
