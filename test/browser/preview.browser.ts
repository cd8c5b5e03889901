/** The preview page as a clerk uses it: the real command, a real browser. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { smallBody } from "../project/small-body.ts";
import { WatchCommand } from "../watch/watch-command.ts";
import { startBrowser } from "./chromium.ts";
import { OpenedPreview, paperFrame } from "./opened-preview.ts";

const item = "content/s/top-1.md";
let browser: Browser;
let command: WatchCommand;
let page: Page;
let faults: readonly string[] = [];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  expect(await command.end()).toBe(0);
  // Nothing went wrong in the page itself, its policy included.
  expect(faults).toEqual([]);
});

/** Starts the command and opens a paper. */
async function opened(
  paper: string,
  words: readonly string[] = [],
  context: BrowserContextOptions = {},
  files = smallBody(),
): Promise<void> {
  ({ command, page, faults } = await OpenedPreview.open(browser, paper, words, context, files));
}

const long = (count: number, words = "ein Satz, der eine Zeile füllt und noch ein wenig weiter geht"): string =>
  Array.from({ length: count }, (_, index) => `Absatz ${index + 1}: ${words}.`).join("\n\n");

function longBody(): ReturnType<typeof smallBody> {
  const files = smallBody();
  return { ...files, [item]: String(files[item]).replace("Der Text.", `Der Text.\n\n${long(120)}`) };
}

