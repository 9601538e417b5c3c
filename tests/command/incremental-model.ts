import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, vi } from "vitest";
import { bake } from "../../src/command/bake/bake.ts";
import type { BakeFlags } from "../../src/command/flags/bake-flags.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { DyingStore, Killed } from "../store/dying-store.ts";

/** Something that happens to a content folder. `step` counts from 0. */
export type Edit = (folder: string, step: number, now: number) => void;

/** What happens between two bakes, and how the next one is made. */
export interface Step {
  readonly edits: readonly Edit[];
  /** Since the bake before. */
  readonly minutes: number;
  /** How often it is baked, one minute after the other. */
  readonly bakes: number;
  readonly flags: Pick<BakeFlags, "drafts" | "url">;
  /** What befalls the store or what is remembered, before it. */
  readonly mishap: (typeof MISHAPS)[number];
}

const NAMES = [
  "a.md",
  "b.md",
  "sea/c.md",
  "sea/d.md",
  "sea/index.md",
  "town/e.md",
  "town/f.md",
  "town/h.html",
  "g.txt",
] as const;
/** Files that may become each other: two that differ in this alone would have one id. */
const TYPES = ["town/f.md", "town/f.html"] as const;
const START = Date.UTC(2025, 6, 1) / 1000;
/** Feeds of three, so that a few articles fill windows and archives. */
const SETTINGS = `${SITE_TOML}feed_items = 3\n`;
const MANY_KINDS = `article_formats = ["json", "markdown"]
channel_archives = ["sections", "authors", "tags", "languages"]
`;

const name = fc.constantFrom(...NAMES);
const word = fc.constantFrom("tide", "lock", "mole", "quay");

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function article(title: string, { tag = "", link = "", day = 1, field = "" } = {}): string {
  return `---\ntitle: ${title}\ntags: [${tag}]\ndate: 2025-06-${String(day).padStart(2, "0")}\n${field}---\n\nOf the ${title}. ${link}\n`;
}

/** Where a name leads: by its path, by its address, by its name alone. */
const linkTo = fc
  .option(name)
  .chain((target) =>
    target === null
      ? fc.constant("")
      : fc.constantFrom(
          `See [it](/${target}) ![a boat](/boat.svg) and [a map](/map.txt).`,
          `See [it](/${target}#top), [there](#here) and [them](mailto:us@quay.example).`,
          `See [it](/${target.replace(/\.[^.]+$/, "")}) and [another](https://mole.example/quay).`,
          `See ![a boat](boat.svg) and ![another](c/boat.svg), or [it](../${target}).`,
          "![a boat](/sea/boat.svg)",
        ),
  );

/** What front matter may ask for beside, and what of it makes everything depend on the clock or on each other. */
const FIELDS = [
  "",
  "slug: mole\n",
  "aliases: [/old/mole]\n",
  "section: harbour\n",
  "visibility: unlisted\n",
  "lead: true\n",
  "id: urn:quay:1\n",
  "sumary: Of the tide.\n",
] as const;
const WILD_FIELDS = [
  "id: urn:quay:2\n",
  "permalink: /quay\n",
  "redirectTo: /a\n",
  "correction: Not so.\n",
  "canonical: https://mole.example/a\n",
] as const;

/** What asks for addresses that the site has for documents of its own, or had. */
const CLASHING_FIELDS = [
  ...FIELDS,
  "permalink: /articles/a.json\n",
  "permalink: /articles/b.md\n",
  "permalink: /articles/b/\n",
  "permalink: /articles/c.json/\n",
  "permalink: /dates/2025/06\n",
  "permalink: /dates/2025/06/05\n",
  "permalink: /dates/2025/07/\n",
  "permalink: /tags/lock\n",
  "permalink: /tags/\n",
  "permalink: /archive/1\n",
  "aliases: [/articles/a.md, /articles/c]\n",
  "aliases: [/articles/e, /articles/e.json]\n",
  "aliases: [/dates/2025, /dates/2025/06]\n",
  "aliases: [/tags/lock, /sections/harbour]\n",
  "aliases: [/archive/1, /tags/lock/archive/1]\n",
  "authors: [Ann]\nlanguage: de\n",
  "page: true\npermalink: /dates/2025/06/01\n",
  "page: true\npermalink: /articles/d.json\n",
] as const;

/** Where a drawing may lie: files of one name are found by who lies nearest. */
const drawing = fc.constantFrom("boat.svg", "sea/boat.svg", "sea/c/boat.svg", "town/boat.svg");

