/** The system's Chromium, driven by playwright-core. */

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts the browser; `CHROMIUM` names another one. */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (!executablePath) throw new Error("There is no Chromium here. Install it, or name one in CHROMIUM.");
  return chromium.launch({ executablePath, args: ["--no-sandbox", ...args] });
}