describe("a paper", () => {
  it("shows what was saved, marks it, and stays where it was", async () => {
    await opened("top-1", [], {}, longBody());
    const frame = await paperFrame(page);
    await frame.getByText("Absatz 60:").scrollIntoViewIfNeeded();
    const before = await frame.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
    expect(before).toBeGreaterThan(500);
    // Something above grows by some lines, and something in view changes.
    const text = command.read(item);
    command.write(item, text.replace("Absatz 3:", `${long(10)}\n\nAbsatz 3:`).replace("Absatz 60:", "Absatz sechzig:"));
    await frame.waitForSelector("text=Absatz sechzig:");
    const marked = await frame.locator("[data-changed]").allTextContents();
    expect(marked.some((one) => one.startsWith("Absatz sechzig"))).toBe(true);
    expect(marked).toHaveLength(11);
    expect(await frame.getByText("Absatz sechzig:").isVisible()).toBe(true);
    const after = await frame.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
    expect(after).toBeGreaterThan(before + 200);
    await frame.waitForSelector("[data-changed]", { state: "detached" });
  });

  it("with mistakes says where they are and stays as it was, marked as outdated", async () => {
    await opened("top-1");
    const frame = await paperFrame(page);
    const text = command.read(item);
    command.write(item, text.replace("nummer: 1", "numer: 1").replace("Der Text.", "Ein anderer Text."));
    await page.waitForSelector("article.error");
    const message = await page.textContent("article.error");
    expect(message).toContain("numer");
    expect(message).toContain("content/s/top-1.md:5:1");
    expect(await page.textContent("article.error mark")).toBe("numer");
    expect(await page.textContent("#notice")).toMatch(/^Veraltet/);
    expect(await frame.getByText("Der Text.").isVisible()).toBe(true);
    expect((await page.locator("nav a.failed").allTextContents()).join()).toContain("TOP 1");
    expect(await page.textContent("#summary")).toBe("10 in Ordnung · 2 mit Fehlern");

    command.write(item, text.replace("Der Text.", "Ein besserer Text."));
    await frame.waitForSelector("text=Ein besserer Text.");
    await page.waitForSelector("#notice", { state: "hidden" });
    expect(await page.textContent("#message-list")).toBe("Keine Meldungen.");
    await page.waitForFunction(() => document.getElementById("summary")?.textContent === "12 in Ordnung");
  });

  it("that never was without mistakes says so", async () => {
    const files = smallBody();
    await opened("top-1", [], {}, { ...files, [item]: String(files[item]).replace("art: t", "art: x") });
    await page.waitForSelector("article.error");
    expect(await page.textContent("#empty")).toMatch(/noch keinen Stand/);
  });

  it("as PDF keeps its place and its size", async () => {
    await opened("top-1", [], {}, longBody());
    await paperFrame(page);
    await page.click("#as-pdf");
    await page.waitForSelector(".sheet canvas");
    await page.click("#zoom-in");
    await page.evaluate(() => document.getElementById("as-pdf-panel")?.scrollTo(0, 1500));
    const width = await page.evaluate(() => document.querySelector(".sheet")?.clientWidth);
    await page.waitForSelector(".sheet:nth-child(2) .words span");
    command.write(item, command.read(item).replace("Absatz 40:", "Absatz vierzig:"));
    await page.waitForSelector(".words :text('vierzig')", { state: "attached" });
    expect(await page.evaluate(() => document.getElementById("as-pdf-panel")?.scrollTop)).toBe(1500);
    expect(await page.evaluate(() => document.querySelector(".sheet")?.clientWidth)).toBe(width);
  });

  it("shows each of its editions", async () => {
    await opened("top-5");
    const frame = await paperFrame(page);
    expect(await frame.locator("body").textContent()).not.toContain("Zweites Blatt");
    await page.click("#editions >> text=nichtöffentlich");
    await page.frameLocator("iframe").getByText("Zweites Blatt").waitFor();
  });

  it("names the line of a paragraph, and gives it to copy", async () => {
    await opened("top-1");
    const frame = await paperFrame(page);
    await frame.getByText("Der Text.").click();
    expect(await page.textContent("#toast")).toBe("content/s/top-1.md:10 kopieren");
  });

  it("starts the program that the environment names, also for words of a template", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vorlage editor "));
    writeFileSync(join(folder, "kate"), `#!/bin/sh\necho "$@" > "${folder}/asked"\n`, { mode: 0o755 });
    const template = readFileSync("templates/agenda-item.hbs", "utf8");
    const files = { ...smallBody(), "templates/agenda-item.hbs": template };
    command = new WatchCommand([], { VISUAL: `"${folder}/kate" -n` }, files);
    page = await browser.newPage();
    faults = [];
    await page.goto(`${await command.url()}#top-1`);
    const frame = await paperFrame(page);
    await frame.locator('h2[data-at^="templates/"]').first().click();
    await page.waitForFunction(() => document.getElementById("toast")?.textContent !== "");
    expect(await page.textContent("#toast")).toMatch(/^Geöffnet: templates\/agenda-item\.hbs:\d+$/);
    await expect.poll(() => existsSync(join(folder, "asked"))).toBe(true);
    expect(readFileSync(join(folder, "asked"), "utf8")).toContain(command.path("templates/agenda-item.hbs"));
  });

  it("as PDF names the line of what was clicked, also where the same words stand twice", async () => {
    await opened("top-1", [], {}, longBody());
    const lineOf = (words: string): number =>
      command
        .read(item)
        .split("\n")
        .findIndex((one) => one.includes(words)) + 1;
    const text = command.read(item).replace("Absatz 4:", "Wie gesagt.\n\nAbsatz 4:");
    command.write(item, text.replace("Absatz 8:", "Wie gesagt.\n\nAbsatz 8:"));
    await paperFrame(page);
    await page.click("#as-pdf");
    await page.locator(".words :text('Wie gesagt')").nth(1).click();
    await page.waitForFunction(() => document.getElementById("toast")?.textContent !== "");
    expect(await page.textContent("#toast")).toBe(`content/s/top-1.md:${lineOf("Absatz 8:") - 2} kopieren`);
    await page.locator(".words :text('Absatz 6')").click();
    await page.waitForSelector(`#toast :text("content/s/top-1.md:${lineOf("Absatz 6:")} kopieren")`);
  });

  it("leads into the editor that the environment names", async () => {
    await opened("top-1");
    await page.close();
    await command.end();
    command = new WatchCommand([], { EDITOR: "code --wait" });
    page = await browser.newPage();
    const asked: string[] = [];
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    session.on("Network.requestWillBeSent", ({ request }) => asked.push(request.url));
    await page.goto(`${await command.url()}#top-1`);
    const frame = await paperFrame(page);
    await frame.getByText("Der Text.").click();
    await page.waitForFunction(() => document.getElementById("toast")?.textContent !== "");
    expect(await page.textContent("#toast")).toBe("Geöffnet: content/s/top-1.md:10");
  });
});

