import { expect } from "vitest";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import type { ArticleRecords } from "../../src/ledger/records/article-records.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { rebuiltFrom } from "../../src/publish/replace-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Step } from "./history-steps.ts";
import type { StoredDocument } from "./publish-files.ts";
import {
  bakeFiles,
  brokenLinks,
  DAY,
  documentsIn,
  NOW,
  otherKeys,
  publishFiles,
  stateOf,
} from "./publish-files.ts";

/** An article as its publisher thinks of it. */
interface ModelArticle {
  readonly name: number;
  path: string;
  id: string | null;
  date: string | null;
  title: string;
  tag: string;
  text: string;
  slug: string | null;
  correction: string | null;
  isThere: boolean;
}

/** What was seen of an article when it was published first, and what must stay. */
interface Seen {
  id: string;
  address: string;
  published: number;
  updated: number;
  /** The edition that took it away; null while it is there. */
  deleted: number | null;
}

/** A site's history: what the publisher meant, beside what the ledger made of it. */
export class SiteModel {
  readonly store = new MemoryStore();
  readonly #articles: ModelArticle[] = [];
  readonly #seen = new Map<number, Seen>();
  readonly #addresses = new Set<string>();
  #documents = new Map<string, StoredDocument>();
  #url = "https://quay.example";
  #permalink = "/articles/{slug}";
  #now = NOW;

  /** Does what a step says, publishes, and checks every promise. */
  async take({ verb, pick, word, minutes }: Step): Promise<void> {
    this.#now += minutes * 60;
    const readdressed = this.#change(verb, pick, word);
    const files = this.#files();
    await publishFiles(files, this.store, this.#now);
    await this.#check(readdressed);
    const state = await stateOf(this.store);
    const again = planPublish(bakeFiles(files, state, this.#now + DAY), state, Infinity);
    expect(again, "a second bake a day later plans nothing").toMatchObject({ put: 0, delete: [] });
  }

  /** Loses the ledger, and checks that what stands beside the documents tells the same. */
  async loseLedger(): Promise<void> {
    const { ledger } = (await stateOf(this.store)).stored;
    const rebuilt = rebuiltFrom(await surveyStore(this.store));
    const inAnyOrder = (articles: ArticleRecords) =>
      Array.from(articles, (record) => ({ ...record, earlier: [...record.earlier].sort() }));
    expect(inAnyOrder(rebuilt.articles)).toEqual(inAnyOrder(ledger.articles));
    expect({ ...rebuilt, articles: [], edition: 0 }).toEqual({ ...ledger, articles: [], edition: 0 });
  }

  /** Changes the folder; gives the articles whose address the publisher asked to change. */
  #change(verb: Step["verb"], pick: number, word: string): readonly ModelArticle[] {
    const there = this.#articles.filter(({ isThere }) => isThere);
    const lost = this.#articles.filter(({ isThere }) => !isThere);
    const one = there[pick % Math.max(1, there.length)];
    const other = there[(pick + 1) % Math.max(1, there.length)];
    const name = this.#articles.length;
    const fresh: ModelArticle = {
      name,
      path: `${word}-${name}.${pick % 2 === 0 ? "md" : "txt"}`,
      id: null,
      date: null,
      title: `The ${word}`,
      tag: word,
      text: `Number ${name} tells of the ${word}.`,
      slug: null,
      correction: null,
      isThere: true,
    };
    if (verb === "add" || one === undefined || other === undefined) this.#articles.push(fresh);
    else if (verb === "addDated") this.#articles.push({ ...fresh, date: "2020-01-02T03:04:05Z" });
    else if (verb === "addWithId") this.#articles.push({ ...fresh, id: `urn:example:${name}` });
    else if (verb === "edit") one.text += ` And of the ${word}.`;
    else if (verb === "retitle") one.title = `A ${word} and number ${one.name}`;
    else if (verb === "move") one.path = `moved/${one.name}/${pick}-${name}.${one.path.split(".").at(-1)}`;
    else if (verb === "moveAndEdit" && one.id !== null) {
      one.path = `${pick}/${one.name}.${one.path.split(".").at(-1)}`;
      one.text += " Here now.";
    } else if (verb === "rename extension") one.path = one.path.replace(/\.md$/, ".markdown");
    else if (verb === "delete" && there.length > 1) one.isThere = false;
    else if (verb === "revive") {
      const free = lost.filter(({ path }) => !there.some((article) => article.path === path));
      const back = free[pick % Math.max(1, free.length)];
      if (back) back.isThere = true;
    } else if (verb === "changeUrl") this.#url = `https://${word}.example`;
    else if (verb === "changeSlug") {
      one.slug = word;
      return [one];
    } else if (verb === "changePermalink") {
      this.#permalink = pick % 2 === 0 ? "/articles/{slug}" : "/{year}/{slug}";
      return this.#articles;
    } else if (verb === "correct") {
      one.correction = `It was the ${word}, ${pick}.`;
      one.text += ` Corrected: ${word}.`;
    } else if (verb === "swap" && one.id === null && other.id === null) {
      // The extension says how a text is read, so only like files change places.
      if (one.path.split(".").at(-1) === other.path.split(".").at(-1))
        [one.path, other.path] = [other.path, one.path];
    } else if (verb === "shift") {
      const row = there.filter(({ id, path }) => id === null && path.endsWith(".md"));
      const paths = row.map(({ path }) => path);
      for (const [at, article] of row.entries()) article.path = paths[at + 1] ?? `last-${this.#now}.md`;
    }
    return [];
  }

  #files(): Record<string, string> {
    const files: Record<string, string> = {
      "site.toml": `title = "The Quay"\nurl = "${this.#url}"\nauthority = "quay.example,2025"\npermalink = "${this.#permalink}"\nfeed_items = 3\n`,
    };
    for (const { isThere, path, id, date, title, tag, text, slug, correction } of this.#articles) {
      if (!isThere) continue;
      const fields = Object.entries({ title, id, date, slug, correction, tags: [tag] }).filter(
        ([, value]) => value !== null,
      );
      // The first line of a newswire text is its headline, whatever the front matter says.
      const lines = [...fields.map(([key, value]) => `${key}: ${JSON.stringify(value)}`), "---"];
      files[path] = ["---", ...lines, ...(path.endsWith(".txt") ? [title] : []), text, ""].join("\n");
    }
    return files;
  }

  async #check(readdressed: readonly ModelArticle[]): Promise<void> {
    const { articles } = (await stateOf(this.store)).stored.ledger;
    expect(new Set([...articles].map(({ id }) => id)).size, "no id twice").toBe(articles.length);
    const owned = [...articles].flatMap(({ address, earlier }) => [address, ...earlier]);
    expect(new Set(owned).size, "no address twice").toBe(owned.length);
    expect(articles, "no article twice").toHaveLength(this.#articles.length);

    const live = [...articles].filter(({ deleted }) => deleted === null);
    for (const article of this.#articles) {
      const record = live.find(({ path }) => path === article.path);
      if (article.isThere) this.#checkArticle(article, record, readdressed.includes(article));
      else this.#checkDeleted(article, [...articles]);
    }
    await this.#checkDocuments();
  }

  #checkArticle(article: ModelArticle, record: ArticleRecord | undefined, isReaddressed: boolean): void {
    const told = `number ${article.name}`;
    if (record === undefined) throw new Error(`${told} is not in the ledger`);
    const seen = this.#seen.get(article.name);
    if (seen !== undefined) {
      expect(record.id, told).toBe(seen.id);
      if (!isReaddressed) expect(record.address, told).toBe(seen.address);
      expect(record.published, told).toBe(seen.published);
      expect(record.updated, told).toBeGreaterThanOrEqual(seen.updated);
      if (seen.deleted !== null) expect(record.updated, `${told} is back`).toBeGreaterThan(seen.deleted);
    }
    const { id, address, published, updated } = record;
    this.#seen.set(article.name, { id, address, published, updated, deleted: null });
    this.#addresses.add(address);
  }

