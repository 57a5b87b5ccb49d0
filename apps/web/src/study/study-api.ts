import type {
  Answered,
  AnswerQuestion,
  BeginSession,
  LinkCode,
  SessionReview,
  StudyExport,
  StudySession,
  StudyState,
} from '@ackade/contract';
import { asPlayer, call, type Reply } from '../api.ts';
import { locale } from '../locale.ts';

const study = <T>(path: string, body?: object, method?: string): Promise<Reply<T>> =>
  call(`/api/study${path}`, body, asPlayer(), method);

/** By the clock of this device. */
export const studyState = (): Promise<Reply<StudyState>> =>
  study(`?offset=${-new Date().getTimezoneOffset()}`);

export const beginSession = (request: BeginSession): Promise<Reply<StudySession>> =>
  study(`/sessions?locale=${locale}`, request);

export const openSession = (): Promise<Reply<StudySession>> => study(`/session?locale=${locale}`);

export const answerQuestion = (answer: AnswerQuestion): Promise<Reply<Answered>> =>
  study(`/answers?locale=${locale}`, answer);

export const sessionReview = (): Promise<Reply<SessionReview>> =>
  study(`/session/review?locale=${locale}`);

export const leaveSession = (session: string): Promise<Reply<unknown>> =>
  study('/leave', { session });

export const renameLearner = (name: string | null): Promise<Reply<unknown>> =>
  study('/name', { name }, 'PUT');

export const learnStep = (step: string): Promise<Reply<unknown>> => study('/steps', { step });

export const linkCode = (): Promise<Reply<LinkCode>> => study('/codes', {});

export const joinDevice = (code: string): Promise<Reply<unknown>> => study('/devices', { code });

export const forgetDevice = (): Promise<Reply<unknown>> => study('/device', undefined, 'DELETE');

export const exportAll = (): Promise<Reply<StudyExport>> => study('/export');

export const eraseAll = (): Promise<Reply<unknown>> => study('', undefined, 'DELETE');
