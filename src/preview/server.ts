/** The preview's HTTP server: on this machine only, for whoever has its address; it gives and takes no more than it has to. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { headersFor, judge } from "./guard.ts";

/** What is sent for a path. */
export interface Answer {
  readonly type: string;
  readonly body: Uint8Array | string;
  /** Papers are shown in a frame in which nothing runs. */
  readonly isPaper?: boolean;
}

/** What the server asks. */
export interface Served {
  /** Undefined if there is nothing by that path. */
  answer(path: string): Answer | undefined;
  /** A page listens from here on, and looks at this paper; gives what it is told first. */
  listen(listener: Listener): readonly ServerEvent[];
  /** A page left. */
  leave(listener: Listener): void;
  /** A page wants a place opened in the editor; false if that cannot be done. */
  open(place: unknown): boolean;
}

/** A page that listens. */
export interface Listener {
  /** Id of the paper that it shows. */
  readonly paper: string | undefined;
  send(event: ServerEvent): void;
  /** Nothing more will come. */
  end(): void;
}

/** A server-sent event; `data` becomes JSON. */
export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
}

/** A server that runs. */
export interface RunningServer {
  /** The address of the page, with its token. */
  readonly url: string;
  close(): void;
}

/** A page that does not read for so many bytes is cut off; it comes back by itself. */
const MAX_UNREAD = 16_000_000;

/** How long pages have to take leave, in milliseconds. */
const FAREWELL = 100;

/** Nobody needs to send more than a place. */
const MAX_BODY = 10_000;

/** Starts the server. Rejects with the system's error if the port cannot be had; 0 is any that is free. */
export async function startServer(port: number, token: string, served: Served): Promise<RunningServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  // Asked for now: one that is being closed has none, and may still be asked for something.
  const actual = (server.address() as AddressInfo).port; // it listens on a port, not on a pipe
  server.on("request", (request, response) => respond(request, response, { port: actual, token }, served));
  return {
    url: `http://127.0.0.1:${actual}/${token}/`,
    close() {
      server.close();
      // Pages that were told hang up themselves.
      setTimeout(() => server.closeAllConnections(), FAREWELL);
    },
  };
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { port, token }: { readonly port: number; readonly token: string },
  served: Served,
): void {
  const { method = "GET", url = "/", headers } = request;
  const judgement = judge({ method, url, headers }, port, token);
  if ("refused" in judgement) {
    refuse(response, judgement.refused);
    return;
  }
  const { path, query } = judgement;
  if (method === "POST") {
    void readBody(request).then((body) => response.writeHead(served.open(body) ? 204 : 409, headersFor("page")).end());
    return;
  }
  if (path === "events") {
    stream(request, response, query.get("paper") ?? undefined, served);
    return;
  }
  const answer = served.answer(path);
  if (!answer) {
    refuse(response, 404);
    return;
  }
  const headersOfAnswer = headersFor(answer.isPaper ? "paper" : "page");
  response.writeHead(200, { ...headersOfAnswer, "Content-Type": answer.type }).end(answer.body);
}

/** Says so to a clerk who opens an address of yesterday, and nothing else to anybody. */
function refuse(response: ServerResponse, status: number): void {
  const text =
    status === 404
      ? "Diese Adresse gilt nicht mehr; „vorlage watch“ nennt beim Start eine neue.\nThis address is no longer valid; “vorlage watch” names a new one when it starts.\n"
      : "Abgewiesen. Refused.\n";
  response.writeHead(status, { ...headersFor("page"), "Content-Type": "text/plain; charset=utf-8" }).end(text);
}

function stream(request: IncomingMessage, response: ServerResponse, paper: string | undefined, served: Served): void {
  response.writeHead(200, { ...headersFor("page"), "Content-Type": "text/event-stream" });
  const write = ({ event, data }: ServerEvent): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const listener: Listener = {
    paper,
    send(event) {
      if (response.writableLength > MAX_UNREAD) response.destroy();
      else write(event);
    },
    end: () => response.end(),
  };
  for (const event of served.listen(listener)) write(event);
  request.on("close", () => served.leave(listener));
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  try {
    for await (const chunk of request) {
      text += String(chunk);
      if (text.length > MAX_BODY) return undefined;
    }
    return JSON.parse(text);
  } catch {
    // Not JSON, or it was cut off.
    return undefined;
  }
}
