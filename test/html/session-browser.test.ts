/** The page of a meeting in a real browser: axe-core finds no barrier, and a phone shows all of it. Needs Chromium. */

import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Axe from "axe-core";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { createHost } from "../../src/node/host.ts";
import { buildProject } from "../../src/project/build.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

it.skipIf(executablePath === undefined)(
  "is without barriers on a screen and on a phone",
  async () => {
    const output = mkdtempSync(join(tmpdir(), "vorlage-"));
    await buildProject(createHost({ content: "content", templates: "templates", output }), {
      meeting: "kreistag-2026-12-10",
    });
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    try {
      for (const edition of ["public", "internal"]) {
        for (const width of [1280, 390]) {
          const context = await browser.newContext({ viewport: { width, height: 844 }, bypassCSP: true });
          const page = await context.newPage();
          await page.goto(pathToFileURL(join(output, edition, "kreistag-2026-12-10", "index.html")).href);
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { axe: checker } = globalThis as unknown as { axe: typeof Axe };
            const { violations } = await checker.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
          });
          expect(found).toEqual([]);
          // Nothing has to be scrolled sideways, and a finger hits every link.
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
          for (const box of await page.locator(".files a").all()) {
            expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
          }
          await context.close();
        }
      }
    } finally {
      await browser.close();
    }
  },
  120_000,
);
