/** An object of the file being written. It stands in for pdfkit's, which makes bytes of every operator on its own. */

/** Takes objects that are complete. */
export interface ObjectSink {
  /** `text` spells the object; without it, its data do. */
  endObject(object: FileObject, text?: string): void;
}

/** What pdfkit calls a reference. */
export class FileObject implements PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  compress: boolean;
  readonly #sink: ObjectSink;
  #chunks: (string | Uint8Array)[] | undefined;
  #hasBytes = false;

  constructor(sink: ObjectSink, id: number, data: Record<string, unknown>) {
    this.id = id;
    this.data = data;
    this.compress = !data.Filter;
    this.#sink = sink;
  }

  /** Appends to the object's stream: bytes as they are, or a line of text. */
  write(chunk: string | Uint8Array): void {
    if (typeof chunk !== "string") this.#hasBytes = true;
    if (this.#chunks) this.#chunks.push(chunk);
    else this.#chunks = [chunk];
  }

  end(chunk?: string | Uint8Array): void {
    if (chunk) this.write(chunk);
    this.#sink.endObject(this);
  }

  /** Ends an object that is spelled already. */
  endAs(text: string): void {
    this.#sink.endObject(this, text);
  }

  /** Its stream, which is given away; undefined if it has none. */
  takeStream(): string | Uint8Array | undefined {
    const chunks = this.#chunks;
    this.#chunks = undefined;
    if (!chunks) return undefined;
    if (!this.#hasBytes) return `${chunks.join("\n")}\n`;
    const [first] = chunks;
    if (chunks.length === 1 && first instanceof Uint8Array) return first;
    const lines = (chunk: string | Uint8Array) =>
      typeof chunk === "string" ? Buffer.from(`${chunk}\n`, "latin1") : chunk;
    return Buffer.concat(chunks.map(lines));
  }

  toString(): string {
    return `${this.id} 0 R`;
  }
}
