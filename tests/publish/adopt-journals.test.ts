import { describe, expect, test } from "vitest";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { SealedChange } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { adoptJournals } from "../../src/publish/adopt-journals.ts";
import type { Journal } from "../../src/publish/journal.ts";
import { ledgerBut, recordBut, records } from "../ledger/records.ts";

const known = { digest: "known", edition: 900 };
const ledger = ledgerBut({
  edition: 1000,
  articles: records(2),
  documents: new Map([
    ["/kept", known],
    ["/written", known],
    ["/deleted", known],
  ]),
});
const edited = recordBut({ ordinal: 1, digest: "edited" });
const added = recordBut({ ordinal: 2 });
const TIDE = { kind: "tag", name: "Tide", slug: "tide" } as const;
const EBB = { kind: "tag", name: "Ebb", slug: "ebb" } as const;

function journalAt(edition: number, fields: Partial<Journal> = {}): Journal {
  return {
    authority: "elsewhere.example,2026",
    windowSize: 7,
    permalink: ledger.permalink,
    edition,
    channels: [TIDE],
    articles: [edited, added],
    shards: [],
    puts: ["/written", "/new"],
    deletes: ["/deleted"],
    ...fields,
  };
}

/** The ledger after publishes none of whose ledgers were written. */
function adopted(...journals: readonly Journal[]) {
  return adoptJournals(
    ledger,
    journals.map((journal) => ({ journal, isLedgerWritten: false })),
  );
}

describe("the ledger to bake with", () => {
  test("is the one in the store where no journal is open", () => {
    expect(adopted()).toBe(ledger);
  });

  test.for([
    { name: "of the newer publish", edition: 2000, sections: ["pier"], leading: ["pier"] },
    { name: "of the ledger where that is newer", edition: 500, sections: ["pier"], leading: ["quay"] },
    {
      name: "of the ledger where the journal has none",
      edition: 2000,
      sections: undefined,
      leading: ["quay"],
    },
  ])("has the head's sections $name", ({ edition, sections, leading }) => {
    const before = { ...ledger, leadingSections: ["quay"] };
    const journal = journalAt(edition, sections && { leadingSections: sections });
    expect(adoptJournals(before, [{ journal, isLedgerWritten: false }]).leadingSections).toEqual(leading);
  });

  test("has the head's sections of a first publish that was interrupted", () => {
    expect(adopted(journalAt(2000, { leadingSections: ["pier"] })).leadingSections).toEqual(["pier"]);
  });

  test("knows nothing of documents that an interrupted publish touched, and keeps what readers may have seen", () => {
    const unknown = { digest: UNKNOWN_DIGEST, edition: 2000 };
    const { shards: _, puts: __, deletes: ___, ...site } = journalAt(2000);
    expect(adopted(journalAt(2000))).toEqual({
      ...site,
      articles: [ledger.articles.at(0), edited, added],
      documents: new Map([
        ["/kept", known],
        ["/written", unknown],
        ["/deleted", unknown],
        ["/new", unknown],
      ]),
    });
    expect(ledger.documents.get("/written")).toBe(known);
    expect(ledger.articles).toHaveLength(2);
  });

  test("has only deletions open where the ledger of the interrupted publish was written", () => {
    expect(adoptJournals(ledger, [{ journal: journalAt(1000), isLedgerWritten: true }])).toEqual({
      ...ledger,
      documents: new Map([
        ["/kept", known],
        ["/written", known],
        ["/deleted", { digest: UNKNOWN_DIGEST, edition: 1000 }],
      ]),
    });
  });

  test("keeps what stands beside an article whose place another publish took", () => {
    const other = { ...added, id: recordBut({ ordinal: 5 }).id, address: "/articles/other" };
    const next = recordBut({ ordinal: 3, beside: [1, 1, 2, 3] });
    const raced = { ...ledger, articles: [...ledger.articles, other] };
    const journal = journalAt(2000, { articles: [{ ...added, beside: [1] }, next] });
    const { articles } = adoptJournals(raced, [{ journal, isLedgerWritten: false }]);
    expect([...articles].slice(2).map(({ address, beside }) => [address, beside])).toEqual([
      ["/articles/other", undefined],
      ["/articles/a2", [2]],
      ["/articles/a3", [1, 1, 3, 4]],
    ]);
  });

  test("is of the newer edition: a raced publish before it adds what only it knows", () => {
    const { authority, windowSize, edition, articles } = adopted(journalAt(900));
    expect({ authority, windowSize, edition }).toEqual({
      authority: "quay.example,2025",
      windowSize: 20,
      edition: 1000,
    });
    expect(articles).toHaveLength(3);
  });

  test("is that of the store where a raced publish has the same edition", () => {
    const { authority, windowSize, edition } = adopted(journalAt(ledger.edition));
    expect({ authority, windowSize, edition }).toEqual({
      authority: "quay.example,2025",
      windowSize: 20,
      edition: 1000,
    });
  });

  test("keeps what the newer publish sealed, and knows nothing of documents that were touched", () => {
    const change: SealedChange = {
      at: 3000,
      named: 3000,
      articles: [],
      channels: [],
      documents: [
        ["/written", known],
        ["/later", known],
        ["/new", null],
      ],
    };
    const [sealed] = adopted(journalAt(2000, { sealed: [change] })).sealed ?? [];
    expect(sealed).toEqual({
      ...change,
      documents: [
        ["/written", { ...known, digest: UNKNOWN_DIGEST }],
        ["/later", known],
        ["/new", null],
      ],
    });
    expect(adopted(journalAt(2000))).not.toHaveProperty("sealed");
    expect(adopted(journalAt(500, { sealed: [change] }))).not.toHaveProperty("sealed");
  });

  test("has every channel once, those of the ledger first", () => {
    const raced = [journalAt(2000), journalAt(2001, { channels: [EBB, TIDE] })];
    expect(adopted(...raced).channels).toEqual([TIDE, EBB]);
  });

  test("has its articles in the channels that their publish meant, wherever these stand now", () => {
    const first = recordBut({ ordinal: 2, joined: [0, [1, 3, 2001]], implied: [0] });
    const raced = journalAt(2001, { channels: [EBB, TIDE], articles: [first] });
    const { articles, channels } = adopted(journalAt(2000, { articles: [edited] }), raced);
    expect(channels).toEqual([TIDE, EBB]);
    expect(articles.at(2)?.joined).toEqual([1, [0, 3, 2001]]);
    expect(articles.at(2)?.implied).toEqual([1]);
  });

  test("moves those of some channels where others stand where they stood", () => {
    const known = { ...ledger, channels: [TIDE, { kind: "tag", name: "Pier", slug: "pier" } as const] };
    const joining = recordBut({ ordinal: 2, joined: [0, 1] });
    const journal = journalAt(2000, { channels: [TIDE, EBB], articles: [joining] });
    const { articles } = adoptJournals(known, [{ journal, isLedgerWritten: false }]);
    expect(articles.at(2)?.joined).toEqual([0, 2]);
  });

  test.for([
    { name: "is the journal's where nothing was published", before: EMPTY_LEDGER, permalink: "/{slug}" },
    {
      name: "is none where two patterns were published, so that each is asked for again",
      before: ledger,
      permalink: null,
    },
  ])("has an address pattern that $name", ({ before, permalink }) => {
    const journals = [journalAt(2000, { permalink: "/{slug}" }), journalAt(2001, { permalink: "/{slug}" })];
    const open = journals.map((journal) => ({ journal, isLedgerWritten: false }));
    expect(adoptJournals(before, open).permalink).toBe(permalink);
  });
});