describe("the page", () => {
  it("can be used with the keyboard alone", async () => {
    await opened("top-1");
    await paperFrame(page);
    await page.focus("#filter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
    // The agenda comes first, then the items.
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("heading")?.textContent === "TOP 2: Gegenstand 2");
    await paperFrame(page);
    await page.focus("#as-page");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /top-2\.md:\d+/.test(document.getElementById("toast")?.textContent ?? ""));
    await page.focus("#as-page");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector(".sheet canvas");
  });

  it("says that there are no papers, and why", async () => {
    await opened("", [], {}, { "content/liesmich.txt": "x" });
    await command.until(/keine|Keine/);
    await page.reload();
    await page.waitForFunction(() => /noch kein Papier/.test(document.getElementById("empty")?.textContent ?? ""));
    expect(await page.textContent("#message-list")).toContain("content");
  });

  it("takes no connection while nobody sees it, and is up to date when somebody does", async () => {
    await opened("%zz");
    await page.waitForSelector("nav a");
    await command.until(/12 Entwürfe gedruckt/);
    await page.goto(page.url().replace(/#.*/, "#top-1"));
    const frame = await paperFrame(page);
    const see = (isSeen: boolean): Promise<void> =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, !isSeen);
    await see(false);
    command.write(item, command.read(item).replace("Der Text.", "Ein anderer Text."));
    await command.until(/Neu gedruckt: top-1/);
    expect(await frame.getByText("Der Text.").isVisible()).toBe(true);
    await see(true);
    await frame.waitForSelector("text=Ein anderer Text.");
  });

  it("shows of a long line what a message is about, and not all of it", async () => {
    const row = `${"Wort ".repeat(600)}eins\tzwei`;
    const files = smallBody();
    await opened(
      "top-1",
      [],
      {},
      {
        ...files,
        [item]: String(files[item]).replace("Der Text.", `Der Text.\n\n${row}\n${row}`),
      },
    );
    await page.waitForSelector("article.warning mark");
    expect((await page.textContent("article.warning pre"))?.length).toBeLessThan(200);
  });

  it("finds papers by their words", async () => {
    await opened("top-1");
    await paperFrame(page);
    await page.fill("#filter", "antrag zw");
    expect(await page.locator("nav a").allTextContents()).toHaveLength(1);
    await page.fill("#filter", "xyz");
    expect(await page.textContent("#list")).toBe("Kein Papier passt dazu.");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const [locale, width] of [
      ["de", 1280],
      ["en", 800],
      ["de", 320],
    ] as const) {
      it(`passes axe: ${colorScheme}, ${locale}, ${width} pixels`, async () => {
        await opened("top-1", ["--locale", locale], { colorScheme, viewport: { width, height: 800 } });
        await paperFrame(page);
        const inspect = async (): Promise<unknown> => {
          await page.evaluate(axe.source);
          return page.evaluate(async () => {
            const { violations } = await (
              window as unknown as {
                axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              }
            ).axe.run();
            return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
          });
        };
        expect(await inspect()).toEqual([]);
        await page.click("#as-pdf");
        await page.waitForSelector(".sheet .words span");
        expect(await inspect()).toEqual([]);
        await page.click("#as-page");
        command.write(item, command.read(item).replace("nummer: 1", "numer: 1"));
        await page.waitForSelector("article.error");
        expect(await inspect()).toEqual([]);
      });
    }
  }

  it("comes back when the connection was lost, and says when watching has ended", async () => {
    await opened("top-1");
    await paperFrame(page);
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    command.write(item, command.read(item).replace("Der Text.", "Danach."));
    await page.frameLocator("iframe").getByText("Danach.").waitFor();
    await command.end();
    await page.waitForFunction(() => /beendet/.test(document.getElementById("connection")?.textContent ?? ""));
  });
});

it("200 saves in a row are all seen, and memory does not grow", async () => {
  await opened("top-1", [], {}, longBody());
  const frame = await paperFrame(page);
  const text = command.read(item);
  const session = await page.context().newCDPSession(page);
  const heaps = async (): Promise<readonly [number, number]> => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const status = readFileSync(`/proc/${command.pid}/status`, "utf8");
    return [usedSize / 1e6, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1e3];
  };
  const measured: (readonly [number, number])[] = [];
  for (let save = 1; save <= 200; save++) {
    command.write(item, text.replace("Absatz 2:", `Speichern ${save}:`));
    await frame.waitForSelector(`text=Speichern ${save}:`);
    if (save % 50 === 0) measured.push(await heaps());
  }
  const [first, , , last] = measured;
  // The first fifty warm everything up.
  expect(last?.[0]).toBeLessThan((first?.[0] ?? 0) + 8);
  expect(last?.[1]).toBeLessThan((first?.[1] ?? 0) + 120);
});
