/** Who gets what from the preview's server. */

import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { diagnose } from "../../src/diagnostics/catalogue.ts";
import type { Place } from "../../src/model/diagnostic.ts";
import type { Document } from "../../src/model/document.ts";
import type { Report } from "../../src/model/report.ts";
import { type Preview, type PreviewOptions, startPreview } from "../../src/preview/preview.ts";
import type { ServerEvent } from "../../src/preview/server.ts";
import type { PreviewPaper } from "../../src/preview/state.ts";
import { sampleTheme } from "../html/sample-document.ts";

const token = "token-of-the-test";
let preview: Preview;
let opened: Place[] = [];

const options: PreviewOptions = {
  port: 0,
  token,
  locale: "de",
  editor: {
    type: "program",
    open(place) {
      opened.push(place);
      return true;
    },
  },
  shipped: "vorlagenwerk/templates",
  root: "/home/clerk",
  isSource: (file) => file.startsWith("content/"),
  lineAt: () => undefined,
  readOutput: (path) => new TextEncoder().encode(`bytes of ${path}`),
  readAsset: (path) => new TextEncoder().encode(`asset ${path}`),
};

const emptyDocument: Document = {
  lang: "de-DE",
  title: "",
  metadata: { keywords: [] },
  running: {},
  children: [],
  notes: [],
  images: {},
};

