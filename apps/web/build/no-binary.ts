/** In the place of what turns octets into packets and back: every message of the live protocol is JSON. */

export const isBinary = (): boolean => false;
export const hasBinary = (): boolean => false;

const never = (): never => {
  throw new Error('The live protocol has no binary messages.');
};

export { never as decode, never as deconstructPacket, never as reconstructPacket };
