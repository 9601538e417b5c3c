import * as fc from "fast-check";
import type { Files } from "../../publish/publish-files.ts";
import { NOW } from "../../publish/publish-files.ts";
import { TwoSites } from "./schedule.ts";

/** What a publisher does before a bake. `pick` chooses the article; times are in steps of `STEP` seconds. */
export interface Move {
  readonly verb: "add" | "release" | "withdraw" | "edit" | "retitle" | "postpone" | "delete";
  readonly pick: number;
  readonly word: string;
  readonly ahead: number;
  readonly pause: number;
}

/** Instants lie between bakes, and further from them than the store may lag. */
const STEP = 2000;

export const moves = (count: number) =>
  fc.array(
    fc.record({
      verb: fc.constantFrom<Move["verb"]>(
        "add",
        "release",
        "release",
        "withdraw",
        "edit",
        "retitle",
        "postpone",
        "delete",
      ),
      pick: fc.nat(100),
      word: fc.constantFrom("tide", "lock", "eel"),
      ahead: fc.integer({ min: 1, max: 6 }),
      pause: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 2, maxLength: count },
  );

interface Planned {
  readonly path: string;
  title: string;
  text: string;
  date: number | null;
  expires: number | null;
  readonly tag: string;
}

/** Takes a site through moves, and holds what it shows against one that is baked at every instant. */
export async function followSchedule(schedule: readonly Move[]): Promise<void> {
  const sites = new TwoSites();
  const articles: Planned[] = [];
  let now = NOW;
  await sites.bake({ "first.md": "# First\n\nText.\n", ...SETTINGS }, now);
  for (const [turn, move] of schedule.entries()) {
    now += STEP * (1 + move.pause);
    change(articles, move, turn, now);
    await sites.bake(filesOf(articles), now);
    // Half way between two steps lie the instants.
    for (const seconds of [0, STEP / 2 - 1, STEP / 2]) await sites.compare(now + seconds);
  }
  for (let step = 1; step < 8; step += 1) await sites.compare(now + step * STEP);
}

const SETTINGS = {
  "site.toml":
    'title = "The Quay"\nurl = "https://quay.example"\nauthority = "quay.example,2025"\nfeed_items = 3\n',
};

function change(articles: Planned[], { verb, pick, word, ahead }: Move, turn: number, now: number): void {
  const instant = now + ahead * STEP - STEP / 2;
  const one = articles[pick % Math.max(1, articles.length)];
  const fresh = {
    path: `${word}-${turn}.md`,
    title: `The ${word}`,
    text: `Number ${turn}.`,
    date: null,
    expires: null,
    tag: word,
  };
  if (verb === "add" || one === undefined) articles.push(fresh);
  else if (verb === "release") articles.push({ ...fresh, date: instant });
  else if (verb === "withdraw") one.expires = instant;
  else if (verb === "edit") one.text += ` More of the ${word}.`;
  else if (verb === "retitle") one.title = `A ${word} in turn ${turn}`;
  else if (verb === "postpone" && one.date !== null && one.date > now) one.date = instant;
  else if (verb === "delete") articles.splice(articles.indexOf(one), 1);
}

function filesOf(articles: readonly Planned[]): Files {
  const iso = (at: number | null) => at && new Date(at * 1000).toISOString();
  const files: Record<string, string> = { "first.md": "# First\n\nText.\n", ...SETTINGS };
  for (const { path, title, text, date, expires, tag } of articles) {
    const fields = Object.entries({ title, tags: [tag], date: iso(date), expires: iso(expires) });
    const lines = fields.flatMap(([name, value]) =>
      value === null ? [] : `${name}: ${JSON.stringify(value)}`,
    );
    files[path] = ["---", ...lines, "---", text, ""].join("\n");
  }
  return files;
}