describe("an article that two publishes knew", () => {
  const older = recordBut({ ordinal: 1, edition: 1500, digest: "older" });
  const newer = recordBut({ ordinal: 1, edition: 1600, digest: "newer" });

  test.for([
    { name: "the newer one last", order: [older, newer] },
    { name: "the older one last", order: [newer, older] },
  ])("is as the newer edition left it, $name", ({ order }) => {
    const journals = order.map((record) => journalAt(2000, { articles: [record] }));
    expect(adopted(...journals).articles.at(1)).toEqual(newer);
  });
});

test("an article that two publishes gave two addresses is found at both", () => {
  const [moved, readdressed] = [1500, 1600].map((edition) =>
    recordBut({ ordinal: 1, edition, address: `/articles/${edition}`, earlier: ["/articles/a1"] }),
  );
  if (!moved || !readdressed) throw new TypeError("no records");
  const both = { ...readdressed, earlier: ["/articles/a1", "/articles/1500"] };
  for (const order of [
    [moved, readdressed],
    [readdressed, moved],
  ]) {
    expect(adopted(...order.map((record) => journalAt(2000, { articles: [record] }))).articles.at(1)).toEqual(
      both,
    );
  }
});

describe("no address has two articles", () => {
  test("where a raced publish gave one that another has: its article keeps the one before, and what else it had", () => {
    const raced = recordBut({
      ordinal: 1,
      edition: 2000,
      address: "/articles/a0",
      earlier: ["/articles/a1", "/articles/once"],
    });
    const { articles } = adopted(journalAt(2000, { articles: [raced] }));
    expect(articles).toEqual([
      ledger.articles.at(0),
      { ...ledger.articles.at(1), earlier: ["/articles/once"] },
    ]);
  });

  test("where one journal gives it twice: the first has it", () => {
    const [first, second] = [recordBut({ ordinal: 2 }), recordBut({ ordinal: 3, address: "/articles/a2" })];
    const { articles } = adopted(journalAt(2000, { articles: [first, second] }));
    expect([...articles].slice(2)).toEqual([first]);
  });

  test("and what stood beside an article that is left out stands beside nothing", () => {
    const known = ledgerBut({ articles: records(3) });
    const clashing = recordBut({ ordinal: 7, address: "/articles/a2" });
    const next = recordBut({ ordinal: 3, beside: [1, 1, 2, 3] });
    const journal = journalAt(2000, { articles: [{ ...clashing, ordinal: 2 }, next] });
    const { articles } = adoptJournals(known, [{ journal, isLedgerWritten: false }]);
    expect([...articles].slice(3).map(({ beside }) => beside)).toEqual([[0, 2, 3]]);
  });
});

describe("two new articles that two publishes gave one place", () => {
  const ours = recordBut({ ordinal: 2 });
  const other = recordBut({ ordinal: 7 });

  test("are both remembered, the later one at the next place", () => {
    const theirs = { ...other, ordinal: 2 };
    const { articles } = adopted(
      journalAt(2000, { articles: [ours] }),
      journalAt(2001, { articles: [theirs] }),
    );
    expect([...articles].slice(2)).toEqual([ours, { ...other, ordinal: 3 }]);
  });

  test.for([
    { name: "its address", theirs: { address: ours.address } },
    { name: "an address that it had before", theirs: { earlier: [ours.address] } },
  ])("leave the later one out where another has $name: no address has two articles", ({ theirs }) => {
    const clashing = { ...other, ordinal: 2, ...theirs };
    const { articles } = adopted(
      journalAt(2000, { articles: [ours] }),
      journalAt(2001, { articles: [clashing] }),
    );
    expect([...articles].slice(2)).toEqual([ours]);
  });
});
