/** One line of the input, without its end. */
export type Line = {
  /** From 1. */
  readonly number: number;
  /** Null where the line is longer than the limit. */
  readonly text: string | null;
};

const LF = 10;
const CR = 13;

/**
 * Cuts octets, however they are divided into chunks, into lines of UTF-8 that end in LF or CRLF. It never
 * holds more than `limit` octets: of a longer line only its number is told.
 */
export function lineSplitter(limit: number) {
  const decoder = new TextDecoder();
  const held = new Uint8Array(limit);
  let length = 0;
  let overlong = false;
  let number = 0;

  function hold(octets: Uint8Array): void {
    overlong ||= length + octets.length > limit;
    if (overlong) return;
    held.set(octets, length);
    length += octets.length;
  }

  function release(): Line {
    number++;
    const end = held[length - 1] === CR ? length - 1 : length;
    const text = overlong ? null : decoder.decode(held.subarray(0, end));
    length = 0;
    overlong = false;
    return { number, text };
  }

  return {
    /** The lines that end in `chunk`. */
    push(chunk: Uint8Array): readonly Line[] {
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
        hold(chunk.subarray(start, end));
        lines.push(release());
        start = end + 1;
      }
      hold(chunk.subarray(start));
      return lines;
    },
    /** The last line, if it has no end. */
    end(): readonly Line[] {
      return length > 0 || overlong ? [release()] : [];
    },
  };
}
