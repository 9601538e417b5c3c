import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Files } from "../publish/publish-files.ts";
import { DAY, documentAt, HOUR, NOW, publishFiles } from "../publish/publish-files.ts";
import { shownAt } from "./seal/shown-at.ts";

const article = (title: string, date: string, fields = "") =>
  `---\ndate: ${date}\ntags: [Water]\n${fields}---\n# ${title}\n\nText.\n`;

/** Each names those before it. */
const FILES: Files = {
  "tide.md": article("Tide", "2025-01-01"),
  "lock.md": article("Lock", "2025-02-01"),
  "mole.md": article("Mole", "2025-03-01"),
  "buoy.md": article("Buoy", "2025-04-01"),
};
const { "lock.md": LOCK = "", ...WITHOUT_LOCK } = FILES;

/** What a page names behind its text: the one before it, then what is related. */
function namedIn(body: string): readonly (readonly string[])[] {
  const [, end = ""] = body.split("</article>");
  const paths = (nav: string) => {
    const [, inside = ""] = new RegExp(`<nav class="${nav}"[^>]*>([\\s\\S]*?)</nav>`).exec(end) ?? [];
    return [...inside.matchAll(/href="\/articles\/([^"]+)"/g)].map(([, slug = ""]) => slug);
  };
  return [paths("neighbours"), paths("related")];
}

async function named(store: MemoryStore, slug: string) {
  return namedIn((await documentAt(store, `/articles/${slug}`))?.body ?? "");
}

/** Publishes; gives the articles whose pages were written. */
async function written(files: Files, store: MemoryStore, now: number): Promise<readonly string[]> {
  const { plan } = await publishFiles(files, store, now);
  const keys = plan.stages.flat().map(({ key }) => key as string);
  return keys.filter((key) => key.startsWith("/articles/")).map((key) => key.slice("/articles/".length));
}

async function published(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  return store;
}

describe("the end of an article's page", () => {
  test("names the one before it and what is related, and nothing that came later", async () => {
    const store = await published();
    expect(await named(store, "tide")).toEqual([[], []]);
    expect(await named(store, "lock")).toEqual([["tide"], []]);
    expect(await named(store, "buoy")).toEqual([["mole"], ["lock", "tide"]]);
  });

  test("stays as it is when an article is added, edited or tagged otherwise", async () => {
    const store = await published();
    expect(await written({ ...FILES, "eel.md": article("Eel", "2025-05-01") }, store, NOW + HOUR)).toEqual([
      "eel",
    ]);
    const edited = {
      ...FILES,
      "eel.md": article("Eel", "2025-05-01"),
      "lock.md": LOCK.replace("Text", "New"),
    };
    expect(await written(edited, store, NOW + 2 * HOUR)).toEqual(["lock"]);
    const tagged = { ...edited, "mole.md": (FILES["mole.md"] ?? "").replace("Water", "Stone") };
    expect(await written(tagged, store, NOW + 3 * HOUR)).toEqual(["mole"]);
    expect(await named(store, "mole")).toEqual([["lock"], ["tide"]]);
  });

  test("leaves out what was deleted, for the one before that; what comes back stands there again", async () => {
    const store = await published();
    expect([...(await written(WITHOUT_LOCK, store, NOW + HOUR))].sort()).toEqual(["buoy", "lock", "mole"]);
    expect(await named(store, "mole")).toEqual([["tide"], []]);
    expect(await named(store, "buoy")).toEqual([["mole"], ["tide"]]);
    await publishFiles(FILES, store, NOW + DAY);
    expect(await named(store, "mole")).toEqual([["lock"], ["tide"]]);
  });

  test("follows a move and a new headline, on the pages that name it", async () => {
    const store = await published();
    const moved = { ...FILES, "lock.md": article("Lock", "2025-02-01", "slug: sluice\n") };
    const pages = await written(moved, store, NOW + HOUR);
    expect([...pages].sort()).toEqual(["buoy", "lock", "mole", "sluice"]);
    expect(await named(store, "mole")).toEqual([["sluice"], ["tide"]]);
    const titled = { ...moved, "tide.md": (FILES["tide.md"] ?? "").replace("# Tide", "# Ebb") };
    expect([...(await written(titled, store, NOW + DAY))].sort()).toEqual(["buoy", "mole", "sluice", "tide"]);
  });

  test("names nothing sealed before its instant, and nothing withdrawn from then on", async () => {
    const at = new Date((NOW + DAY) * 1000).toISOString();
    const files = {
      ...WITHOUT_LOCK,
      "lock.md": article("Lock", "2025-02-01", `expires: ${at}\n`),
      "hush.md": article("Hush", at),
    };
    const store = new MemoryStore();
    await publishFiles(files, store, NOW);
    for (const { body } of (await shownAt(store, NOW + DAY - 1)).values()) expect(body).not.toContain("hush");
    const before = await shownAt(store, NOW + DAY - 1);
    expect(namedIn(before.get("/articles/mole")?.body ?? "")).toEqual([["lock"], ["tide"]]);
    const after = await shownAt(store, NOW + DAY);
    expect(namedIn(after.get("/articles/mole")?.body ?? "")).toEqual([["tide"], []]);
    expect(namedIn(after.get("/articles/hush")?.body ?? "")).toEqual([["buoy"], ["mole", "tide"]]);
    expect(namedIn(after.get("/articles/buoy")?.body ?? "")).toEqual(
      namedIn(before.get("/articles/buoy")?.body ?? "").map((list) => list.filter((one) => one !== "lock")),
    );
  });
});
