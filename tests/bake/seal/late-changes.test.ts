import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { NOW, publishFiles } from "../../publish/publish-files.ts";
import { shownAt } from "./shown-at.ts";

const AT = NOW + 3600;
const iso = (at: number) => new Date(at * 1000).toISOString();
const FILES = {
  "old.md": "---\ntitle: Old\ndate: 2020-01-01\n---\nOld.\n",
  "next.md": `---\ntitle: Next\ndate: ${iso(AT)}\n---\nNext.\n`,
};
const FEEDS = ["/rss.xml", "/atom.xml", "/feed.json"];

/** A site that was sealed, then baked again with another article so many seconds before the instant. */
async function bakedBefore(seconds: number) {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  const first = await shownAt(store, AT);
  const { site } = await publishFiles({ ...FILES, "more.md": "# More\n\nMore.\n" }, store, AT - seconds);
  return { store, first, site };
}

describe("a state that is replaced", () => {
  test("in time opens at its instant", async () => {
    const { store } = await bakedBefore(600);
    const shown = await shownAt(store, AT);
    for (const feed of FEEDS) {
      expect(shown.get(feed)?.metadata.lastModified).toBe(AT);
      expect(shown.get(feed)?.body).toContain("Next");
      expect(shown.get(feed)?.body).toContain("More");
    }
  });

  test("too late for every location opens a second later, under an edition of its own", async () => {
    const { store, first } = await bakedBefore(599);
    const [before, after] = [await shownAt(store, AT), await shownAt(store, AT + 1)];
    for (const feed of FEEDS) {
      expect(first.get(feed)?.metadata.lastModified).toBe(AT);
      expect(before.get(feed)?.body).not.toContain("Next");
      expect(after.get(feed)?.metadata.lastModified).toBe(AT + 1);
      expect(after.get(feed)?.body).toContain("Next");
    }
  });

  test("too late brings again what the replaced one lacked", async () => {
    const { site } = await bakedBefore(300);
    const [change] = site.ledger.sealed ?? [];
    expect(change?.articles.map(({ path, edition }) => [path, edition])).toEqual([
      ["more.md", AT + 1],
      ["next.md", AT + 1],
    ]);
  });

  test("too late a second time moves on by one more second", async () => {
    const { store } = await bakedBefore(300);
    const files = { ...FILES, "more.md": "# More\n\nMore.\n", "last.md": "# Last\n\nLast.\n" };
    const { site } = await publishFiles(files, store, AT - 200);
    expect(site.ledger.sealed?.map(({ at, named }) => [at, named])).toEqual([[AT + 2, AT]]);
  });

  test("by nothing else is left alone, however late", async () => {
    const store = new MemoryStore();
    await publishFiles(FILES, store, NOW);
    const { plan } = await publishFiles(FILES, store, AT - 1);
    expect(plan.put).toBe(0);
  });

  test("by none within ten minutes is told", async () => {
    const store = new MemoryStore();
    await publishFiles(FILES, store, NOW);
    const { site } = await publishFiles({ "old.md": FILES["old.md"] }, store, AT - 300);
    expect(site.problems.map(({ file, message }) => `${file} ${message}`)).toContain(
      `next.md was sealed for ${iso(AT).replace(".000", "")}, less than ten minutes from now; some readers may be shown the older version for a while`,
    );
    expect((await shownAt(store, AT)).get("/rss.xml")?.body).not.toContain("Next");
  });
});

describe("what a sealed article is called", () => {
  test("stays when its headline is edited or its file is moved", async () => {
    const store = new MemoryStore();
    const head = `---\ntitle: Plan\nslug: plan-a\ndate: ${iso(AT)}\n---\n`;
    await publishFiles({ ...FILES, "plan.md": `${head}Text.\n` }, store, NOW);
    const { site } = await publishFiles({ ...FILES, "moved/plan-b.md": `${head}Text.\n` }, store, NOW + 60);
    const record = site.ledger.sealed?.[0]?.articles.find(({ path }) => path === "moved/plan-b.md");
    expect([record?.id, record?.address]).toEqual(["tag:quay.example,2025:plan", "/articles/plan-a"]);
  });

  test("gives way to an article that is published before it", async () => {
    const store = new MemoryStore();
    await publishFiles({ ...FILES, "a.md": `---\nslug: tide\ndate: ${iso(AT)}\n---\nA.\n` }, store, NOW);
    const { site } = await publishFiles(
      {
        ...FILES,
        "a.md": `---\nslug: tide\ndate: ${iso(AT)}\n---\nA.\n`,
        "b.md": "---\nslug: tide\n---\nB.\n",
      },
      store,
      NOW + 60,
    );
    const addressOf = (path: string) =>
      [...site.ledger.articles, ...(site.ledger.sealed?.[0]?.articles ?? [])].find((one) => one.path === path)
        ?.address;
    expect([addressOf("b.md"), addressOf("a.md")]).toEqual(["/articles/tide", "/articles/tide-2"]);
  });
});

test("more than 300 writes for one instant wait, and are told", async () => {
  const store = new MemoryStore();
  const many = Object.fromEntries(
    Array.from({ length: 310 }, (_, n) => [`n${n}.md`, `---\ntitle: N${n}\ndate: ${iso(AT)}\n---\nN.\n`]),
  );
  const { site } = await publishFiles({ ...FILES, ...many }, store, NOW);
  expect(site.ledger.sealed).toBeUndefined();
  const told = site.problems.map(({ message }) => message);
  const why =
    /and is not sealed: it takes \d{3} writes, and a publish spends 300 on what is ahead; bake again then$/;
  expect(told.filter((message) => why.test(message))).toHaveLength(311);
});

test("a sealed article never takes the place of one that is there, by asking for its id", async () => {
  const store = new MemoryStore();
  const files = {
    "old.md": FILES["old.md"],
    "clash.md": `---\nid: "tag:quay.example,2025:old"\ndate: ${iso(AT)}\n---\nKept back.\n`,
  };
  await publishFiles({ "old.md": files["old.md"] }, store, NOW);
  const { site } = await publishFiles(files, store, NOW + 60);
  expect(site.problems.map(({ file, severity, message }) => `${file} ${severity} ${message}`)).toContain(
    "clash.md error has the same id as old.md; give one of them an id: of its own",
  );
  for (const { body } of (await shownAt(store, NOW + 60)).values()) expect(body).not.toContain("Kept back");
});
