import { createInterface } from "node:readline/promises";
import { isoOf } from "../../article/instant.ts";
import { visible } from "../../article/plain-text.ts";
import type { ItemMatch } from "../../migrate/adopt/match-items.ts";
import { Refusal } from "../reports/refusal.ts";

/** Decides of a match that is not certain. */
export type Decide = (match: ItemMatch) => Promise<boolean>;

/** Leaves what is not certain. */
export const leaveDoubtful: Decide = async () => false;

/**
 * Asks a person on the terminal; what is answered by anything but yes is left. Throws `Refusal` where the
 * person leaves.
 */
export const askDoubtful: Decide = async ({ item, found }) => {
  if (found === null) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const when = item.published === null ? "" : ` of ${isoOf(item.published)}`;
    const { article, reason } = found;
    const left = new Promise<null>((resolve) => lines.once("close", () => resolve(null)));
    const asked = lines.question(
      visible(
        `"${item.title}"${when}, ${item.link ?? "no link"}: is it ${article.path} ("${article.title}"), found by ${reason}? [y/N] `,
      ),
    );
    const answer = await Promise.race([asked, left]);
    if (answer === null) throw new Refusal("not all questions were answered; --yes asks none");
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
};
