import { expect, test } from "vitest";
import { SegmentReader, SegmentWriter } from "../../src/cache/segment.ts";
import { temporaryFolder } from "../content-folder.ts";

/** Some shorter than what is read ahead, some longer, and one of nothing. */
const LENGTHS = [10, 70_000, 0, 400_000, 1, 300_000, 5, 5];

const bytesOf = (length: number, no: number) => Buffer.alloc(length, `${no},`);

function written() {
  const folder = temporaryFolder();
  const writer = new SegmentWriter(folder, "one");
  const places = LENGTHS.map((length, no) => writer.add(bytesOf(length, no), bytesOf(length, no + 100)));
  writer.close();
  return { places, reader: new SegmentReader(folder, "one") };
}

const ORDERS: readonly { readonly name: string; readonly order: readonly number[] }[] = [
  { name: "in their order", order: [0, 1, 2, 3, 4, 5, 6, 7] },
  { name: "backwards", order: [7, 6, 5, 4, 3, 2, 1, 0] },
  { name: "again and to and fro", order: [3, 3, 0, 5, 1, 7, 0, 4, 2, 6, 4] },
];

test.for(ORDERS)("what a segment holds is read $name", ({ order }) => {
  const { places, reader } = written();
  for (const no of order) {
    const place = places[no];
    if (place === undefined) throw new RangeError(`${no}`);
    const length = LENGTHS[no] ?? 0;
    // Copied before the next is read.
    expect(Buffer.from(reader.outcome(place.outcome) ?? []).equals(bytesOf(length, no))).toBe(true);
    expect(Buffer.from(reader.text(place.text) ?? []).equals(bytesOf(length, no + 100))).toBe(true);
  }
  reader.close();
});

test("what is not there, or not as it was written, is null", () => {
  const { places, reader } = written();
  const [at = 0, bytes = 0, crc = 0] = places[1]?.outcome ?? [];
  expect(reader.outcome([at, bytes, crc])).not.toBeNull();
  expect(reader.outcome([at, bytes, crc ^ 1])).toBeNull();
  expect(reader.outcome([at + 1, bytes, crc])).toBeNull();
  expect(reader.outcome([10_000_000, bytes, crc])).toBeNull();
  expect(reader.outcome([at, bytes, crc])).not.toBeNull();
  expect(new SegmentReader(temporaryFolder(), "none").outcome([0, 1, 0])).toBeNull();
  reader.close();
});
