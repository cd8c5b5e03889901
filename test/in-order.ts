/** Whether everything is there, and in its order. */

/** The first that does not follow in order; others may stand between. */
export function firstMissing(expected: readonly string[], found: readonly string[]): string | undefined {
  let at = 0;
  return expected.find((one) => {
    const next = found.indexOf(one, at);
    if (next === -1) return true;
    at = next + 1;
    return false;
  });
}
