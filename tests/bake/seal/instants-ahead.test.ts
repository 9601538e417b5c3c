import { expect, test } from "vitest";
import { instantsAhead } from "../../../src/bake/seal/instants-ahead.ts";
import { sourceAt } from "../../ledger/source-at.ts";

test("the instants at which something comes or goes are those after now, in order, each once", () => {
  const changes = [7000, 100_000, 5001, 5000, 4000, 7000].map((until) => ({
    source: sourceAt({ path: `${until}.md` }),
    until,
  }));
  expect(instantsAhead(changes, 5000)).toEqual([5001, 7000, 100_000]);
});
