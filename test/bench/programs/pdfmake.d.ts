/** What the plain program uses of pdfmake's own interface. */
declare module "pdfmake" {
  interface Pdfmake {
    addFonts(fonts: Record<string, Record<string, string>>): void;
    createPdf(definition: object): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}
