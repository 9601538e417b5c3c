import type { Files } from "../publish/publish-files.ts";

/** Windows of two, so that a small site has archives. */
const SETTINGS = `title = "The Quay"
url = "https://quay.example"
authority = "quay.example,2025"
feed_items = 2
`;

const article = (title: string, text = "One paragraph.", fields = "") =>
  `---\n${fields}---\n# ${title}\n\n${text}\n`;

/** What was published before: seven articles, and two pictures. */
export const BEFORE: Files = {
  "site.toml": SETTINGS,
  "eel.png": "a picture of an eel",
  "ferry.png": "a picture of a ferry",
  ...Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`old${n}.md`, article(`Old ${n}`)])),
};

/** What somebody does to a folder between two publishes. */
type Edit = (files: Record<string, string>) => void;

const without =
  (path: string): Edit =>
  (files) => {
    delete files[path];
  };
const withFile =
  (path: string, text: string): Edit =>
  (files) => {
    files[path] = text;
  };
const moved =
  (from: string, to: string): Edit =>
  (files) => {
    const { [from]: text } = files;
    delete files[from];
    if (text !== undefined) files[to] = text;
  };

export const EDITS: readonly Edit[] = [
  withFile("new0.md", article("New 0")),
  withFile("new1.md", article("New 1", "One paragraph.", "date: 2025-06-01T00:00:00Z\ntags: [Water]\n")),
  withFile("new2.md", article("New 2", "One paragraph.", "section: Harbour\nauthor: A. Marsh\n")),
  // Another file that asks for the same address.
  withFile("elsewhere/same.md", article("New 0", "Not the same.")),
  withFile("old0.md", article("Old 0", "Another paragraph.")),
  withFile("old3.md", article("Old 3", "One paragraph.", "slug: third\n")),
  withFile("old3.md", article("Old 3", "One paragraph.", "slug: drittens\n")),
  withFile("old4.md", article("Old 4", "Put right.", "correction: It was another eel.\n")),
  without("old5.md"),
  without("old6.md"),
  moved("old2.md", "elsewhere/old2.md"),
  without("eel.png"),
  withFile("gull.png", "a picture of a gull"),
  withFile("site.toml", SETTINGS.replace("The Quay", "The Old Quay")),
  withFile("site.toml", `${SETTINGS}permalink = "/{year}/{slug}"\n`),
];

/** A folder after some of the edits, each of which `takes` chooses. */
export function edited(files: Files, takes: (edit: number) => boolean): Files {
  const next = { ...files };
  for (const [number, edit] of EDITS.entries()) if (takes(number)) edit(next);
  return next;
}
