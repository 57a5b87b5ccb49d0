import { baseOf, type Conversation } from '@ackade/observer';
import { type Ladder, ladder } from '@ackade/tcp';

/** The ladder on which a conversation is drawn; `absolute`: with numbers as they are in the capture. */
export const ladderOf = (
  { client, server, segments }: Conversation,
  style: { readonly width: number; readonly states: boolean; readonly absolute: boolean },
): Ladder =>
  ladder({
    width: style.width,
    names: { client, server },
    states: style.states,
    base: style.absolute
      ? null
      : { client: baseOf(segments, 'client'), server: baseOf(segments, 'server') },
  });
