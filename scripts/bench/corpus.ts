import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One source file of the corpus, the same for every generator. */
export interface CorpusArticle {
  readonly slug: string;
  /** Folder below the content folder. */
  readonly section: string;
  readonly markdown: string;
}

const WORDS =
  "harbour tide lock quay ferry lamp mole keel gull rope wind rain barge dock pilot wharf channel buoy crane cargo sail shore marsh reed bridge tower signal chart anchor deck".split(
    " ",
  );
const SECTIONS = ["harbour", "world", "science", "culture", "weather"] as const;
const TAGS = Array.from({ length: 40 }, (_, index) => `tag ${index}`);
const DAY_MS = 86_400_000;

/** A generator of numbers from 0 up to 1 that gives the same row for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Articles of about 2.7 kB of Markdown: headings, lists, links, emphasis, a quotation. */
export function* corpus(count: number, seed = 1): Generator<CorpusArticle> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 10) }, () => pick(WORDS)).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 5 }, sentence).join(" ");
  for (let index = 0; index < count; index += 1) {
    const date = new Date(Date.UTC(1995, 0, 1) + Math.floor((index / count) * 30 * 365 * DAY_MS));
    const body = [
      paragraph(),
      `${paragraph()} See [the chart](https://chart.example/${index}) and *${pick(WORDS)}*.`,
      "## What it means",
      paragraph(),
      `- ${sentence()}\n- **${pick(WORDS)}** ${sentence()}\n- ${sentence()}`,
      `> ${sentence()}`,
      "## What comes next",
      paragraph(),
      paragraph(),
      paragraph(),
    ].join("\n\n");
    yield {
      slug: `article-${String(index).padStart(6, "0")}`,
      section: pick(SECTIONS),
      markdown: `---\ntitle: "${sentence().slice(0, -1)} ${index}"\ndate: ${date.toISOString().slice(0, 19)}Z\nauthor: Desk ${index % 7}\ntags: ["${pick(TAGS)}", "${pick(TAGS)}"]\n---\n\n${body}\n`,
    };
  }
}

/** Writes a corpus below a folder, one folder a section. */
function writeCorpus(folder: string, count: number): void {
  for (const section of SECTIONS) mkdirSync(join(folder, section), { recursive: true });
  for (const { slug, section, markdown } of corpus(count)) {
    writeFileSync(join(folder, section, `${slug}.md`), markdown);
  }
}

/** A corpus with settings, ready to bake; `more` is appended to `site.toml`. */
export function writeBenchSite(folder: string, count: number, more = ""): void {
  writeCorpus(folder, count);
  writeBenchSettings(folder, more);
}

/** Gives a corpus other settings. */
export function writeBenchSettings(folder: string, more: string): void {
  writeFileSync(
    join(folder, "site.toml"),
    `title = "Bench"\nurl = "https://bench.example"\nauthority = "bench.example,2025"\n${more}`,
  );
}
