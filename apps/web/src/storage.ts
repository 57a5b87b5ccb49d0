/** Web storage that may be forbidden or full: then nothing is remembered, and nothing breaks. */
export type Memory = {
  get(key: string): string | null;
  set(key: string, value: string): void;
};

const memory = (area: () => Storage): Memory => ({
  get(key) {
    try {
      return area().getItem(`ackade.${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      area().setItem(`ackade.${key}`, value);
    } catch {
      // Remembered until the page is left, by whoever asked.
    }
  },
});

/** Of this browser. */
export const device: Memory = memory(() => localStorage);
/** Of this tab: it survives a reload, and two tabs are two players. */
export const tab: Memory = memory(() => sessionStorage);
