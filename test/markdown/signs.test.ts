/** Signs that Markdown gives a meaning to, where a clerk means the sign. */

import { expect, it } from "vitest";
import { read } from "./read.ts";

const markers = (html: string) => [...html.matchAll(/data-marker="([^"]*)"/g)].map((match) => match[1]);

it.each([
  ["+ 5 Stellen", ["+"]],
  ["Veränderung:\n+ 5 Stellen\n- 3 Stellen", ["+", "-"]],
  ["- € 500 Zuschuss", ["-"]],
  ["+ 2 Lehrkräfte\n+ 1 Hausmeister", ["+", "+"]],
  ["- 2 Lehrkräfte\n- 1 Hausmeister", ["•", "•"]],
  ["- zwei Lehrkräfte", ["•"]],
  ["+ Neubau\n+ Umbau", ["•", "•"]],
  ["Es sind 12.500* Plätze.\n\n* vorläufig", ["*"]],
  ["Es sind *viele* Plätze.\n\n* vorläufig", ["•"]],
])("keeps the sign before a figure and before the explanation of a sign: %j", (text, expected) => {
  const { html, reported } = read(text);
  expect(markers(html)).toEqual(expected);
  expect(reported).toEqual([]);
});

it("strikes through between two tildes, not between single ones", () => {
  expect(read("H~2~O, ~~CO~2~~~ und ~~alt~~").html).toContain("<p>H~2~O, ");
  expect(read("H~2~O und ~~alt~~").html).toBe("<p>H~2~O und <del>alt</del></p>");
});

it.each([
  "12.500**",
  "12.500** und 13.000**, auch 5**.",
  "2**3",
  "5 ** 3 ** 2",
  "** vorläufig",
  "** vorläufig\n** geschätzt",
  "** vorläufig, ** geschätzt",
  "5 ** 3",
])("says nothing of asterisks behind figures: %j", (text) => {
  expect(read(text)).toMatchObject({ html: `<p>${text}</p>`, reported: [] });
});

it.each([
  ["Das **ist so", "1:5"],
  ["Das ** ist** so", "1:5"],
  ["** wichtig **", "1:1"],
  ["Das ist ** sehr wichtig ** für alle", "1:9"],
  ["Der Begriff**„Ort“** gilt", "1:12"],
])("reports bold that does not come about: %j", (text, place) => {
  expect(read(text).reported).toEqual([`emphasis-not-closed ${place}`]);
});

it.each([
  "[a] (siehe unten)",
  "Quelle [1] (https://x.example/a)",
  "\\[a] (https://x.example/a)",
  "[a](https://x.example/a) (https://x.example/b)",
  "\\[a](b c)",
  "[a\\](b c)",
  "`[a](b c)`",
  "[Plan](<https://x.example/a b>)",
])("takes no brackets for a broken link: %j", (text) => {
  expect(read(text).reported).toEqual([]);
});

it.each([
  ["siehe [x](https://x.example/a b)", "address-with-spaces 1:7"],
  ["siehe [die Seite] (https://x.example/a).", "link-apart 1:7"],
  ["[**Post**] (mailto:a@x.example)", "link-apart 1:1"],
  ["siehe ![x](a (1) b.png)", "address-with-spaces 1:7"],
  ['![x](a b.png "Titel")', "address-with-spaces 1:1"],
  ["| a |\n|---|\n| [x](Anlage 1.pdf) |", "link-scheme 3:3"],
])("reports an address with spaces where the link begins: %j", (text, expected) => {
  expect(read(text).reported).toEqual([expected]);
});

it.each([
  ["Text\n##Begründung", "heading-without-space 2:1"],
  ["###  ", "heading-empty 1:1"],
])("reports what was to be a heading: %j", (text, expected) => {
  expect(read(text).reported).toEqual([expected]);
});

it.each(["#Stadtradeln", "\\##Begründung", "Nr. ##5"])("takes no other sign for a heading: %j", (text) => {
  expect(read(text).reported).toEqual([]);
});

it("reads a number before a month as a date where it was wrapped", () => {
  expect(read("Das gilt zum\n1. Januar 2027 und\n1. Mai.")).toMatchObject({
    html: "<p>Das gilt zum\n1. Januar 2027 und\n1. Mai.</p>",
    reported: [],
  });
  expect(read("Das gilt:\n1. Januarmiete").html).toContain("<li");
});

it.each([
  ["<div>\n\nText <b>fett</b>\n\n</div>\n\n<p>neu", ["raw-html 1:1", "raw-html 7:1"]],
  ["<table>\n<tr>\n\n<td>x</td>\n\n</tr>\n</table>", ["raw-html 1:1"]],
  ["A[^1]\n\n<i>b</i>\n\n[^1]: <u>c</u>", ["raw-html 3:1", "raw-html 5:7"]],
  ["a <br> b\n\n<hr>", ["raw-html 1:3", "raw-html 3:1"]],
  ["<div>\n<div>\n\n</div>\n\nx\n\n</div>\n\n</div>", ["raw-html 1:1", "raw-html 10:1"]],
  ["a <u>b</u> und <u>c</u>", ["raw-html 1:3", "raw-html 1:16"]],
])("reports an element of HTML once: %j", (text, expected) => {
  expect(read(text).reported).toEqual(expected);
});
