import fc from "fast-check";
import { expect, test } from "vitest";
import { indexItems } from "../../src/bake/site-documents.ts";
import { joinFeed } from "../../src/render/feeds/feed-text.ts";
import { changedParts } from "../../src/representation/changed-parts.ts";
import { decodeItemIndex, encodeItemIndex } from "../../src/representation/item-index.ts";
import { ANY_SIGN } from "../any-text.ts";

const text = fc.string({ unit: ANY_SIGN, maxLength: 40 }).map((some) => some.toWellFormed());
const edition = fc.integer({ min: 2 ** 32 - 1000, max: 2 ** 32 - 1 });
const piece = fc.record({ kind: fc.constant("article" as const), id: fc.constant("urn:x"), text, edition });
const feed = fc.record({
  head: text,
  items: fc.array(piece, { maxLength: 20 }),
  separator: fc.constantFrom("", ",\n", "·"),
  tail: text,
});

test("what the edge cuts out by the index is the feed of the changed items, to the byte", () => {
  fc.assert(
    fc.property(feed, edition, (pieces, since) => {
      const body = Buffer.from(joinFeed(pieces));
      const index = indexItems(pieces);
      const stored = decodeItemIndex(encodeItemIndex(index), body.byteLength);
      expect(stored).toEqual(index);

      const now = 2 ** 32;
      const document = { sizeBytes: body.byteLength, lastModified: now };
      const parts = stored && changedParts(stored, since, document, now);
      const changed = pieces.items.filter((item) => item.edition > since);
      const wanted = joinFeed({ ...pieces, items: changed });
      if (parts) {
        const cut = Buffer.concat(parts.map(({ offset, length }) => body.subarray(offset, offset + length)));
        expect(cut.toString()).toBe(wanted);
      } else {
        expect(Buffer.byteLength(wanted)).toBeGreaterThan(body.byteLength / 2);
      }
    }),
  );
});

test("a client that has been behind for more than three hours gets the whole: it may not understand", () => {
  const items = [10_000, 20_000, 1, 1, 1, 1].map((edition) => ({ lengthBytes: 100, edition }));
  const index = { headBytes: 10, separatorBytes: 0, items };
  const document = { sizeBytes: 620, lastModified: 20_000 };
  expect(changedParts(index, 9000, document, 10_000 + 10_800)).toHaveLength(4);
  expect(changedParts(index, 9000, document, 10_000 + 10_801)).toBeNull();
  expect(changedParts(index, 10_000, document, 10_000 + 10_801)).toHaveLength(3);
});

test("changes of more than 64 KiB come with the whole: compressing them would cost too much", () => {
  const document = { sizeBytes: 200_000, lastModified: 100 };
  const index = (lengthBytes: number) => ({
    headBytes: 36,
    separatorBytes: 0,
    items: [
      { lengthBytes, edition: 100 },
      { lengthBytes: 200_000 - 136 - lengthBytes, edition: 1 },
    ],
  });
  expect(changedParts(index(65_400), 1, document, 100)).not.toBeNull();
  expect(changedParts(index(65_401), 1, document, 100)).toBeNull();
});
