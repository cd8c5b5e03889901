/** Glyph names and the encodings of simple fonts (ISO 32000-1, annex D; Adobe Technical Note 5176, appendix A). */

/** The standard strings of CFF, by number. */
export const STANDARD_STRINGS: readonly string[] = [
  ...words(".notdef space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright"),
  ...words("asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon"),
  ...words("semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"),
  ...words("bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p"),
  ...words("q r s t u v w x y z braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin"),
  ...words("section currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash"),
  ...words("dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright"),
  ...words("guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent"),
  ...words("dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine"),
  ...words("ae dotlessi lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus"),
  ...words("Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth"),
  ...words("multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute"),
  ...words("Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis"),
  ...words("Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex"),
  ...words("adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex"),
  ...words("idieresis igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex"),
  ...words("udieresis ugrave yacute ydieresis zcaron exclamsmall Hungarumlautsmall dollaroldstyle dollarsuperior"),
  ...words("ampersandsmall Acutesmall parenleftsuperior parenrightsuperior twodotenleader onedotenleader"),
  ...words("zerooldstyle oneoldstyle twooldstyle threeoldstyle fouroldstyle fiveoldstyle sixoldstyle"),
  ...words("sevenoldstyle eightoldstyle nineoldstyle commasuperior threequartersemdash periodsuperior"),
  ...words("questionsmall asuperior bsuperior centsuperior dsuperior esuperior isuperior lsuperior msuperior"),
  ...words("nsuperior osuperior rsuperior ssuperior tsuperior ff ffi ffl parenleftinferior parenrightinferior"),
  ...words("Circumflexsmall hyphensuperior Gravesmall Asmall Bsmall Csmall Dsmall Esmall Fsmall Gsmall Hsmall"),
  ...words("Ismall Jsmall Ksmall Lsmall Msmall Nsmall Osmall Psmall Qsmall Rsmall Ssmall Tsmall Usmall Vsmall"),
  ...words("Wsmall Xsmall Ysmall Zsmall colonmonetary onefitted rupiah Tildesmall exclamdownsmall centoldstyle"),
  ...words("Lslashsmall Scaronsmall Zcaronsmall Dieresissmall Brevesmall Caronsmall Dotaccentsmall Macronsmall"),
  ...words("figuredash hypheninferior Ogoneksmall Ringsmall Cedillasmall questiondownsmall oneeighth"),
  ...words("threeeighths fiveeighths seveneighths onethird twothirds zerosuperior foursuperior fivesuperior"),
  ...words("sixsuperior sevensuperior eightsuperior ninesuperior zeroinferior oneinferior twoinferior"),
  ...words("threeinferior fourinferior fiveinferior sixinferior seveninferior eightinferior nineinferior"),
  ...words("centinferior dollarinferior periodinferior commainferior Agravesmall Aacutesmall Acircumflexsmall"),
  ...words("Atildesmall Adieresissmall Aringsmall AEsmall Ccedillasmall Egravesmall Eacutesmall Ecircumflexsmall"),
  ...words("Edieresissmall Igravesmall Iacutesmall Icircumflexsmall Idieresissmall Ethsmall Ntildesmall"),
  ...words("Ogravesmall Oacutesmall Ocircumflexsmall Otildesmall Odieresissmall OEsmall Oslashsmall Ugravesmall"),
  ...words("Uacutesmall Ucircumflexsmall Udieresissmall Yacutesmall Thornsmall Ydieresissmall 001.000 001.001"),
  ...words("001.002 001.003 Black Bold Book Light Medium Regular Roman Semibold"),
];

/** What the standard strings from 1 on stand for. */
const LATIN =
  " !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž";