function draw(folder: string, file: string, height: number): void {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="${height}"><path d="M0 0h8v4z"/></svg>`;
  write(folder, file, svg);
}

const inFolder =
  (edit: (folder: string) => void): Edit =>
  (folder) =>
    edit(folder);

function writing(fields: readonly string[]): fc.Arbitrary<Edit> {
  const day = fc.integer({ min: 1, max: 28 });
  return fc
    .record({ file: name, title: word, tag: word, link: linkTo, day, field: fc.constantFrom(...fields) })
    .map(({ file, title, ...rest }) => inFolder((folder) => write(folder, file, article(title, rest))));
}

/** Articles that were never there; those of a few bakes fill a window. */
const coming = fc.record({ count: fc.integer({ min: 1, max: 3 }), tag: word, isDated: fc.boolean() }).map(
  ({ count, tag, isDated }): Edit =>
    (folder, step, now) => {
      for (let at = 0; at < count; at += 1) {
        const text = article(`new ${step} ${at}`, { tag, day: isDated ? 1 + (now % 28) : 28 });
        write(folder, `new/${step}-${at}.md`, isDated ? text : text.replace(/^date: .*$/m, "lead: false"));
      }
    },
);

/** What an editor may do between two bakes, on a day like any other. */
const CALM: readonly fc.Arbitrary<Edit>[] = [
  writing(FIELDS),
  coming,
  fc
    .tuple(drawing, fc.integer({ min: 1, max: 9 }))
    .map(([file, height]) => inFolder((folder) => draw(folder, file, height))),
  drawing.map((file) => inFolder((folder) => rmSync(join(folder, file), { force: true }))),
  name.map((file) => inFolder((folder) => rmSync(join(folder, file), { force: true }))),
  fc.tuple(name, name).map(([from, to]) =>
    inFolder((folder) => {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      if (existsSync(join(folder, from))) renameSync(join(folder, from), join(folder, to));
    }),
  ),
  fc.constantFrom(TYPES, TYPES.toReversed()).map(([from = "", to = ""]) =>
    inFolder((folder) => {
      if (existsSync(join(folder, from))) renameSync(join(folder, from), join(folder, to));
    }),
  ),
  name.map(
    (file): Edit =>
      (folder, step) => {
        if (existsSync(join(folder, file))) utimesSync(join(folder, file), START + step, START + step);
      },
  ),
  fc
    .constantFrom("kite", "yawl")
    .map((boat) => inFolder((folder) => write(folder, "../static/map.txt", `A map of the ${boat}.`))),
  word.map((title) =>
    inFolder((folder) => write(folder, "about.md", `---\npage: true\n---\n# ${title}\n\nUs.\n`)),
  ),
];

/** Whatever else may happen. */
const WILD: readonly fc.Arbitrary<Edit>[] = [
  ...CALM,
  writing([...FIELDS, ...WILD_FIELDS]),
  name.map(
    (file): Edit =>
      (folder, step) => {
        write(folder, file, article("touched"));
        utimesSync(join(folder, file), START - 9999, START - 9999 + step);
      },
  ),
  fc
    .constantFrom("", 'language = "de"\n', 'footer = "Printed daily."\n', "poll_minutes = 30\n")
    .map((more) => inFolder((folder) => write(folder, "site.toml", `${SETTINGS}${more}`))),
  fc
    .record({
      file: name,
      hours: fc.integer({ min: 1, max: 12 }),
      when: fc.constantFrom("date", "expires", "updated"),
    })
    .map(
      ({ file, hours, when }): Edit =>
        (folder, _, now) => {
          const at = new Date((now + hours * 3600) * 1000).toISOString();
          write(folder, file, `---\n${when}: ${at}\n---\n# Later\n\nText.\n`);
        },
    ),
];

/** A site with documents of many kinds, and articles that come to stand where one of those does. */
const CLASHING: readonly fc.Arbitrary<Edit>[] = [
  ...CALM,
  writing(CLASHING_FIELDS),
  writing(CLASHING_FIELDS),
  writing(CLASHING_FIELDS),
  fc
    .constantFrom("", 'language = "de"\n', 'redirects = { "/articles/a.json" = "/articles/b" }\n')
    .map((more) => inFolder((folder) => write(folder, "site.toml", `${SETTINGS}${MANY_KINDS}${more}`))),
];

const MISHAPS = [
  "none",
  "another machine publishes",
  "killed",
  "cache lost",
  "ledger's parts lost",
  "older cache",
  "store lost",
] as const;

/** Steps of a site's life, most of them without a mishap: of one where only texts and files change, or anything, or addresses clash. */
export function lives(length: { readonly minLength: number; readonly maxLength: number }) {
  return fc.constantFrom(CALM, WILD, CLASHING).chain((kinds) => fc.array(stepOf(kinds), length));
}

function stepOf(kinds: readonly fc.Arbitrary<Edit>[]): fc.Arbitrary<Step> {
  const edits = fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: kinds === CALM ? 1 : 3 });
  return fc.record({
    edits: fc.oneof(edits, fc.constant([])),
    minutes: fc.constantFrom(1, 30, 60, 600),
    bakes: fc.integer({ min: 1, max: 3 }),
    flags: fc.oneof(
      { weight: kinds === CALM ? 20 : 4, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom({ drafts: true }, { url: "https://mole.example" }) },
    ),
    mishap: fc.oneof(
      { weight: kinds === CALM ? 20 : 5, arbitrary: fc.constant("none" as const) },
      { weight: 4, arbitrary: fc.constantFrom(...MISHAPS) },
    ),
  });
}

