/** The theme and fonts that these tests print with. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontFamily, FontFile, Theme, ThemeFonts } from "../../src/model/theme.ts";

const require = createRequire(import.meta.url);

function font(path: string): FontFile {
  return { path, data: readFileSync(require.resolve(path)) };
}

function family(regular: string, bold: string, italic: string, boldItalic: string): FontFamily<FontFile> {
  return { regular: font(regular), bold: font(bold), italic: font(italic), boldItalic: font(boldItalic) };
}

const noto = "@expo-google-fonts/noto-sans";
const dejavu = "dejavu-fonts-ttf/ttf";

export const fonts: ThemeFonts<FontFile> = {
  text: family(
    `${noto}/400Regular/NotoSans_400Regular.ttf`,
    `${noto}/700Bold/NotoSans_700Bold.ttf`,
    `${noto}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`,
    `${noto}/700Bold_Italic/NotoSans_700Bold_Italic.ttf`,
  ),
  symbols: family(
    `${dejavu}/DejaVuSans.ttf`,
    `${dejavu}/DejaVuSans-Bold.ttf`,
    `${dejavu}/DejaVuSans-Oblique.ttf`,
    `${dejavu}/DejaVuSans-BoldOblique.ttf`,
  ),
  code: family(
    `${dejavu}/DejaVuSansMono.ttf`,
    `${dejavu}/DejaVuSansMono-Bold.ttf`,
    `${dejavu}/DejaVuSansMono-Oblique.ttf`,
    `${dejavu}/DejaVuSansMono-BoldOblique.ttf`,
  ),
};

const names = { regular: "", bold: "", italic: "", boldItalic: "" };

export const theme: Theme = {
  page: { size: "A4", margins: { top: 25, right: 20, bottom: 20, left: 25 } },
  fonts: { text: names, symbols: names, code: names },
  sizes: { text: 11, small: 8.5, table: 9.5, headings: [18, 14, 12, 11, 11, 11] },
  lineHeight: 1.35,
  alignment: "start",
  hyphenation: { apply: "text", minimum: { word: 6, before: 3, after: 3 }, consecutive: 2, exceptions: [] },
  quotes: "typographic",
  colors: { text: "#1a1a1a", accent: "#1f4e79", muted: "#55595f", line: "#c3c8ce", tint: "#eef2f6" },
  logoHeight: 18,
  header: { left: "{body}", center: "", right: "{paper}" },
  footer: { left: "{title}", center: "", right: "Seite {page} von {pages}" },
  contents: { fromHeadings: 6, depth: 2 },
};
