/** What tests use of fontkit's own interface. */
declare module "fontkit" {
  interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { toSVG(): string };
  }
  interface Font {
    glyphsForString(text: string): readonly Glyph[];
    getGlyph(id: number): Glyph;
  }
  export function create(bytes: Buffer): Font;
}
