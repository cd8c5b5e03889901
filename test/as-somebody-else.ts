/** Rights of files hold for everybody but the administrator, as whom tests are run in containers. */

/** The user without any rights, on most systems. */
const NOBODY = 65534;

/** Does work as a user to whom files can be closed. */
export async function asSomebodyElse<T>(work: () => T | Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return await work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
