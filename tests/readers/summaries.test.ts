import { join } from "node:path";
import { Readable } from "node:stream";
import FeedParser from "feedparser";
import { parseFragment } from "parse5";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { serveSite } from "../served-site.ts";
import { runProgram } from "../worker/clients/run-program.ts";
import { Newsboat } from "./feed-readers.ts";

/** A summary that is text, and would be something else as HTML. */
const SUMMARY = `Tea & rain: a < b, b > c, <script>alert("1")</script> and "&amp;" & &lt;b&gt;.`;

const SITES = [
  { feedContent: "summary", settings: 'feed_content = "summary"\n' },
  { feedContent: "full", settings: "" },
] as const;

/** The text that a browser shows of HTML; a script is shown by none. */
function shownOf(html: string): string {
  const textsIn = (node: unknown): string[] => {
    const {
      nodeName,
      value,
      childNodes = [],
    } = node as {
      nodeName: string;
      value?: string;
      childNodes?: unknown[];
    };
    if (nodeName === "script") return [];
    return nodeName === "#text" ? [value ?? ""] : childNodes.flatMap(textsIn);
  };
  return textsIn(parseFragment(html)).join("").trim();
}

const FEEDPARSER_SCRIPT = `
import feedparser, json, sys
entry, = feedparser.parse(sys.argv[1]).entries
print(json.dumps([entry.summary_detail.type, entry.summary]))
`;

async function npmFeedparser(text: string): Promise<string> {
  const parser = new FeedParser({});
  Readable.from([text]).pipe(parser);
  for await (const item of parser) return item.summary ?? "";
  return "";
}

describe.for(SITES)(
  "a summary that holds marks of HTML (feed_content = $feedContent)",
  ({ settings, feedContent }) => {
    const served = async (read: (url: string, text: string) => Promise<void>) => {
      const persistTo = temporaryFolder();
      const front = `---\ndate: 2025-07-01T10:00:00Z\nsummary: ${JSON.stringify(SUMMARY)}\n---\n`;
      const content = contentFolder({
        "site.toml": SITE_TOML + settings,
        "tea.md": `${front}# Tea\n\nText.\n`,
      });
      const args = ["--content", content, "--persist-to", persistTo, "--now", "2025-07-01T18:00:00Z"];
      expect(await runHere("bake", [...args])).toMatchObject({ exitCode: 0 });
      const site = await serveSite(persistTo);
      try {
        const url = `${site.origin}/rss.xml`;
        await read(url, await (await fetch(url)).text());
      } finally {
        await site.stop();
      }
    };

    test("is shown as it was written by whoever takes a description for HTML", async () => {
      await served(async (url, text) => {
        const { items } = await new RssParser().parseString(text);
        const item = items[0] as { content?: string; description?: string } | undefined;
        if (feedContent === "summary") expect(shownOf(item?.content ?? "")).toBe(SUMMARY);
        expect(shownOf(await npmFeedparser(text))).toBe(SUMMARY);
        if (hasProgram("r2e")) {
          const said = await runProgram("/usr/bin/python3", ["-", url], { input: FEEDPARSER_SCRIPT });
          const [type, summary] = JSON.parse(said);
          expect([type, shownOf(summary)]).toEqual(["text/html", SUMMARY]);
        }
        if (hasProgram("newsboat") && feedContent === "summary") {
          const newsboat = new Newsboat(join(temporaryFolder(), "newsboat"), [url]);
          await newsboat.reload();
          expect(newsboat.articles().map(({ content }) => shownOf(content))).toEqual([SUMMARY]);
        }
      });
    });
  },
);
