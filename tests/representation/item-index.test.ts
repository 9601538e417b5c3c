import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeItemIndex, encodeItemIndex, itemsEnd } from "../../src/representation/item-index.ts";

test("bytes that are no index of such a body are refused, whatever they are", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(10_000), (bytes, bodyBytes) => {
      const index = decodeItemIndex(bytes, bodyBytes);
      if (index) expect(itemsEnd(index)).toBeLessThanOrEqual(bodyBytes);
    }),
  );
});

test.for([
  ["that is empty", new Uint8Array()],
  ["that ends within a number", new Uint8Array(9)],
  ["that ends within an item", new Uint8Array(12)],
] as const)("an index %s is refused", ([, bytes]) => {
  expect(decodeItemIndex(bytes, 1000)).toBeNull();
});

test("an index for a longer body is refused", () => {
  const bytes = encodeItemIndex({
    headBytes: 10,
    separatorBytes: 2,
    items: [
      { lengthBytes: 5, edition: 1 },
      { lengthBytes: 5, edition: 1 },
    ],
  });
  expect(decodeItemIndex(bytes, 21)).toBeNull();
  expect(decodeItemIndex(bytes, 22)).not.toBeNull();
});
