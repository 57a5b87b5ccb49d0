/** Exchanged at connect; a server refuses clients of another version with `wrong-version`. */
export const PROTOCOL_VERSION = 4;