  #checkDeleted(article: ModelArticle, records: readonly ArticleRecord[]): void {
    const seen = this.#seen.get(article.name);
    if (seen === undefined) return;
    const { deleted = null } = records.find(({ id }) => id === seen.id) ?? {};
    expect(deleted, `number ${article.name} is deleted`).not.toBeNull();
    expect(deleted, "a tombstone stays what it is").toBe(seen.deleted ?? deleted);
    seen.deleted = deleted;
  }

  async #checkDocuments(): Promise<void> {
    const documents = await documentsIn(this.store);
    expect(await brokenLinks(this.store)).toEqual([]);
    expect((await otherKeys(this.store)).filter((key) => !key.startsWith("ledger"))).toEqual([]);
    for (const address of this.#addresses) {
      const { status, location = null } = documents.get(address)?.metadata ?? {};
      if (status === 301)
        expect(documents.get(location ?? "")?.metadata.status, `${address} in one hop`).toBe(200);
      else expect([200, 410], address).toContain(status);
    }
    for (const { tag } of this.#articles) {
      for (const path of [
        `/tags/${tag}`,
        `/tags/${tag}/rss.xml`,
        `/tags/${tag}/atom.xml`,
        `/tags/${tag}/feed.json`,
      ]) {
        expect(documents.get(path)?.metadata.status, `${path} never vanishes`).toBe(200);
      }
    }
    for (const [key, { metadata, body }] of documents) {
      const before = this.#documents.get(key);
      expect(metadata.lastModified, `${key} is not ahead of the clock`).toBeLessThanOrEqual(this.#now);
      if (before === undefined) continue;
      if (before.body === body)
        expect(metadata.lastModified).toBeGreaterThanOrEqual(before.metadata.lastModified);
      else
        expect(metadata.lastModified, `${key} moves forward`).toBeGreaterThan(before.metadata.lastModified);
    }
    this.#documents = documents;
  }
}
