import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a content folder; gives its path. */
export function contentFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder = temporaryFolder(),
): string {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Settings under which addresses and ids do not depend on the test. */
export const SITE_TOML = `title = "The Quay"
url = "https://quay.example"
authority = "quay.example,2025"
`;

/** A newswire text in the form of an agency's: one paragraph a line, crossheads, a sign-off. */
export function newswireText({ paragraphs = 28, headline = "Harbour opens second lock" } = {}): string {
  const lines = Array.from(
    { length: paragraphs },
    (_, index) => `Paragraph ${index + 1} says "something" about the lock, and ends.`,
  );
  lines.splice(Math.min(9, paragraphs), 0, "- 'Coordinate efforts' on dredging -");
  lines.splice(Math.min(21, lines.length), 0, "- Stalled works -");
  return `\n\n${headline}\n${lines.join("\n")}\nA.Marsh--QN\n`;
}
