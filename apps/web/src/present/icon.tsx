const SHAPES = {
  loud: 'M3 9v6h4l5 4V5L7 9zM15.5 8.5a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12',
  mute: 'M3 9v6h4l5 4V5L7 9zM16 9l5 6M21 9l-5 6',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  small: 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
  up: 'M12 5l7 9H5z',
  down: 'M12 19l7-9H5z',
  flag: 'M6 21V4h12v9H6M12 4v9M6 8.5h12',
} as const;

/** Drawn in the colour and at the size of the text about it. */
export const Icon = ({ name }: { readonly name: keyof typeof SHAPES }) => (
  <svg
    viewBox="0 0 24 24"
    width="1em"
    height="1em"
    aria-hidden="true"
    fill={name === 'up' || name === 'down' ? 'currentColor' : 'none'}
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={SHAPES[name]} />
  </svg>
);
