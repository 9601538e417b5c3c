import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editionCosts, hubCosts } from "../../scripts/bench/hub-costs.ts";

const HUB = readFileSync(new URL("../../docs/hub.md", import.meta.url), "utf8");

const whole = (number: number) => Math.round(number).toLocaleString("en");

test.for([100, 10_000, 1_000_000])("%d subscribers cost what docs/hub.md says", (subscribers) => {
  const edition = editionCosts(subscribers);
  const { plan, requestsADay, rowsADay, gigabyteSecondsADay, monthly } = hubCosts(subscribers);
  const cells = [
    whole(subscribers),
    `${whole(edition.requests)}; ${whole(edition.rows)}`,
    whole(requestsADay),
    whole(rowsADay),
    `${whole(gigabyteSecondsADay)} GB-s`,
    `${plan}, **$${whole(monthly)}**`,
  ];
  expect(HUB).toContain(`| ${cells.join(" | ")} |`);
});
