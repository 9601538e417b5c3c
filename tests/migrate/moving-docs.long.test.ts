import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runImport } from "../../src/command/import/run-import.ts";
import { captured } from "../command/captured.ts";
import { remoteSite } from "../command/remote-site.ts";
import { runHere } from "../command/run-here.ts";
import { REPOSITORY } from "../command/settings.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { Newsboat } from "../readers/feed-readers.ts";
import { freePort, serveSite } from "../served-site.ts";
import type { Answers } from "./old-server.ts";
import type { OldSite } from "./old-sites.ts";
import { JEKYLL, OLD_SITES } from "./old-sites.ts";

const DOCS = readFileSync(new URL("../../docs/moving.md", import.meta.url), "utf8");

/** The commands of a section, each as the words behind `npm run`. */
function commandsOf(heading: string): readonly (readonly string[])[] {
  const [, section = ""] = DOCS.split(`\n## ${heading}\n`);
  const [own = ""] = section.split("\n## ");
  const lines = [...own.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  return lines.map((line) => {
    const [npm, run, name = "", dashes, ...words] = line.split(" ");
    expect([npm, run, dashes]).toEqual(["npm", "run", "--"]);
    return [name, ...words];
  });
}

const ROADS: readonly (readonly [heading: string, name: string])[] = [
  ["From WordPress", "WordPress"],
  ["From Ghost", "Ghost"],
  ["From Blogger", "Blogger"],
  ["From a feed", "a site that has only feeds"],
  ["From a folder", "Jekyll"],
];

/** The old site, which ends when the domain is switched over. */
async function serveOld(old: OldSite, port: number) {
  const origin = `http://127.0.0.1:${port}`;
  const sitemap = `<urlset>${old.kept.map((path) => `<url><loc>${origin}${path.replaceAll("&", "&amp;")}</loc></url>`).join("")}</urlset>`;
  const answers: Answers = { "/sitemap.xml": sitemap, ...old.answers(origin) };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""] ?? 404;
    if (typeof answer === "number") response.writeHead(answer).end();
    else
      response
        .writeHead(200, {
          "Content-Type": typeof answer === "string" ? "text/xml" : "image/png",
          "Last-Modified": new Date().toUTCString(),
        })
        .end(answer);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  return { origin, stop };
}

describe.skipIf(!hasProgram("newsboat"))("docs/moving.md", () => {
  test("has a road for each", () => {
    const headings = [...DOCS.matchAll(/^## (From .*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(ROADS.map(([heading]) => heading));
  });

  test.for(ROADS)("%s: its commands, and nothing is unread", async ([heading, name]) => {
    const old = [...OLD_SITES, JEKYLL].find((one) => one.name === name);
    if (old === undefined) throw new Error(`there is no old site ${name}`);
    const port = await freePort();
    const { origin, stop } = await serveOld(old, port);
    const newsboat = new Newsboat(
      join(temporaryFolder(), "newsboat"),
      old.feeds.filter((path) => !path.endsWith(".json")).map((path) => origin + path),
    );
    await newsboat.reload();
    const known = newsboat.articles().length;
    expect(known).toBeGreaterThanOrEqual(old.posts);
    newsboat.readAll();

    const content = contentFolder(old.folder?.(origin) ?? {});
    const source = old.source(origin);
    const file = join(temporaryFolder(), old.file);
    if (source !== null) writeFileSync(file, source);
    const persistTo = join(temporaryFolder(), "state");
    const { here } = await remoteSite();

    const run = async ([command = "", ...words]: readonly string[]) => {
      const args = words.map((word) =>
        word
          .replaceAll("https://quay.example", origin)
          .replace(/^content(?=$|\/)/, content)
          .replace(/^(?:wordpress\.xml|ghost\.json|feed\.atom)$/, file),
      );
      if (command === "import") {
        // Only a private address has to be named.
        const named = args.includes("--site") || source === null ? [] : ["--site", origin];
        return captured(() => runImport([...args, ...named], REPOSITORY)).then(({ result, ...said }) => ({
          exitCode: result,
          ...said,
        }));
      }
      if (command === "serve") return (await serveSite(persistTo)).stop().then(() => ({ exitCode: 0 }));
      if (command === "deploy") {
        // What is served below is the local store: it gets what goes to Cloudflare's stand-in.
        await runHere("bake", [...args, "--persist-to", persistTo]);
        return here("deploy", args);
      }
      if (command === "bake") return runHere("bake", [...args, "--persist-to", persistTo]);
      if (command === "adopt") return runHere("adopt", [...args, "--yes"]);
      if (command === "doctor") return runHere("doctor", args);
      throw new Error(`the docs name a command that the test does not know: ${command}`);
    };

    for (const command of [...commandsOf(heading), ...commandsOf("The last step")]) {
      if (command[0] !== "doctor") {
        expect({ command, ...(await run(command)) }).toMatchObject({ exitCode: 0 });
        continue;
      }
      await stop();
      const site = await serveSite(persistTo, port);
      try {
        expect(existsSync(join(content, "adopted.toml"))).toBe(true);
        const { stdout = "" } = { stdout: "", ...(await run(command)) };
        expect(stdout).toContain("Checked ");
        expect(stdout).not.toContain("old site");
        expect(stdout).not.toContain("error");
        await newsboat.reload();
        await newsboat.reload();
      } finally {
        await site.stop();
      }
    }
    const shown = newsboat.articles();
    expect(shown.filter(({ isUnread }) => isUnread).map(({ title }) => title)).toEqual([]);
    expect(shown).toHaveLength(known);
  });
});
