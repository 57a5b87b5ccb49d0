type Props = { readonly end: 'client' | 'server' };

/** The client is a blue circle, the server an amber square, everywhere. */
export const RoleMark = ({ end }: Props) => (
  <svg
    viewBox="0 0 16 16"
    width="1em"
    height="1em"
    aria-hidden="true"
    fill={`var(--${end})`}
    style={{ flex: 'none', verticalAlign: '-0.125em' }}
  >
    {end === 'client' ? (
      <circle cx="8" cy="8" r="7" />
    ) : (
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" />
    )}
  </svg>
);
