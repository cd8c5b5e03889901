/** The shape of the data that a template is given; template paths are checked against it. */

/** Closed: what a view can hold. */
export type Shape =
  | { readonly type: "text" }
  | { readonly type: "boolean" }
  | { readonly type: "markdown" }
  | { readonly type: "list"; readonly item: Shape }
  | { readonly type: "object"; readonly fields: Readonly<Record<string, Shape>> };
