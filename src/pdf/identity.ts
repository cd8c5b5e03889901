/** What files say of the program that made them. */

/** What wrote the paper. */
export const creator = "Vorlagenwerk";

/** What wrote the file. */
export const producer = "pdfmake 0.3.11";

/** The colours that papers are made for. */
export const outputCondition = "sRGB IEC61966-2.1";
