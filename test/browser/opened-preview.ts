/** The preview of the real command in a real browser, opened at a paper. */

import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { smallBody } from "../project/small-body.ts";
import { WatchCommand } from "../watch/watch-command.ts";

/** A page that shows a paper, and the command behind it. */
export class OpenedPreview {
  readonly command: WatchCommand;
  readonly page: Page;
  /** What went wrong in the page itself, its policy included. */
  readonly faults: string[] = [];

  private constructor(command: WatchCommand, page: Page) {
    this.command = command;
    this.page = page;
    page.on("pageerror", (fault) => this.faults.push(fault.message));
    page.on("console", (message) => {
      // What the driver itself tries in the frame in which nothing runs, and a connection that was to be lost, are no faults.
      if (
        message.type() === "error" &&
        !/^Blocked script execution|ERR_(CONNECTION|INTERNET|INCOMPLETE)/.test(message.text())
      )
        this.faults.push(message.text());
    });
  }

  /** Starts the command and opens a paper. */
  static async open(
    browser: Browser,
    paper: string,
    words: readonly string[] = [],
    context: BrowserContextOptions = {},
    files = smallBody(),
  ): Promise<OpenedPreview> {
    const command = new WatchCommand(words, {}, files);
    const url = await command.url();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...context });
    const opened = new OpenedPreview(command, page);
    await page.goto(`${url}#${paper}`);
    return opened;
  }

  /** Ends both; gives the exit code, or the signal that the command died of. */
  async close(): Promise<number | string | null> {
    await this.page.close();
    return this.command.end();
  }
}

/** The paper as HTML. */
export async function paperFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("The frame holds nothing.");
  await frame.waitForSelector("main h1");
  return frame;
}
