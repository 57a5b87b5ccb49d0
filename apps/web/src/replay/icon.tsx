const PATHS = {
  first: 'M5 4v12M16 4 8 10l8 6z',
  previous: 'M14 4 6 10l8 6z',
  play: 'M6 3.5 16.5 10 6 16.5z',
  pause: 'M6.5 4v12M13.5 4v12',
  next: 'M6 4l8 6-8 6z',
  last: 'M15 4v12M4 4l8 6-8 6z',
} as const;
export type IconName = keyof typeof PATHS;

/** What stands on the buttons of every player. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    viewBox="0 0 20 20"
    width="1.25em"
    height="1.25em"
    aria-hidden="true"
    fill="currentColor"
    stroke="currentColor"
    stroke-width="2.5"
    stroke-linejoin="round"
    stroke-linecap="round"
  >
    <path d={PATHS[name]} />
  </svg>
);
