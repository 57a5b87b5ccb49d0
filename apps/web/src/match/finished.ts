import { device } from '../storage.ts';

/** The scenarios that were played to their end on this device. */
export const finishedScenarios = (): ReadonlySet<string> =>
  new Set((device.get('finished') ?? '').split(' ').filter(Boolean));

export const markFinished = (scenario: string): void =>
  device.set('finished', [...new Set([...finishedScenarios(), scenario])].join(' '));
