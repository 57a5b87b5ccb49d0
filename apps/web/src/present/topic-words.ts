import { m } from '../messages/present.ts';
import type { Topic } from './topic.ts';

/** Questions, for the words of a misconception would answer them while the round is played. */
const QUESTIONS: Readonly<Record<Topic, () => string>> = {
  answer: m.present_topic_answer,
  bits: m.present_topic_bits,
  numbers: m.present_topic_numbers,
  states: m.present_topic_states,
  opening: m.present_topic_opening,
  closing: m.present_topic_closing,
  reset: m.present_topic_reset,
  loss: m.present_topic_loss,
  data: m.present_topic_data,
  window: m.present_topic_window,
  arrived: m.present_topic_arrived,
};

export const topicWords = (topic: Topic): string => QUESTIONS[topic]();
