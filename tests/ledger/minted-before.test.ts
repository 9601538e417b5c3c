import { describe, expect, test } from "vitest";
import type { Source } from "../../src/article/source.ts";
import type { Match } from "../../src/ledger/match.ts";
import { mintedBefore, mintedPlace } from "../../src/ledger/minted-before.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { recordBut } from "./records.ts";
import { sourceAt } from "./source-at.ts";

const fresh = (source: Source): { match: Match } => ({
  match: { source, ownId: null, digest: source.digest, record: null },
});

const A = recordBut({ ordinal: 0, digest: "digest of a0.md" });
const B = recordBut({ ordinal: 1, digest: "digest of a1.md" });

/** The ids that articles at these paths had when they were sealed; null where they were not. */
function idsOf(paths: readonly string[], minted: readonly ArticleRecord[], ids = new Set<string>()) {
  const all = paths.map((path) => fresh(sourceAt({ path })));
  const found = mintedBefore(all, minted, ids);
  return { of: all.map(({ match }) => found.get(match)?.id ?? null), taken: [...ids] };
}

describe("a new article that was sealed before", () => {
  test("has its id of then, which nobody else gets", () => {
    expect(idsOf(["a1.md", "b.md"], [A, B], new Set(["urn:other"]))).toEqual({
      of: [B.id, null],
      taken: ["urn:other", B.id],
    });
  });

  test("has it no more where another one has that id by now", () => {
    expect(idsOf(["a0.md", "a1.md"], [A, B], new Set([A.id]))).toEqual({
      of: [null, B.id],
      taken: [A.id, B.id],
    });
  });

  test("is none where nothing was sealed", () => {
    expect(idsOf(["a0.md"], [])).toEqual({ of: [null], taken: [] });
  });
});

describe("the place of a new article", () => {
  const nobody = () => false;

  test.for([
    { name: "it names no slug", source: sourceAt({ path: "a0.md" }) },
    { name: "it names the same slug", source: sourceAt({ path: "a0.md", slug: "a0" }) },
  ])("is the one that it was sealed with where $name", ({ source }) => {
    expect(mintedPlace(source, A, nobody)).toStrictEqual({ slug: "a0", address: "/articles/a0" });
  });

  test("is another one where its front matter asks for that", () => {
    expect(mintedPlace(sourceAt({ path: "a0.md", slug: "other" }), A, nobody)).toBeNull();
  });

  test("is another one where that is taken by now", () => {
    expect(mintedPlace(sourceAt({ path: "a0.md" }), A, (one) => one === A.address)).toBeNull();
    expect(mintedPlace(sourceAt({ path: "a0.md" }), A, (one) => one !== A.address)).not.toBeNull();
  });

  test("is nowhere yet where it was not sealed", () => {
    expect(mintedPlace(sourceAt({ path: "a0.md" }), undefined, nobody)).toBeNull();
  });
});
