/** Files that editors and office programs put beside the one that is written: their coming and going changes no paper. */

/** Names of backups, locks and first writes, by the program that makes them. */
const patterns: readonly RegExp[] = [
  /~$/, // Emacs, Vim, gedit: backup
  /^\.#|^#.*#$/, // Emacs: lock, autosave
  /\.sw[a-z]$/i, // Vim: swap file
  /^4913$/, // Vim: tries whether it may write
  /^~\$/, // Word: lock
  /^\.~lock\..*#$/, // LibreOffice: lock
  /^\.goutputstream-/, // gedit: first write
  /\.(tmp|temp|bak|crswap|part|crdownload)$/i,
  /^sed[A-Za-z0-9]{6}$/, // sed -i: first write
  /___jb_(tmp|old)___$/, // IntelliJ
  /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i,
];

/** True for files that only editors care about. */
export function isEditorFile(path: string): boolean {
  const parts = path.split(/[/\\]/);
  const name = parts.at(-1) ?? path;
  return parts.some((part) => part === ".git" || part === "node_modules") || patterns.some((one) => one.test(name));
}
