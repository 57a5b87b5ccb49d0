import type { View } from '@ackade/game';
import { useRef } from 'preact/hooks';
import { HintButton } from './hint-button.tsx';
import { WeatherButton } from './weather-button.tsx';

type Props = {
  readonly view: View;
  readonly helping: boolean;
  readonly active: boolean;
  readonly onHint: () => void;
  readonly onWeather: () => void;
};

/** What stands beside Send and is not needed at once. */
export function Tools({ view, helping, active, onHint, onWeather }: Props) {
  // A race may go without hints. Once there has been one, the button stays where it is.
  const hints = useRef(!view.race);
  hints.current ||= view.hints.next !== null;
  return (
    <>
      {hints.current && (
        <HintButton
          view={view}
          hidden={view.hints.taken.length > 0 && !helping}
          disabled={!active}
          onHint={onHint}
        />
      )}
      {!view.race && <WeatherButton view={view} onOpen={onWeather} />}
    </>
  );
}
