import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { bake } from "../../src/command/bake/bake.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";

/** Something that happens to a content folder. `step` counts from 0. */
export type Edit = (folder: string, step: number) => void;

/** What happens between two bakes, and how the next one is made. */
export interface Step {
  readonly edits: readonly Edit[];
  /** Since the bake before. */
  readonly minutes: number;
  /** How often it is baked, one minute after the other. */
  readonly bakes: number;
  readonly flags: Pick<BakeFlags, "drafts" | "url" | "skipInvalid">;
  /** What befalls the store or what is remembered, before it. */
  readonly mishap: "none" | "another machine" | "killed" | "cache lost" | "store lost" | "cache of another day";
}

const NAMES = ["a.md", "b.md", "sea/c.md", "sea/d.md", "town/e.md", "town/f.md", "g.txt"] as const;
const START = Date.UTC(2025, 6, 1) / 1000;
/** Feeds of three, so that a few articles fill windows and archives. */
const SETTINGS = `${SITE_TOML}feed_items = 3\n`;

const name = fc.constantFrom(...NAMES);
const word = fc.constantFrom("tide", "lock", "mole", "quay");

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function article(title: string, { tag = "", link = "", day = 1 } = {}): string {
  return `---\ntitle: ${title}\ntags: [${tag}]\ndate: 2025-06-${String(day).padStart(2, "0")}\n---\n\nOf the ${title}. ${link}\n`;
}

const linkTo = fc
  .option(name)
  .map((target) => (target ? `See [it](/${target}) and ![a boat](/boat.svg).` : ""));

/** Whatever an editor may do between two bakes. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({ file: name, title: word, tag: word, link: linkTo, day: fc.integer({ min: 1, max: 28 }) }).map(
      ({ file, title, ...rest }): Edit =>
        (folder) =>
          write(folder, file, article(title, rest)),
    ),
    name.map(
      (file): Edit =>
        (folder) =>
          rmSync(join(folder, file), { force: true }),
    ),
    name.map(
      (file): Edit =>
        (folder, step) => {
          write(folder, file, article("touched"));
          utimesSync(join(folder, file), START - 9999, START - 9999 + step);
        },
    ),
    fc.integer({ min: 1, max: 9 }).map(
      (height): Edit =>
        (folder) =>
          write(
            folder,
            "boat.svg",
            `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="${height}"><path d="M0 0h8v4z"/></svg>`,
          ),
    ),
    fc.constantFrom("", 'language = "de"\n', 'footer = "Printed daily."\n', "poll_minutes = 30\n").map(
      (more): Edit =>
        (folder) =>
          write(folder, "site.toml", `${SETTINGS}${more}`),
    ),
    word.map(
      (title): Edit =>
        (folder) =>
          write(folder, "about.md", `---\npage: true\n---\n# ${title}\n\nUs.\n`),
    ),
  ),
  { minLength: 1, maxLength: 3 },
);

/** One site that is baked with what is remembered, and its twin that is baked anew each time. */
export async function expectEqualBakes(history: readonly (readonly Edit[])[]): Promise<void> {
  const content = contentFolder({ "site.toml": SETTINGS });
  for (const [at, file] of NAMES.entries()) {
    write(content, file, article(`start ${at}`, { tag: "lock", day: at + 1 }));
  }
  const [remembering, anew] = [twin(content, false), twin(content, true)];
  for (const [step, all] of [[], ...history].entries()) {
    for (const edit of all) edit(content, step);
    const now = START + step * 3600;
    expect(await remembering(now)).toEqual(await anew(now));
  }
}

/** Gives a bake of a store of its own: it tells what it reports, and all that the store holds. */
function twin(content: string, full: boolean): (now: number) => Promise<unknown> {
  const store = new MemoryStore();
  const persistTo = temporaryFolder();
  return async (now) => {
    const flags = { content, persistTo, now, full, allowDeletions: true, allowEmpty: true, verbose: true };
    const { report } = await bake(flags, async () => store);
    const { timingsMs: _, ...told } = report;
    const held: unknown[] = [];
    for await (const { key, metadata } of store.list()) {
      const { value } = (await store.get(key as Parameters<typeof store.get>[0])) ?? {};
      held.push([key, metadata, Buffer.from(value ?? []).toString("base64")]);
    }
    return { told, held };
  };
}