/**
 * One site that is baked with what is remembered, and its twin that is baked anew each time. Where files lie
 * still they do so for an hour at each bake, and are known by their stamps; else they changed a moment before.
 */
export async function expectEqualBakes(history: readonly Step[], lieStill: boolean): Promise<void> {
  const now = Date.now.bind(Date);
  const clock = lieStill ? vi.spyOn(Date, "now").mockImplementation(() => now() + 3_600_000) : null;
  try {
    await bakeBoth(history);
  } finally {
    clock?.mockRestore();
  }
}

async function bakeBoth(history: readonly Step[]): Promise<void> {
  const content = contentFolder({ "content/site.toml": SETTINGS });
  const folder = join(content, "content");
  for (const [at, file] of NAMES.entries()) {
    const link = START_LINKS[at % START_LINKS.length] ?? "";
    write(folder, file, article(`start ${at}`, { tag: "lock", day: at + 1, link }));
  }
  draw(folder, "boat.svg", 5);
  write(folder, "../static/map.txt", "A map of the quay.");
  const twins = [new Twin(folder, false), new Twin(folder, true)] as const;
  let now = START;
  for (const [at, step] of [FIRST, ...history].entries()) {
    for (const edit of step.edits) edit(folder, at, now);
    now += step.minutes * 60;
    for (const twin of twins) await twin.suffer(step.mishap, now);
    for (let bakes = 0; bakes < step.bakes; bakes += 1, now += 60) {
      const [remembering, anew] = twins;
      expect(await remembering.bake(now, step.flags)).toEqual(await anew.bake(now, step.flags));
    }
  }
}

/** What the first articles say: nothing of the site, or where something of it lies, each in a way of its own. */
const START_LINKS = [
  "",
  "![a boat](/boat.svg)",
  "See [it](/a.md).",
  "See [it](/articles/a) and [a map](/map.txt).",
] as const;

/** Takes away every other part of the ledger that is remembered, but not what was summed up of it. */
function loseParts(cache: string): void {
  const all = existsSync(cache) ? globSync("*/shards/*/*", { cwd: cache }).sort() : [];
  for (const [at, part] of all.filter((file) => !file.endsWith(".summary")).entries()) {
    if (at % 2 === 0) rmSync(join(cache, part));
  }
}

const FIRST: Step = { edits: [], minutes: 0, bakes: 1, flags: {}, mishap: "none" };

/** A machine with a store of its own. */
class Twin {
  readonly #content: string;
  readonly #full: boolean;
  readonly #persistTo = temporaryFolder();
  readonly #older = join(temporaryFolder(), "cache");
  #store = new MemoryStore();

  constructor(content: string, full: boolean) {
    this.#content = content;
    this.#full = full;
  }

  /** Bakes; gives what is told, and all that the store holds then. */
  async bake(now: number, flags: Step["flags"]): Promise<unknown> {
    const told = await this.#run({ now, verbose: true, ...flags });
    const held: unknown[] = [];
    for await (const { key, metadata } of this.#store.list()) {
      const { value } = (await this.#store.get(key as StorageKey)) ?? {};
      held.push([key, metadata, Buffer.from(value ?? []).toString("base64")]);
    }
    return { told, held };
  }

  async suffer(mishap: Step["mishap"], now: number): Promise<void> {
    const cache = join(this.#persistTo, "feedwright-cache");
    if (mishap === "cache lost") rmSync(cache, { recursive: true, force: true });
    if (mishap === "ledger's parts lost") loseParts(cache);
    if (mishap === "older cache" && existsSync(this.#older)) {
      rmSync(cache, { recursive: true, force: true });
      cpSync(this.#older, cache, { recursive: true });
    } else if (existsSync(cache)) {
      rmSync(this.#older, { recursive: true, force: true });
      cpSync(cache, this.#older, { recursive: true });
    }
    if (mishap === "store lost") {
      this.#store = new MemoryStore();
      rmSync(join(this.#persistTo, "feedwright-editions.json"), { force: true });
    }
    if (mishap === "another machine publishes" || mishap === "killed") {
      const content = join(temporaryFolder(), "content");
      cpSync(this.#content, content, { recursive: true });
      write(content, "a.md", article("of another", { tag: "quay", day: 9 }));
      const persistTo = temporaryFolder();
      const store = mishap === "killed" ? new DyingStore(this.#store, 9, (all) => [...all]) : this.#store;
      await this.#run({ now: now - 30, content, persistTo }, store).catch((cause: unknown) => {
        if (!(cause instanceof Killed)) throw cause;
      });
    }
  }

  async #run(flags: Partial<BakeFlags>, store: Store = this.#store): Promise<unknown> {
    const { report } = await bake(
      {
        content: this.#content,
        persistTo: this.#persistTo,
        full: this.#full,
        allowDeletions: true,
        allowEmpty: true,
        ...flags,
      },
      async () => store,
    );
    const { timingsMs: _, ...told } = report;
    return told;
  }
}
