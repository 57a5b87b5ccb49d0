/**
 * Whether what npm has noted down of node_modules is what package-lock.json asks for.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} wanted
 *   package-lock.json
 * @param {{ packages: Record<string, { version?: string, link?: boolean }> }} present
 *   node_modules/.package-lock.json, which npm writes at the end of each installation
 */
export function isInstalled(wanted, present) {
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    if (path === '') return true; // The root itself is not noted down.
    const found = present.packages[path];
    // Optional packages are the builds for other systems than this.
    return found === undefined ? optional === true : found.version === version;
  });
}
