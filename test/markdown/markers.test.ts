/** Markers of council papers: which begin a list, and which are prose. */

import { expect, it } from "vitest";
import { read } from "./read.ts";

const markers = (text: string) => [...read(text).html.matchAll(/data-marker="([^"]*)"/g)].map((match) => match[1]);

it.each([
  ["1.) eins\n2.) zwei", ["1.)", "2.)"]],
  ["Text:\n1.) eins\n2.) zwei", ["1.)", "2.)"]],
  ["a.) eins\nb.) zwei", ["a.)", "b.)"]],
  ["a. eins\nb. zwei", ["a.", "b."]],
  ["Text:\na. eins\nb. zwei", ["a.", "b."]],
  ["Text:\n– eins\n– zwei\n  Zeile\n– drei", ["–", "–", "–"]],
  ["- Text:\n  – eins\n  – zwei", ["•", "–", "–"]],
  ["1.1 eins\n1.2 zwei\n\n2.1. drei\n2.2. vier", ["1.1", "1.2", "2.1.", "2.2."]],
  ["· eins\n· zwei", ["·", "·"]],
  ["☐ Ja\n☑ Nein\n☒ Enthaltung", ["☐", "☑", "☒"]],
  ["Text\n⇨ Folge", ["⇨"]],
  ["- eins\n⇨ Folge", ["•", "⇨"]],
  ["- eins\n  ⇨ Folge\n- zwei", ["•", "⇨", "•"]],
  ["Text\n• eins", ["•"]],
  ["•\teins\no\tzwei\no\tdrei\n•\tvier", ["•", "o", "o", "•"]],
  ["•\teins\no\tzwei\n§\tdrei\n•\tvier", ["•", "o", "§", "•"]],
  ["1. eins\n1.1 zwei\n1.2 drei\n2. vier\n2.1 fünf", ["1.", "1.1", "1.2", "2.", "2.1"]],
  ["1. eins\n1.1 zwei\n1.1.1 drei\n1.2 vier", ["1.", "1.1", "1.1.1", "1.2"]],
  ["1.1 eins\n1.2 zwei\n1.2.1 drei\n2.1 vier", ["1.1", "1.2", "1.2.1", "2.1"]],
  ["1.1 vom\n12.3. bis 14.3. und um\n17.30 Uhr, siehe\n3.4 der Vorlage\n1.2 zwei", ["1.1", "1.2"]],
  ["1. Wie in Abschnitt\n1.1 der Vorlage und Kosten von\n1.1 Millionen\n2. zwei", ["1.", "2."]],
  ["a. eins,\nz. B. zwei,\nd. h. drei\nb. vier", ["a.", "b."]],
  ["I. nach Art.\nV. Satz 1\nII. zwei", ["I.", "II."]],
  ["a) nach Buchstabe\nc) der Satzung und nach den Buchstaben d) und\ne) auch\nb) zwei", ["a)", "b)"]],
  ["(1) nach Abs.\n(3) der Satzung\n(2) zwei", ["(1)", "(2)"]],
])("reads %j as a list", (text, expected) => {
  expect(markers(text)).toEqual(expected);
  expect(read(text).reported).toEqual([]);
});

it.each([
  "a. a. O.\nund b.",
  "1.1 Mio. € mehr",
  "vom 3.12.\nbis 4.12. und\n5.12. danach",
  "A. Müller\nB. Schmidt",
  "Text\n– RAA –\nText",
  "Text ⇨ mehr\nText → mehr",
  "nach\n1.) der Satzung",
  "am\n3. Mai 2026 und\n4. Juni 2026",
  "o Tannenbaum",
  "nach\n§\t1 der Satzung",
])("leaves %j prose", (text) => {
  expect(read(text)).toMatchObject({ html: `<p>${text}</p>`, reported: [] });
});

it.each([
  ["-eins\n-zwei", ["marker-without-space 1:1"]],
  ["Text:\n1.Eins\n2.Zwei\n3.Drei", ["marker-without-space 2:1"]],
  ["> a)eins\n> b)zwei", ["marker-without-space 1:3"]],
  ["•eins\nund mehr\n•zwei", ["marker-without-space 1:1"]],
  ["Text\na. eins\nb. zwei", ["list-in-paragraph 2:1"]],
  ["Text\n1.1 eins\n1.2 zwei", ["list-in-paragraph 2:1"]],
  ["Text, weil\n– eins und\n– zwei", ["list-in-paragraph 2:1"]],
  ["-eins und\nzwei-\n-drei", ["marker-without-space 1:1"]],
  ["a) eins\nc) drei", ["list-in-paragraph 2:1"]],
  ["(1) eins\n(1) zwei", ["list-in-paragraph 2:1"]],
  ["(2) eins nach\n(1) und mehr", []],
  ["-5 Grad\n-7 Grad", []],
  ["z.B.\nu.a.\ne.V.", []],
])("warns of %j", (text, expected) => {
  expect(read(text).reported).toEqual(expected);
});
