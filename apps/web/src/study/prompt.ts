/** What is asked, and what comes before it, of a prompt in sentences. */
export type Prompt = { readonly situation: string; readonly asked: string };

/** All up to the end of the last sentence but one, and a question; a mere "Which?" is none by itself. */
const QUESTION = /^(.*(?:[.!]\s|[。！]))([^。！]{8,}[?？])$/s;

/** Where nothing is asked at the end, as of a statement, all of it is what one is asked about. */
export function promptParts(prompt: string): Prompt {
  const [, situation, asked] = QUESTION.exec(prompt.trim()) ?? [];
  return situation && asked
    ? { situation: situation.trim(), asked: asked.trim() }
    : { situation: '', asked: prompt.trim() };
}
