/** Colours as SVG 1.1 knows them, and the painter with it: words of later standards it would take for no colour at all. */

/** The names (SVG 1.1, 4.4), and the one that came later. */
const NAMES = [
  "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue",
  "chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey",
  "darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray",
  "darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen",
  "fuchsia gainsboro ghostwhite gold goldenrod gray grey green greenyellow honeydew hotpink indianred indigo ivory khaki",
  "lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen",
  "lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime",
  "limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue",
  "mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive",
  "olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum",
  "powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue",
  "slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow",
  "yellowgreen rebeccapurple",
]
  .join(" ")
  .replaceAll(" ", "|");

const three = (part: string): string => String.raw`rgb\(\s*${part}\s*,\s*${part}\s*,\s*${part}\s*\)`;
const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const PERCENT = String.raw`(?:100|\d?\d(?:\.\d+)?)%`;

/** A colour as a pattern. */
export const COLOR = `#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}|${three(BYTE)}|${three(PERCENT)}|${NAMES}|currentColor|currentcolor`;