beforeEach(async () => {
  opened = [];
  preview = await startPreview(options);
  const { viewer } = preview;
  viewer.listed([{ id: "top-1", file: "content/top-1.md", kind: "agenda-item", label: "TOP 1", title: "Titel" }]);
  viewer.finished({
    id: "top-1",
    kind: "agenda-item",
    file: "content/top-1.md",
    outcome: "built",
    diagnostics: [],
    blockedBy: [],
    outputs: [
      { path: "draft/public/m/top-1.pdf", edition: "public", mediaType: "application/pdf", pages: 1, sha256: "abc" },
    ],
  });
});
afterEach(() => preview.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  const { port } = new URL(preview.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

it("gives the page and its papers to who knows the address", async () => {
  const page = await ask(`/${token}/`);
  expect(page.status).toBe(200);
  expect(page.body).toContain("<nav");
  expect(page.headers["content-security-policy"]).toMatch(
    /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
  );
  expect(page.headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(page.headers["access-control-allow-origin"]).toBeUndefined();
  expect((await ask(`/${token}/papers/public/top-1.pdf`)).body).toBe("bytes of draft/public/m/top-1.pdf");
  expect((await ask(`/${token}/page/main.js`)).body).toBe("asset page/main.js");
});

it("gives nothing else", async () => {
  for (const path of [
    "/",
    "/token/",
    `/${token}x/`,
    `/${token}/page/../../package.json`,
    `/${token}/page/tsconfig.json`,
    `/${token}/papers/public/top-2.pdf`,
    `/${token}/papers/internal/top-1.pdf`,
    `/${token}/papers/public/..%2f..%2fkreis.pdf`,
    `/${token}/papers/public/%ff.pdf`,
    `//${token}/`,
  ])
    expect((await ask(path)).status, path).toBe(404);
});

it("refuses requests under another name, from another site, and other methods", async () => {
  const { port } = new URL(preview.url);
  const path = `/${token}/papers/public/top-1.pdf`;
  const own = `http://127.0.0.1:${port}`;
  expect((await ask(path, { host: `evil.example:${port}` })).status).toBe(421);
  expect((await ask(path, { host: "127.0.0.1" })).status).toBe(421);
  expect((await ask(path, { host: `127.0.0.1.evil.example:${port}` })).status).toBe(421);
  expect((await ask(path, { origin: "http://evil.example" })).status).toBe(403);
  expect((await ask(path, { origin: "null" })).status).toBe(403);
  expect((await ask(path, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await ask(path, { "sec-fetch-site": "same-site" })).status).toBe(403);
  expect((await ask(path, { origin: own, "sec-fetch-site": "same-origin" })).status).toBe(200);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
    expect((await ask(path, { origin: own }, method)).status, method).toBe(405);
});

it("opens only places that it has told of, and only for its own page", async () => {
  const { port } = new URL(preview.url);
  const origin = `http://127.0.0.1:${port}`;
  const place = { file: "content/top-1.md", line: 3, column: 1 };
  const open = (value: unknown, headers: Record<string, string> = { origin }): Promise<Answer> =>
    ask(`/${token}/open`, headers, "POST", typeof value === "string" ? value : JSON.stringify(value));
  expect((await open(place, {})).status).toBe(405);
  expect((await open(place, { origin: "http://evil.example" })).status).toBe(403);
  expect((await open({ ...place, file: "/etc/passwd" })).status).toBe(409);
  expect((await open({ ...place, line: "3; rm" })).status).toBe(409);
  expect((await open("no json")).status).toBe(409);
  expect((await open("x".repeat(100_000))).status).toBe(409);
  expect(opened).toEqual([]);
  expect((await open(place)).status).toBe(204);
  expect(opened).toEqual([place]);
});

it("sends a paper's words as data, whatever they are", async () => {
  const document: Document = { ...emptyDocument, title: "</script><img src=x onerror=alert(1)>" };
  preview.viewer.composed("top-1", "public", document, sampleTheme);
  const page = await ask(`/${token}/papers/public/top-1.html`);
  expect(page.body).not.toContain("<img");
  expect(page.headers["content-security-policy"]).toContain("sandbox allow-same-origin");
  expect(page.headers["content-security-policy"]).not.toContain("script-src");
});

it("a paper that is away for a while is shown again, as it is then", async () => {
  const { viewer } = preview;
  const paper = { id: "top-1", file: "content/top-1.md", kind: "agenda-item", label: "TOP 1", title: "Titel" } as const;
  const told = await listen("top-1");
  const pages = (): readonly unknown[] => told.filter(({ event }) => event === "paper").map(({ data }) => pageOf(data));
  const compose = (title: string): void => {
    viewer.listed([paper]);
    viewer.composed("top-1", "public", { ...emptyDocument, title }, sampleTheme);
  };
  compose("Erst so");
  viewer.listed([]);
  compose("Erst so");
  viewer.listed([]);
  compose("Dann so");
  compose("Dann so");
  await expect.poll(pages).toEqual([1, 2, 3]);
});

it("a page that is kept no longer is not promised to anybody, until it is composed again", async () => {
  const { viewer } = preview;
  const told = await listen("top-1");
  const ids = Array.from({ length: 40 }, (_, index) => `top-${index + 1}`);
  viewer.listed(ids.map((id) => ({ id, file: `content/${id}.md`, kind: "agenda-item", label: "TOP", title: id })));
  for (const id of ids) viewer.composed(id, "public", { ...emptyDocument, title: id }, sampleTheme);
  expect((await ask(`/${token}/papers/public/top-1.html`)).status).toBe(404);
  const pages = (): readonly unknown[] =>
    told.flatMap(({ event, data }) =>
      event === "paper" && (data as PreviewPaper).id === "top-1" ? [pageOf(data)] : [],
    );
  await expect.poll(pages).toEqual([1, undefined]);
  viewer.composed("top-1", "public", { ...emptyDocument, title: "top-1" }, sampleTheme);
  await expect.poll(pages).toEqual([1, undefined, 2]);
  expect((await ask(`/${token}/papers/public/top-1.html`)).status).toBe(200);
});

it("tells the mistakes of a source that only has the id of a paper by mistake", async () => {
  const told = await listen("top-1");
  const diagnostic = diagnose("duplicate-id", { id: "top-1", file: "content/top-1.md" }, undefined);
  const other = {
    id: "top-1",
    kind: "agenda-item",
    file: "content/top-1b.md",
    outcome: "failed",
    diagnostics: [diagnostic],
    blockedBy: [],
    outputs: [],
  } as const;
  preview.viewer.finished(other);
  const report: Report = {
    outcome: "failed",
    documents: [other],
    removed: [],
    skipped: 0,
    faults: [],
    diagnostics: [],
  };
  preview.show({ type: "built", report, changed: [] });
  await expect.poll(() => told.map(({ event }) => event)).toEqual(["all", "messages", "run"]);
  expect(told[1]?.data).toMatchObject([{ code: "duplicate-id" }]);
});

function pageOf(paper: unknown): unknown {
  return (paper as PreviewPaper).editions[0]?.page;
}

/** What a page is told that looks at this paper. */
function listen(paper: string): Promise<readonly ServerEvent[]> {
  const { port } = new URL(preview.url);
  const told: ServerEvent[] = [];
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: `/${token}/events?paper=${paper}` }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        const parts = (text + chunk).split("\n\n");
        text = parts.pop() ?? "";
        for (const part of parts) {
          const [, event = "", data = ""] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
          told.push({ event, data: JSON.parse(data) });
        }
        resolve(told);
      });
      response.on("error", () => undefined);
    });
    asked.on("error", reject);
    asked.end();
  });
}

it("answers a request that comes while it is closed", async () => {
  const { port } = new URL(preview.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`GET /${token}/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  preview.close();
  socket.write("\r\n");
  const [bytes] = (await once(socket, "data")) as [Buffer];
  expect(bytes.toString()).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});