/** More names, each before its character. */
const OTHERS = [
  ...words("notequal≠ infinity∞ lessequal≤ greaterequal≥ partialdiff∂ summation∑ product∏ piπ integral∫ radical√"),
  ...words("approxequal≈ lozenge◊ Euro€ ffﬀ ffiﬃ fflﬄ alphaα betaβ gammaγ deltaδ epsilonε lambdaλ sigmaσ tauτ"),
  ...words("phiφ thetaθ rhoρ arrowright→ arrowleft← arrowup↑ arrowdown↓ AbreveĂ AmacronĀ AogonekĄ CacuteĆ"),
  ...words("CcaronČ DcaronĎ DcroatĐ EcaronĚ EdotaccentĖ EmacronĒ EogonekĘ GbreveĞ Idotaccentİ ImacronĪ IogonekĮ"),
  ...words("LacuteĹ LcaronĽ NacuteŃ NcaronŇ OhungarumlautŐ OmacronŌ RacuteŔ RcaronŘ SacuteŚ ScedillaŞ TcaronŤ"),
  ...words("UhungarumlautŰ UmacronŪ UogonekŲ UringŮ ZacuteŹ ZdotaccentŻ abreveă amacronā aogoneką cacuteć"),
  ...words("ccaronč dcaronď dcroatđ ecaroně edotaccentė emacronē eogonekę gbreveğ imacronī iogonekį lacuteĺ"),
  ...words("lcaronľ nacuteń ncaronň ohungarumlautő omacronō racuteŕ rcaronř sacuteś scedillaş tcaronť"),
  ...words("uhungarumlautű umacronū uogonekų uringů zacuteź zdotaccentż"),
];

const characters = new Map<string, string>([
  ...Array.from(LATIN).map((character, index): [string, string] => [STANDARD_STRINGS[index + 1] ?? "", character]),
  ...OTHERS.map((word): [string, string] => [word.slice(0, -1), word.slice(-1)]),
]);

const namesOfCharacters = new Map([...characters].map(([name, character]) => [character, name]));

function words(text: string): string[] {
  return text.split(" ");
}

/** The character that a glyph's name stands for by the Adobe Glyph List; undefined if the name is not among its common ones. */
export function characterOfName(name: string): string | undefined {
  return characters.get(name);
}

/** An encoding that PDF knows by name; each gives the name of a code's glyph. */
export type BaseEncoding = "StandardEncoding" | "WinAnsiEncoding" | "MacRomanEncoding";

/** Codes of the standard encoding are stretches of the standard strings. */
const STANDARD_STRETCHES: readonly (readonly [code: number, string: number, length: number])[] = [
  [32, 1, 95],
  [161, 96, 15],
  [177, 111, 4],
  [182, 115, 8],
  [191, 123, 1],
  [193, 124, 8],
  [202, 132, 2],
  [205, 134, 4],
  [225, 138, 1],
  [227, 139, 1],
  [232, 140, 4],
  [241, 144, 1],
  [245, 145, 1],
  [248, 146, 4],
];

const macintosh = new TextDecoder("macintosh");

/** From 0x80 on; Node decodes this encoding as another one. */
const WINDOWS_80 = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

const tables: Readonly<Record<BaseEncoding, readonly (string | undefined)[]>> = {
  StandardEncoding: standardTable(),
  WinAnsiEncoding: table((code) => {
    if (code === 0xa0) return " ";
    if (code === 0xad) return "-";
    return code >= 0x80 && code < 0xa0 ? WINDOWS_80.charAt(code - 0x80) : String.fromCharCode(code);
  }),
  MacRomanEncoding: table((code) => {
    // The currency sign and the apple are not the same everywhere.
    if (code === 0xdb || code === 0xf0) return "";
    return code === 0xca ? " " : macintosh.decode(Uint8Array.of(code));
  }),
};

function standardTable(): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  for (const [code, string, length] of STANDARD_STRETCHES)
    for (let index = 0; index < length; index++) names[code + index] = STANDARD_STRINGS[string + index];
  return names;
}

function table(characterOf: (code: number) => string): (string | undefined)[] {
  return Array.from({ length: 256 }, (_, code) => (code < 32 ? undefined : namesOfCharacters.get(characterOf(code))));
}

/** The name of a code's glyph; undefined if the encoding has none, or an unclear one. */
export function nameInEncoding(encoding: BaseEncoding, code: number): string | undefined {
  return tables[encoding][code];
}
