/** Addresses on the web, and the words that they are made from. */

/** The address of a file below the folder of public papers; `base` is that folder's own. */
export function address(base: string, path: string): string {
  const segments = path.split("/").map((segment) => encodeURIComponent(segment));
  return `${base.replace(/\/+$/, "")}/${segments.join("/")}`;
}

/** A name as part of an address: „Kreishaus, Saal Wiesengrund“ → `kreishaus-saal-wiesengrund`. */
export function nameInAddress(name: string): string {
  const words = name
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["-"];
  return words.join("-").slice(0, 80);
}

/** Gives each of several names a part of an address that no other has. */
export function namesInAddresses(names: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const name of [...new Set(names)].sort()) {
    const word = nameInAddress(name);
    let free = word;
    for (let count = 2; taken.has(free); count++) free = `${word}-${count}`;
    taken.add(free);
    found.set(name, free);
  }
  return found;
}
