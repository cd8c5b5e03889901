/** The preview page for who has no mouse, hears it instead of seeing it, or enlarges it. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { smallBody } from "../project/small-body.ts";
import { startBrowser } from "./chromium.ts";
import { OpenedPreview, paperFrame } from "./opened-preview.ts";

const item = "content/s/top-1.md";
const other = "content/s/top-2.md";
let browser: Browser;
let preview: OpenedPreview;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await preview.close();
  expect(preview.faults).toEqual([]);
});

/** Opens a paper; resolves when all of them are printed. */
async function opened(
  ...[paper, words, context, files]: Parameters<typeof OpenedPreview.open> extends [Browser, ...infer Rest]
    ? Rest
    : never
): Promise<void> {
  preview = await OpenedPreview.open(browser, paper, words, context, files);
  page = preview.page;
  await preview.command.until(/gedruckt/);
  await page.waitForFunction(() => document.querySelector("nav a.building, nav a.waiting, body.working") === null);
}

/** Changes a source, and waits until the runs that it causes are over. */
async function save(path: string, from: string, to: string): Promise<void> {
  const { command } = preview;
  const before = command.out.length;
  command.write(path, command.read(path).replace(from, to));
  await expect.poll(() => command.out.length).toBeGreaterThan(before);
  await page.waitForFunction(() => !document.body.classList.contains("working"));
}

/** Words of what has the focus. */
function focused(): Promise<string> {
  return page.evaluate(() => document.querySelector(":focus")?.textContent?.trim() ?? "");
}

function manyFiles(): ReturnType<typeof smallBody> {
  const files = smallBody();
  const text = String(files[item]);
  for (let number = 10; number < 50; number++)
    files[`content/s/top-${number}.md`] = text
      .replace("top-1", `top-${number}`)
      .replace("nummer: 1", `nummer: ${number}`)
      .replace("Der Text.", `Text ${number}.`);
  return files;
}

describe("the focus", () => {
  it("stays at the paper that was chosen, and while the list changes", async () => {
    await opened("top-1");
    const link = page.locator('nav a[href="#top-2"]');
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("heading")?.textContent === "TOP 2: Gegenstand 2");
    expect(await focused()).toContain("TOP 2");
    const text = preview.command.read(item);
    preview.command.write("content/s/top-77.md", text.replace("top-1", "top-77").replace("nummer: 1", "nummer: 77"));
    await page.waitForSelector('nav a[href="#top-77"]');
    expect(await focused()).toContain("TOP 2");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("TOP 3");
  });

  it("stays at a message while another paper is saved, and in the list of messages when it is well again", async () => {
    await opened("top-1");
    await save(item, "nummer: 1", "numer: 1");
    await page.focus("article .place");
    await save(other, "Gegenstand", "Gegenstände");
    expect(await focused()).toBe("content/s/top-1.md:5:1");
    await save(item, "numer: 1", "nummer: 1");
    await page.waitForSelector("#messages.quiet");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("message-list");
  });

  it("stays at a link and at a paragraph of the paper that changes, and leaves what is read in view", async () => {
    const files = smallBody();
    const text = Array.from({ length: 80 }, (_, index) => `Absatz ${index}. [Verweis ${index}](https://example.org/)`);
    await opened("top-1", [], {}, { ...files, [item]: String(files[item]).replace("Der Text.", text.join("\n\n")) });
    const frame = await paperFrame(page);
    const inside = (): Promise<string> => frame.evaluate(() => document.activeElement?.textContent ?? "");
    await frame.getByText("Verweis 3", { exact: true }).focus();
    await frame.evaluate(() => scrollTo(0, 2000));
    const before = await frame.evaluate(() => scrollY);
    await save(item, "Absatz 70.", "Absatz siebzig.");
    await frame.waitForSelector("text=Absatz siebzig.");
    expect(await inside()).toBe("Verweis 3");
    expect(await frame.evaluate(() => scrollY)).toBe(before);
    await frame.locator("p[data-at]").nth(2).focus();
    await page.keyboard.press("Alt+ArrowDown");
    const paragraph = await inside();
    await save(item, "Absatz 0.", "Neu davor.\n\nAbsatz 0.");
    await frame.waitForSelector("text=Neu davor.");
    expect(await inside()).toBe(paragraph);
  });

  it("goes to a change that is out of sight, however late one asks for it", async () => {
    const files = smallBody();
    const text = Array.from({ length: 80 }, (_, index) => `Absatz ${index}.`).join("\n\n");
    await opened("top-1", [], {}, { ...files, [item]: String(files[item]).replace("Der Text.", text) });
    const frame = await paperFrame(page);
    await save(item, "Absatz 70.", "Absatz siebzig.");
    await page.waitForSelector("#to-change:not([hidden])");
    // The marks are over by then.
    await frame.waitForSelector("[data-changed]", { state: "detached" });
    await page.focus("#to-change");
    await page.keyboard.press("Enter");
    expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe("Absatz siebzig.");
    await page.waitForSelector("#to-change", { state: "hidden" });
  });

  it("goes to the paper, whose address a reload still finds", async () => {
    await opened("top-2");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Zum Papier springen");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await page.reload();
    await page.waitForFunction(() => document.getElementById("heading")?.textContent === "TOP 2: Gegenstand 2");
  });
});

