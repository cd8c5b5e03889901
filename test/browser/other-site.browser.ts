/** A page from another site, in the same browser, that knows port and token and still gets nothing. */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WatchCommand } from "../watch/watch-command.ts";
import { startBrowser } from "./chromium.ts";

let browser: Browser;
let command: WatchCommand;
let site: Server;
let page: Page;
let url: URL;

beforeAll(async () => {
  command = new WatchCommand([], { VISUAL: "kate" });
  url = new URL(await command.url());
  await command.until(/gedruckt/);
  site = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Other</h1>"));
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  browser = await startBrowser(["--host-resolver-rules=MAP evil.example 127.0.0.1", "--allow-insecure-localhost"]);
  page = await browser.newPage();
  await page.goto(`http://evil.example:${(site.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser.close();
  site.close();
  await command.end();
});

it("cannot fetch a paper, by any name of this machine", async () => {
  for (const host of ["127.0.0.1", "localhost", "evil.example"]) {
    const asked = `http://${host}:${url.port}${url.pathname}papers/public/top-1.pdf`;
    const got = await page.evaluate(
      (address) =>
        fetch(address).then(
          async (answer) => ({ status: answer.status, size: (await answer.blob()).size }),
          () => "refused",
        ),
      asked,
    );
    expect(got, host).toBe("refused");
  }
});

it("cannot read it after DNS rebinding, when its own name leads to the preview", async () => {
  const rebound = await browser.newPage();
  const answer = await rebound.goto(`http://evil.example:${url.port}${url.pathname}`);
  expect(answer?.status()).toBe(421);
  expect(await answer?.text()).toBe("Abgewiesen. Refused.\n");
  await rebound.close();
});

it("cannot listen to its events", async () => {
  const heard = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const source = new EventSource(address);
        source.addEventListener("all", () => resolve("heard"));
        source.addEventListener("error", () => resolve("refused"));
      }),
    `${url.href}events`,
  );
  expect(heard).toBe("refused");
});

it("cannot frame it", async () => {
  await page.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener("load", resolve));
  }, url.href);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  expect(await frame?.evaluate(() => document.getElementById("list"))).toBe(null);
});

it("cannot embed what it serves as picture or script", async () => {
  const loaded = await page.evaluate(
    (address) =>
      Promise.all(
        ["script", "img"].map(
          (name) =>
            new Promise((resolve) => {
              const element = document.createElement(name);
              element.addEventListener("load", () => resolve(`${name} loaded`));
              element.addEventListener("error", () => resolve("refused"));
              element.setAttribute("src", address);
              document.body.append(element);
            }),
        ),
      ),
    `${url.href}page/main.js`,
  );
  expect(loaded).toEqual(["refused", "refused"]);
});

it("cannot make it open the editor", async () => {
  const place = JSON.stringify({ file: "content/s/top-1.md", line: 1, column: 1 });
  const answered = () => page.waitForResponse((response) => response.url().endsWith("/open"));
  const fetched = await page.evaluate(
    ({ address, body }) =>
      fetch(address, { method: "POST", mode: "no-cors", body }).then(
        () => "answered",
        () => "refused",
      ),
    { address: `${url.href}open`, body: place },
  );
  expect(fetched).toBe("refused");
  const [posted] = await Promise.all([
    answered(),
    page.evaluate(
      ({ address, body }) => {
        const form = document.createElement("form");
        form.method = "post";
        form.enctype = "text/plain";
        form.action = address;
        const field = document.createElement("input");
        field.name = body.slice(0, -1);
        field.value = "}";
        form.append(field);
        document.body.append(form);
        form.submit();
      },
      { address: `${url.href}open`, body: place },
    ),
  ]);
  expect(posted.status()).toBe(403);
});
