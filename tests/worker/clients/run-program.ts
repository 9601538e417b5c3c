import { spawn } from "node:child_process";

/** What a program printed on standard output. Throws where it fails. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { home, input }: { readonly home?: string; readonly input?: string } = {},
): Promise<string> {
  const env = { ...process.env, ...(home && { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }) };
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => {
    stdout += data;
  });
  child.stderr.on("data", (data: Buffer) => {
    stderr += data;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${stderr || stdout}`);
  return stdout;
}
