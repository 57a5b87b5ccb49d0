import type { View } from '@ackade/game';
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
export const Tools = ({ view, helping, active, onHint, onWeather }: Props) => (
  <>
    <HintButton
      view={view}
      hidden={view.hints.taken.length > 0 && !helping}
      disabled={!active}
      onHint={onHint}
    />
    <WeatherButton view={view} onOpen={onWeather} />
  </>
);