describe("what is said", () => {
  /** What screen readers are told from here on. */
  async function hear(): Promise<() => Promise<readonly string[]>> {
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      for (const one of document.querySelectorAll("[role=status]"))
        new MutationObserver(() => said.push(one.textContent ?? "")).observe(one, { childList: true, subtree: true });
    });
    return () => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));
  }

  it("is what came of each save, once", async () => {
    await opened("top-1");
    const said = await hear();
    await save(item, "Der Text.", "Ein anderer Text.");
    expect(await said()).toEqual(["Aktualisiert: Gegenstand 1"]);
    await save(item, "nummer: 1", "numer: 1");
    const outdated = "Veraltet: Das Papier hat Fehler. Sie sehen den letzten Stand ohne Fehler.";
    expect(new Set(await said())).toEqual(new Set(["Gegenstand 1: Meldungen (1)", outdated]));
    await save(item, "numer: 1", "nummmer: 1");
    expect(await said()).toEqual(["Gegenstand 1: Meldungen (1)"]);
    await save(other, "Gegenstand 2", "Gegenstand zwei");
    expect(await said()).toEqual([]);
    await save(item, "nummmer: 1", "nummer: 1");
    expect(new Set(await said())).toEqual(new Set(["", "Aktualisiert: Gegenstand 1"]));
  });

  it("is that the paper is gone, whose place then has no heading without words", async () => {
    await opened("top-1");
    const said = await hear();
    await save(item, "kennung: top-1", "kennung: top-1b");
    await page.waitForFunction(() => /gibt es nicht mehr/.test(document.getElementById("empty")?.textContent ?? ""));
    expect(await said()).toEqual(["Dieses Papier gibt es nicht mehr."]);
    expect(await page.locator("h1:visible").count()).toBe(0);
    await save(item, "kennung: top-1b", "kennung: top-1");
    await page.waitForSelector("h1:has-text('Gegenstand 1'):visible");
  });

  it("is once that the connection is lost, and that no paper is found", async () => {
    await opened("top-1");
    const said = await hear();
    await page.fill("#filter", "xyz");
    expect(await said()).toEqual(["Kein Papier passt dazu."]);
    await preview.command.end("SIGKILL");
    await page.waitForSelector("#connection.lost");
    // Browsers try again every few seconds.
    await new Promise((resolve) => setTimeout(resolve, 8000));
    expect(await said()).toHaveLength(1);
  });
});

