/**
 * Who may read the preview: only a page that the preview itself served, in a browser on this machine. Other pages are kept out
 * by the token, which they cannot know; by the Host header, which names their own host after DNS rebinding; and by the
 * headers with which browsers say where a request comes from.
 */

import { timingSafeEqual } from "node:crypto";

/** The parts of a request that decide. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What was asked for below the token, or the status to refuse with. */
export type Judgement =
  | { readonly path: string; readonly query: URLSearchParams }
  | { readonly refused: 403 | 404 | 405 | 421 };

/** Judges a request to the preview at this port. */
export function judge({ method, url, headers }: Asked, port: number, token: string): Judgement {
  // Browsers leave the port out where it is the usual one.
  const hosts = ["127.0.0.1", "localhost"].map((name) => (port === 80 ? name : `${name}:${port}`));
  if (typeof headers.host !== "string" || !hosts.includes(headers.host)) return { refused: 421 };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return { refused: 403 };
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return { refused: 403 };
  const asked = URL.canParse(url, "http://x") ? new URL(url, "http://x") : undefined;
  const [, given = "", ...rest] = asked?.pathname.split("/") ?? [];
  if (!asked || !isSame(given, token)) return { refused: 404 };
  const path = decode(rest.join("/"));
  if (path === undefined) return { refused: 404 };
  // Only one thing can be done besides reading, and only from the page itself.
  const isOpening = path === "open" && method === "POST" && origin !== undefined;
  if (method !== "GET" && !isOpening) return { refused: 405 };
  return { path, query: asked.searchParams };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Nothing comes from elsewhere, nothing goes elsewhere, and nobody frames the page. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A paper may show pictures and its own style; nothing in it runs. */
const PAPER_POLICY = [
  "default-src 'none'",
  "img-src data:",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin",
].join("; ");

/** Headers of every answer. */
export function headersFor(what: "page" | "paper"): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": what === "page" ? PAGE_POLICY : PAPER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };
}
