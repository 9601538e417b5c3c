import { cacheControl, DELIVERY } from "../representation/cache-policy.ts";
import { isLocation } from "../representation/location.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { GONE_KEY } from "../representation/storage-key.ts";
import type { Body } from "./bodies.ts";
import { codedBody, codedLength, streamedPart } from "./bodies.ts";
import { decide } from "./decide.ts";
import type { EdgeRequest } from "./edge-request.ts";
import { documentFields, sharedFields } from "./header-fields.ts";
import { logFault } from "./log-fault.ts";
import { answerPlainly, redirect } from "./plain-answer.ts";
import { respondWithChanges } from "./respond-with-changes.ts";
import type { ReadDocument, StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/** Answers GET and HEAD from what stands under a key. */
export async function respond(
  request: EdgeRequest,
  document: StoredDocument,
  read: ReadDocument,
): Promise<Response> {
  const { metadata, body } = document;
  const decision = decide(request, metadata);
  switch (decision.kind) {
    case "moved":
      return respondMoved(document);
    case "gone":
      await body.cancel();
      return respondWithPage(request, GONE_KEY, 410, read);
    case "precondition-failed":
      await body.cancel();
      return answerPlainly(412);
    case "not-modified":
      await body.cancel();
      return new Response(null, {
        status: 304,
        headers: sharedFields(metadata, decision.validators, request.nowSeconds),
      });
    case "unsatisfiable-range":
      await body.cancel();
      return answerPlainly(416, { "Content-Range": `bytes */${metadata.sizeBytes}` });
    case "part": {
      const { offset, length } = decision.range;
      const fields = documentFields(metadata, request.nowSeconds);
      fields.set("Content-Range", `bytes ${offset}-${offset + length - 1}/${metadata.sizeBytes}`);
      fields.set("Content-Length", String(length));
      return new Response(streamedPart(body, decision.range), {
        status: 206,
        headers: fields,
        encodeBody: "manual",
      });
    }
    case "changes":
      return respondWithChanges(request, document, decision);
    case "whole": {
      const fields = documentFields(metadata, request.nowSeconds);
      if (decision.coding !== "identity") fields.set("Content-Encoding", decision.coding);
      fields.set("Content-Length", String(codedLength(metadata, decision.coding)));
      let sent: Body | null = null;
      if (request.method === "HEAD") await body.cancel();
      else sent = await codedBody(document, decision.coding);
      return new Response(sent, { status: metadata.status, headers: fields, encodeBody: "manual" });
    }
    default:
      throw new TypeError(`no answer for ${decision satisfies never}`);
  }
}

/** The site's own page for a status; a sentence where there is none, or the store fails now. */
export async function respondWithPage(
  request: EdgeRequest,
  key: StorageKey,
  status: 404 | 410,
  read: ReadDocument,
): Promise<Response> {
  const page = await read(key).catch((fault: unknown) => {
    logFault(fault, request.pathname);
    return null;
  });
  if (page?.metadata.status === status && page.metadata.sizeBytes > 0) return respond(request, page, read);
  await page?.body.cancel();
  return answerPlainly(status);
}

/** A long target stands in the body. */
async function respondMoved({ metadata, body }: StoredDocument): Promise<Response> {
  if (metadata.location !== undefined) await body.cancel();
  const target = metadata.location ?? (await new Response(body).text());
  if (!isLocation(target)) throw new StoreFaultError("a moved document has no target");
  return redirect(metadata.status, target, cacheFields(metadata));
}

function cacheFields({ kind, pollSeconds }: RepresentationMetadata): Record<string, string> {
  return {
    "Cache-Control": cacheControl(DELIVERY[kind], pollSeconds),
    "Cloudflare-CDN-Cache-Control": DELIVERY[kind].edge,
  };
}
