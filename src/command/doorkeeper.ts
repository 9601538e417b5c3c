/**
 * The module in front of the worker where it is served on this machine: it answers to no other name
 * than those of the binding `NAMES`. It is text because it runs inside workerd, not here.
 */
export const DOORKEEPER_SCRIPT = `
import worker from "./worker.js";

export default {
  fetch(request, env, context) {
    const name = (request.headers.get("Host") ?? "").replace(/:\\d+$/, "").toLowerCase();
    if (env.NAMES.includes(name)) return worker.fetch(request, env, context);
    const headers = { "Content-Type": "text/plain; charset=utf-8" };
    return new Response(env.OTHER_NAME, { status: 421, headers });
  },
};
`;
