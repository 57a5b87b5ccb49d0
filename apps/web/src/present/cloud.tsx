/** The sign of bad weather. */
export const Cloud = () => (
  <svg viewBox="0 0 24 24" width="1em" height="1em" aria-hidden="true">
    <path
      fill="currentColor"
      d="M7 15a4 4 0 1 1 .6-7.95A5.5 5.5 0 0 1 18 8.6 3.3 3.3 0 0 1 17.7 15zM12.5 16l-3 4h2.2l-.7 3 3.3-4.3h-2.2l1-2.7z"
    />
  </svg>
);
