import { expect, test } from "vitest";
import { temporaryFolder } from "../content-folder.ts";
import type { CloudflareStandIn } from "../stand-in/cloudflare-stand-in.ts";
import { remoteSite } from "./remote-site.ts";
import { saying, slips, writeSlipFolders } from "./slip-table.ts";

test("each slip leaves a live site as it was, byte for byte, and is told how to go on", async () => {
  const root = temporaryFolder();
  const own = writeSlipFolders(root);
  const { cloudflare, workers, run, here } = await remoteSite();
  expect(await run("deploy", { flags: ["--content", own] })).toMatchObject({ exitCode: 0 });
  const published = everythingIn(cloudflare);
  expect(published).toContain("/articles/tide");

  for (const { name, command, args, setting, exitCode, says, only } of slips(root)) {
    if (only === "local") continue;
    const named = command === "deploy" || args.includes("--remote") ? args : ["--remote", ...args];
    const finished = await here(command, named, setting);
    expect(finished, `${command}: ${name}`).toMatchObject({
      exitCode,
      says: saying(says),
    });
    expect(finished.says, name).not.toMatch(/\n\s+at /);
    expect(workers.get("quay-production")?.uploads, name).toBe(1);
    expect(everythingIn(cloudflare) === published, `${command}: ${name}`).toBe(true);
  }
  expect(workers.get("quay-production")?.uploads).toBe(1);
});

/** All that the namespaces hold. */
function everythingIn({ namespaces }: CloudflareStandIn): string {
  return JSON.stringify(
    [...namespaces.values()].map(({ title, pairs }) => [
      title,
      [...pairs].map(([key, { value, metadata }]) => [key, value.toString("base64"), metadata]),
    ]),
  );
}
