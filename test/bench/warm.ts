/** The loop that all warm measurements share: distinct papers in rounds, of which the first ones only warm up. */

/** How many papers a round has. */
export const ROUND_SIZE = 25;

/** Rounds that are not counted. */
export const WARM_UP = 3;

/** Prints seconds of CPU per paper for each round that counts. */
export async function printRounds<T>(all: readonly T[], round: (some: readonly T[]) => Promise<object>): Promise<void> {
  const rounds: object[] = [];
  for (let start = 0; start + ROUND_SIZE <= all.length; start += ROUND_SIZE) {
    const before = process.cpuUsage();
    const extra = await round(all.slice(start, start + ROUND_SIZE));
    const { user } = process.cpuUsage(before);
    if (start >= WARM_UP * ROUND_SIZE) rounds.push({ cpu: user / 1e6 / ROUND_SIZE, ...extra });
  }
  console.log(JSON.stringify(rounds));
}
