/**
 * The module in front of the worker where it is served on this machine. It answers to no other name
 * than those of the binding `NAMES`; to one that the site lists as a host of before with a redirect and
 * nothing else, so that whoever has that name now reads no word of the site. It lets pages of its own
 * names alone read across origins (Fetch standard, CORS protocol): what is served here may not be
 * published yet. Of what a deployment is told beside a request (`request.cf`) nothing is known here, so
 * nobody can make it up. It is text because it runs inside workerd, not here.
 */
export const DOORKEEPER_SCRIPT = `
import { opensPage, ownPage, plainFields } from "./own-pages.js";
import worker from "./worker.js";
export { HubDirectory, HubShard, HubTopic } from "./worker.js";

const refuse = (status, sentence) =>
  new Response(sentence, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });

// As "src/representation/redirects/table.ts" writes them: "hosts", the site's origin, the hosts.
const hostsOfBefore = async ({ DOCUMENTS }) =>
  ((await DOCUMENTS.get("redirects")) ?? "").split("\\n", 1)[0].split(" ").slice(2);

export default {
  async fetch(request, env, context) {
    const isIn = (names, host) => names.includes(host.replace(/:\\d+$/, "").toLowerCase());
    const isOwn = (host) => isIn(env.NAMES, host);
    const host = request.headers.get("Host") ?? "";
    if (!isOwn(host) && !isIn(await hostsOfBefore(env), host)) return refuse(421, env.OTHER_NAME);
    // Such as that of "OPTIONS *".
    if (!URL.canParse(request.url)) return refuse(400, "This address is malformed.\\n");
    const isPage = isOwn(host) && opensPage(request);
    const { url, method } = request;
    const headers = isPage ? plainFields(request.headers) : request.headers;
    // A page elsewhere may make a browser send a form anywhere.
    const from = headers.get("Origin");
    if (method === "POST" && from !== null && !isOwn(from.replace(/^https?:\\/\\//, "")))
      return refuse(403, "This server takes no forms from pages elsewhere.\\n");
    const { body } = method === "POST" ? request : { body: null };
    const given = await worker.fetch(new Request(url, { method, headers, body }), env, context);
    const answer = isPage ? await ownPage(given) : given;
    if (!isOwn(host) && answer.status !== 301) return refuse(421, env.OTHER_NAME);
    const origin = request.headers.get("Origin") ?? "";
    if (!isOwn(origin.replace(/^https?:\\/\\//, ""))) {
      for (const name of [...answer.headers.keys()]) {
        if (name.startsWith("access-control-")) answer.headers.delete(name);
      }
    }
    answer.headers.append("Vary", "Origin");
    return answer;
  },
  // Asked to be a proxy (CONNECT), where the runtime has accepted already.
  connect(socket) {
    return socket.close();
  },
};
`;
