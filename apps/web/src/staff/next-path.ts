const DEFAULT = '/staff';

/** Where to go after signing in: what the address asks for, if it is a page of this installation. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  // Browsers read a backslash as a slash, and leave out what cannot be seen.
  return /^\/(?!\/)[!-[\]-~]*$/.test(next) ? next : DEFAULT;
}
