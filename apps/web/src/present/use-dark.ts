import { useLayoutEffect } from 'preact/hooks';
import { storedTheme } from '../theme.ts';

/** The page is a stage: dark, whatever theme was chosen, for as long as the component is shown. */
export function useDark(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = 'dark';
    return () => {
      const chosen = storedTheme();
      if (chosen === 'system') delete dataset.theme;
      else dataset.theme = chosen;
    };
  }, []);
}