describe("the list", () => {
  it("finds names of files as a Mac writes them", async () => {
    const files = smallBody();
    files["content/s/prüfung.md".normalize("NFD")] = String(files[item])
      .replace("top-1", "top-9")
      .replace("nummer: 1", "nummer: 9");
    await opened("top-1", [], {}, files);
    await page.fill("#filter", "PRÜFUNG");
    expect(await page.locator("nav a").allTextContents()).toHaveLength(1);
  });

  it("leaves meetings folded that somebody has folded", async () => {
    await opened("top-1");
    await page.locator("summary", { hasText: "Ohne Sitzung" }).click();
    await save(item, "titel: Gegenstand 1", "titel: Anders");
    await page.waitForSelector("nav a:has-text('Anders')");
    expect(await page.locator("details").evaluateAll((all) => all.map((one) => one.hasAttribute("open")))).toEqual([
      true,
      false,
    ]);
  });
});

it("papers that were looked at long ago are shown again", async () => {
  await opened("top-1", [], {}, manyFiles());
  for (let number = 10; number < 50; number++) {
    await page.evaluate((hash) => Object.assign(location, { hash }), `top-${number}`);
    await page.frameLocator("iframe").getByText(`Text ${number}.`).waitFor();
  }
  await page.goBack();
  await page.frameLocator("iframe").getByText("Text 48.").waitFor();
  await page.evaluate(() => Object.assign(location, { hash: "top-1" }));
  await page.frameLocator("iframe").getByText("Der Text.").waitFor();
});

describe("enlarged", () => {
  it("to 400 %, all of it can be reached, and nothing lies on anything else", async () => {
    const files = smallBody();
    const title = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    files[item] = String(files[item]).replace("Gegenstand 1", title);
    await opened("top-1", [], { viewport: { width: 320, height: 256 } }, files);
    await paperFrame(page);
    await save(item, "nummer: 1", "numer: 1");
    const boxes = await page.evaluate(() =>
      ["header", "nav", "main", "#messages"].map((name) => {
        const { top, bottom } = document.querySelector(name)?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
        return { top: Math.round(top), bottom: Math.round(bottom) };
      }),
    );
    for (const [index, { top }] of boxes.entries()) expect(top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0);
    expect(await page.evaluate(() => document.querySelector("iframe")?.clientHeight)).toBeGreaterThan(200);
    for (const part of ["html", "#list", "#message-list"])
      expect(await page.locator(part).evaluate((one) => one.scrollWidth - one.clientWidth), part).toBe(0);
  });

  it("and with colours of the reader's own it is seen what is chosen", async () => {
    await opened("top-1", [], { forcedColors: "active" });
    const colors = (selector: string, property: "backgroundColor" | "borderInlineStartColor"): Promise<string> =>
      page.locator(selector).evaluate((one, name) => getComputedStyle(one)[name], property);
    expect(await colors("#as-page", "backgroundColor")).not.toBe(await colors("#as-pdf", "backgroundColor"));
    expect(await colors("nav a[aria-current]", "borderInlineStartColor")).not.toBe(
      await colors('nav a[href="#top-2"]', "borderInlineStartColor"),
    );
  });
});

it("where the package's templates are to blame, nothing offers to open them", async () => {
  const files = smallBody();
  const word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(2);
  files[item] = String(files[item]).replace("Gegenstand 1", word);
  await opened("top-1", [], {}, files);
  await page.waitForSelector("article");
  const places = await page.locator("article .shipped").allTextContents();
  expect(places).not.toEqual([]);
  for (const place of places) expect(place).toMatch(/^vorlagenwerk\/templates\//);
  expect(await page.locator("article button:has-text('vorlagenwerk')").count()).toBe(0);
});

it("a place is copied where there is no editor, and the preview says how papers are printed", async () => {
  await opened("top-1", [], { permissions: ["clipboard-read", "clipboard-write"] });
  await save(item, "nummer: 1", "numer: 1");
  await page.focus("article .place");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#toast :text('Kopiert'), #toast:text('Kopiert')");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("content/s/top-1.md:5");
  await page.emulateMedia({ media: "print" });
  const seen = await page.locator("body > *").evaluateAll((all) => all.filter((one) => one.checkVisibility()));
  expect(seen).toHaveLength(1);
  expect(await page.locator(".print").isVisible()).toBe(true);
});
