import { describe, expect, test } from "vitest";
import { addressBook, withAliases } from "../../src/ledger/address-book.ts";
import { records } from "./records.ts";

const OWN = {
  reserved: new Set(["/rss.xml", "/articles/a1"]),
  mayBecomeOwn: (address: string) => /^\/(archive|articles\/a1)/.test(address),
};

/** Of articles 0 to 2: the second has an address that the site needs by now, the third had another one. */
const open = () => addressBook(records(3, { 2: { earlier: ["/old/a2", "/older/a2"], deleted: 2000 } }), OWN);

describe("an address is taken", () => {
  test.for([
    { name: "where another article has it", address: "/articles/a0", by: 2 },
    { name: "where another article had it, also one that was deleted", address: "/old/a2", by: 0 },
    { name: "however long ago", address: "/older/a2", by: 0 },
    { name: "where the site needs it", address: "/rss.xml", by: 0 },
  ])("$name", ({ address, by }) => {
    expect(open().isTaken(address, by)).toBe(true);
  });

  test.for([
    { name: "by the article that has it", address: "/articles/a0", by: 0 },
    { name: "by the article that had it", address: "/old/a2", by: 2 },
    { name: "by the article that had it before the site came to need it", address: "/articles/a1", by: 1 },
    { name: "where nobody ever had it", address: "/articles/a9", by: 0 },
  ])("never $name", ({ address, by }) => {
    expect(open().isTaken(address, by)).toBe(false);
  });

  test("for all others once an article took it", () => {
    const book = open();
    book.take("/articles/a9", 9);
    expect([book.isTaken("/articles/a9", 9), book.isTaken("/articles/a9", 0)]).toEqual([false, true]);
    expect(book.isTaken("/articles/a0", 9)).toBe(true);
  });
});

describe("an address is left to the site", () => {
  test.for([
    { name: "where it may come to have a document", address: "/archive/7/rss.xml", left: true },
    { name: "but not where an article has stood before", address: "/articles/a1", left: false },
    { name: "nor anywhere else", address: "/articles/a9", left: false },
  ])("$name", ({ address, left }) => {
    expect(open().isLeftToSite(address)).toBe(left);
  });

  test("but not where the first of all articles stands, or stood", () => {
    for (const changes of [{ address: "/archive/7" }, { earlier: ["/archive/7"] }]) {
      expect(addressBook(records(2, { 0: changes }), OWN).isLeftToSite("/archive/7")).toBe(false);
    }
  });

  test("and an alias may lead from where the site may come to have a document, until it has", () => {
    expect(open().isTaken("/archive/7/rss.xml", 0)).toBe(false);
  });
});

describe("aliases", () => {
  const earlier = ["/old/a2"];

  test.for([
    { name: "none", aliases: [] },
    { name: "the article's own address", aliases: ["/articles/a2"] },
    { name: "one that led there before", aliases: ["/old/a2"] },
    { name: "one that another article has", aliases: ["/articles/a0"] },
    { name: "one that the site needs", aliases: ["/rss.xml"] },
  ])("$name: the list stays the same object", ({ aliases }) => {
    expect(withAliases(earlier, aliases, "/articles/a2", 2, open())).toBe(earlier);
  });

  test("are put behind the earlier addresses, each once, and are taken from then on", () => {
    const book = open();
    const aliases = ["/x", "/articles/a0", "/y", "/x"];
    expect(withAliases(earlier, aliases, "/articles/a2", 2, book)).toEqual(["/old/a2", "/x", "/y"]);
    expect(["/x", "/y"].map((alias) => book.isTaken(alias, 0))).toEqual([true, true]);
    expect(["/x", "/y"].map((alias) => book.isTaken(alias, 2))).toEqual([false, false]);
  });
});

describe("of several articles that have or had an address, it is", () => {
  const owned = (changes: Parameters<typeof records>[1]) => {
    const book = addressBook(records(4, changes), OWN);
    return [0, 1, 2, 3].filter((ordinal) => !book.isTaken("/x", ordinal));
  };

  test.for([
    {
      name: "the later of those that stand there",
      changes: { 0: { address: "/x" }, 2: { address: "/x" } },
      owner: 2,
    },
    {
      name: "the later of those that stood there",
      changes: { 0: { earlier: ["/x"] }, 2: { earlier: ["/x"] } },
      owner: 2,
    },
    {
      name: "one that stood there after the one that stands",
      changes: { 1: { address: "/x" }, 3: { earlier: ["/x"] } },
      owner: 3,
    },
    {
      name: "one that stands there after the one that stood",
      changes: { 1: { earlier: ["/x"] }, 3: { address: "/x" } },
      owner: 3,
    },
  ])("$name", ({ changes, owner }) => {
    expect(owned(changes)).toEqual([owner]);
  });

  test("whoever took it now, whatever their number", () => {
    const book = addressBook(records(4, { 3: { earlier: ["/x"] } }), OWN);
    book.take("/x", 1);
    expect([0, 1, 2, 3].filter((ordinal) => !book.isTaken("/x", ordinal))).toEqual([1]);
    expect(book.isLeftToSite("/x")).toBe(false);
  });
});

test("no address is read of articles before somebody asks for one", () => {
  let reads = 0;
  const all = records(2).map((record) => ({
    ...record,
    get address() {
      reads += 1;
      return record.address;
    },
  }));
  const book = addressBook(all, OWN);
  expect([reads, book.isLeftToSite("/articles/a9"), reads]).toEqual([0, false, 0]);
  expect([book.isTaken("/articles/a1", 0), reads > 0]).toEqual([true, true]);
});
