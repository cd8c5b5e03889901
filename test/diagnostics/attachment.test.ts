/** Every message about attachments names the file and says what to do, in both languages. */

import { expect, it } from "vitest";
import { attachmentMessages } from "../../src/diagnostics/attachment.ts";

const name = "Lageplan.pdf";

it.each([
  attachmentMessages["attachment-unreadable"].text({ name, reason: "not-a-pdf" }),
  attachmentMessages["attachment-unreadable"].text({ name, reason: "damaged" }),
  attachmentMessages["attachment-unreadable"].text({ name, reason: "no-pages" }),
  attachmentMessages["attachment-unreadable"].text({ name, reason: "picture" }),
  attachmentMessages["attachment-unreadable"].text({ name, reason: "certificate" }),
  attachmentMessages["attachment-password"].text({ name }),
  attachmentMessages["attachment-content-missing"].text({ name, page: 3, what: "missing-appearance" }),
  attachmentMessages["attachment-content-missing"].text({ name, page: 3, what: "damaged-content" }),
  attachmentMessages["attachment-content-missing"].text({ name, page: 3, what: "missing-pages" }),
  attachmentMessages["attachment-content-missing"].text({ name, page: 3, what: "xfa" }),
  attachmentMessages["attachment-content-missing"].text({ name, page: 3, what: "multimedia" }),
  attachmentMessages["attachment-conformance"].text({ names: [name] }),
])("$de.0", (text) => {
  for (const [message, help] of [text.de, text.en]) {
    expect(message).toContain(name);
    expect(help).toMatch(/\.$/);
  }
});
