/** In the place of WebTransport, which is never asked for. */
export class WT {}
