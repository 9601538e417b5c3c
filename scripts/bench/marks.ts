import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import { median, runOnce } from "./measure.ts";
import { spread } from "./spread.ts";
import { durations, printTable } from "./table.ts";

const BAKE = fileURLToPath(new URL("../bake.ts", import.meta.url));
const ROUNDS = 5;
const MOST_TIMES = 1.5;

/** Marks of Jekyll, of each kind that its blogs have most of; in other folders the same words without them. */
const MARKED = `
As [we wrote]({% post_url 2025-01-01-other %}), see [the chart]({{ "/chart.html" | relative_url }}).

{% include figure.html src="/lock.png" alt="The lock" caption="Seen from *the mole*" %}

{% highlight sh %}
echo "{{ page.title }}"
{% endhighlight %}

{% if page.title %}{{ page.title | upcase }}{% endif %} {% assign depth = 12 %}{{ depth }} m {% raw %}{{ x }}{% endraw %}
`;
const PLAIN = `
As [we wrote](https://quay.example/other), see [the chart](https://quay.example/chart.html).

![The lock](https://quay.example/lock.png)

\`\`\`sh
echo "Title"
\`\`\`

TITLE 12 m x
`;

/** A full bake of articles with template marks beside the same with what they stand for. */
export async function benchMarks(size: number): Promise<void> {
  await inFolder((folder) => {
    const sites = {
      marked: site(join(folder, "marked"), size, MARKED),
      plain: site(join(folder, "plain"), size, PLAIN),
    };
    const times: Record<keyof typeof sites, number[]> = { marked: [], plain: [] };
    const ratios: number[] = [];
    // One after the other in each round: what else the machine does meets both.
    for (let round = 0; round < ROUNDS; round += 1) {
      const [marked, plain] = [bake(sites.marked, folder), bake(sites.plain, folder)];
      times.marked.push(marked);
      times.plain.push(plain);
      ratios.push(marked / plain);
    }
    printTable(`a full bake of ${size.toLocaleString("en")} articles with template marks`, [
      { what: "without", figure: durations(times.plain), ratio: null, met: null },
      {
        what: "with",
        figure: durations(times.marked),
        ratio: `${spread(ratios, 2)} times`,
        met: median(ratios) <= MOST_TIMES,
        budget: `at most ${MOST_TIMES} times`,
      },
    ]);
  });
}

function site(content: string, size: number, more: string): string {
  const write = (name: string, text: string) => {
    const file = join(content, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(
    "site.toml",
    'title = "Bench"\nurl = "https://quay.example"\nauthority = "quay.example,2025"\ngenerator = "jekyll"\n',
  );
  write("_config.yml", "title: Bench\n");
  write("_posts/2025-01-01-other.md", "# Other\n\nText.\n");
  for (const { section, slug, markdown } of corpus(size)) write(`${section}/${slug}.md`, markdown + more);
  return content;
}

function bake(content: string, folder: string): number {
  const flags = [
    "--content",
    content,
    "--persist-to",
    join(folder, "state"),
    "--now",
    "2026-01-01T00:00:00Z",
  ];
  const run = runOnce([process.execPath, BAKE, ...flags, "--full", "--dry-run", "--json"], folder);
  if (run === null) throw new Error("the bake failed");
  return run.timeMs;
}
