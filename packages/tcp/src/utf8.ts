/** Browsers and Node both have these; the language's own library, which is all the core builds on, has not. */
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array<ArrayBuffer> };
declare const TextDecoder: new () => { decode: (octets: Uint8Array) => string };

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is not UTF-8 becomes U+FFFD. */
export const textOf = (octets: Uint8Array): string => new TextDecoder().decode(octets);
