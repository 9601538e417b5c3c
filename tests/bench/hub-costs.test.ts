import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BODY_BYTES, callbacksARun, editionCosts, hubCosts } from "../../scripts/bench/hub-costs.ts";

const HUB = readFileSync(new URL("../../docs/hub.md", import.meta.url), "utf8");

const whole = (number: number) => Math.round(number).toLocaleString("en");

test.for(
  [100, 10_000, 1_000_000].flatMap((subscribers) => [
    { subscribers, sent: "what changed", bodyBytes: BODY_BYTES.changes },
    { subscribers, sent: "92 kB", bodyBytes: BODY_BYTES.whole },
  ]),
)(
  "$subscribers subscribers who are sent $sent cost what docs/hub.md says",
  ({ subscribers, sent, bodyBytes }) => {
    const edition = editionCosts(subscribers, bodyBytes);
    const { plan, requestsADay, rowsADay, gigabyteSecondsADay, monthly } = hubCosts(subscribers, bodyBytes);
    const cells = [
      whole(subscribers),
      sent,
      `${whole(edition.requests)}; ${whole(edition.rows)}`,
      whole(requestsADay),
      whole(rowsADay),
      `${whole(gigabyteSecondsADay)} GB-s`,
      `${plan}, **$${whole(monthly)}**`,
    ];
    expect(HUB).toContain(`| ${cells.join(" | ")} |`);
  },
);

test("docs/hub.md says how many callbacks a run serves", () => {
  const [small, large] = [callbacksARun(BODY_BYTES.changes), callbacksARun(BODY_BYTES.whole)];
  expect(HUB).toContain(`${small} callbacks a run where they are sent one article that changed`);
  expect(HUB).toContain(`${large} where it is a feed of 92 kB`);
});
