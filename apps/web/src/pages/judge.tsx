import { Choosing } from '../capture/choosing.tsx';
import { type Example, exampleFile } from '../capture/examples.ts';
import { Judged } from '../capture/judged.tsx';
import { Reading } from '../capture/reading.tsx';
import { totalWords, violationsIn, violationWords } from '../capture/summary-words.ts';
import { useDrop } from '../capture/use-drop.ts';
import { type Stage, useJudge } from '../capture/use-judge.ts';
import { m } from '../messages/judge.ts';
import { Shell } from '../parts/shell.tsx';

/** `/judge`: a capture in, its conversations with a verdict on every segment out. */
export function JudgePage() {
  const { stage, open, fetch, close } = useJudge();
  const openFile = (file: File): void => open(file.name, file);
  const openExample = (example: Example): void =>
    void fetch(example.name(), () => exampleFile(example));
  const over = useDrop(openFile);
  return (
    <Shell title={m.judge_title()}>
      <p class="visually-hidden" role="status">
        {statusWords(stage)}
      </p>
      {stage.stage === 'choosing' && (
        <Choosing
          problem={stage.problem}
          name={stage.name}
          over={over}
          onFile={openFile}
          onExample={openExample}
        />
      )}
      {stage.stage === 'reading' && (
        <Reading name={stage.name} read={stage.read} total={stage.total} onCancel={close} />
      )}
      {stage.stage === 'judged' && (
        <Judged name={stage.name} capture={stage.capture} onClose={close} />
      )}
    </Shell>
  );
}

/** What a screen reader is told: of the reading only every quarter. */
function statusWords(stage: Stage): string {
  switch (stage.stage) {
    case 'choosing':
      return '';
    case 'reading': {
      const quarters = Math.floor((4 * stage.read) / Math.max(1, stage.total));
      return `${m.judge_reading({ name: stage.name })} ${25 * quarters}%`;
    }
    case 'judged': {
      const { conversations } = stage.capture;
      return `${violationWords(violationsIn(conversations))}, ${totalWords(conversations)}`;
    }
  }
}
