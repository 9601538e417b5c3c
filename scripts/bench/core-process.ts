import { enableCompileCache } from "node:module";

// Modules come from where a bake's own come from.
enableCompileCache();
const { bakeCore } = await import("./core-bake.ts");
const [content = "", state = "", now = "0"] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await bakeCore(content, state, Number(now))));
