/** The metadata packet (XMP) that says what the file is and which standards it keeps. */

/** What the packet holds. */
export interface XmpFacts {
  readonly title: string;
  readonly lang: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords: readonly string[];
  readonly date: Date;
  readonly creator: string;
  readonly producer: string;
  /** Set if the file cannot promise PDF/UA-1 and PDF/A-2a. */
  readonly isUnproven?: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Control characters are not allowed in XML, not even escaped. */
const NOT_XML = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;

function escapeXml(value: string): string {
  return value.replace(NOT_XML, "").replace(/[<>&"']/g, (character) => ESCAPES[character] ?? character);
}

function list(kind: "Alt" | "Seq" | "Bag", items: readonly string[], attribute = ""): string {
  const entries = items.map((item) => `<rdf:li${attribute}>${escapeXml(item)}</rdf:li>`).join("");
  return `<rdf:${kind}>${entries}</rdf:${kind}>`;
}

const DEFAULT_LANGUAGE = ' xml:lang="x-default"';

/** PDF/A allows only properties that it knows or that the packet itself describes. */
const PDFUA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** Writes the packet. */
export function xmpPacket(facts: XmpFacts): string {
  const date = `${facts.date.toISOString().slice(0, 19)}Z`;
  const properties = [
    "<dc:format>application/pdf</dc:format>",
    `<dc:title>${list("Alt", [facts.title], DEFAULT_LANGUAGE)}</dc:title>`,
    `<dc:language>${list("Bag", [facts.lang])}</dc:language>`,
    facts.author && `<dc:creator>${list("Seq", [facts.author])}</dc:creator>`,
    facts.subject && `<dc:description>${list("Alt", [facts.subject], DEFAULT_LANGUAGE)}</dc:description>`,
    facts.keywords.length > 0 && `<dc:subject>${list("Bag", facts.keywords)}</dc:subject>`,
    facts.keywords.length > 0 && `<pdf:Keywords>${escapeXml(facts.keywords.join(", "))}</pdf:Keywords>`,
    `<pdf:Producer>${escapeXml(facts.producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escapeXml(facts.creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    ...(facts.isUnproven
      ? []
      : [
          "<pdfuaid:part>1</pdfuaid:part>",
          "<pdfaid:part>2</pdfaid:part>",
          "<pdfaid:conformance>A</pdfaid:conformance>",
        ]),
  ].filter(Boolean);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${properties.join("\n")}
</rdf:Description>
${PDFUA_EXTENSION}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
