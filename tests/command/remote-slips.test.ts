import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../content-folder.ts";
import type { CloudflareStandIn } from "../stand-in/cloudflare-stand-in.ts";
import { remoteSite } from "./remote-site.ts";
import { bareFolder, newspaper } from "./slips.ts";

/** All that the namespaces hold. */
function everythingIn({ namespaces }: CloudflareStandIn): string {
  return JSON.stringify(
    [...namespaces.values()].map(({ title, pairs }) => [
      title,
      [...pairs].map(([key, { value, metadata }]) => [key, value.toString("base64"), metadata]),
    ]),
  );
}

test("a slip leaves a live site as it was, byte for byte, and says how to go on", async () => {
  const { cloudflare, workers, run } = await remoteSite({
    "b.md": "# Barge\n\nIt drifts.\n",
    "c.md": "# Crane\n\nIt lifts.\n",
  });
  expect(await run("deploy")).toMatchObject({ exitCode: 0 });
  const published = everythingIn(cloudflare);
  expect(published).toContain("/articles/b");

  const harbour = newspaper(join(temporaryFolder(), "harbour"), "harbour.example");
  const bare = bareFolder(join(temporaryFolder(), "bare"));
  const empty = newspaper(join(temporaryFolder(), "empty"), "quay.example", []);
  const held = "the worker quay-production holds the site of quay.example,2025";
  const slips = [
    { name: "deploy", flags: ["--content", harbour], says: held },
    { name: "deploy", flags: ["--content", bare], says: "names neither url nor authority" },
    { name: "bake", flags: ["--remote", "--content", harbour], says: held },
    { name: "bake", flags: ["--remote", "--content", empty], says: "--allow-empty" },
    { name: "verify", flags: ["--remote", "--repair", "--content", harbour], says: held },
  ] as const;
  for (const { name, flags, says } of slips) {
    const { exitCode, stderr, report } = await run(name, { flags });
    expect({ exitCode, told: `${report?.refusal} ${stderr}` }, `${name} ${flags.join(" ")}`).toMatchObject({
      exitCode: 1,
      told: expect.stringContaining(says),
    });
    expect(everythingIn(cloudflare) === published, `${name} ${flags.join(" ")}`).toBe(true);
  }
  expect(workers.get("quay-production")?.uploads).toBe(1);
});
