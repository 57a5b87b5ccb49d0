import type {
  ChangePassword,
  Colleagues,
  Invite,
  KeepRace,
  LinkOpened,
  MakeAccount,
  NewPassword,
  SignIn,
  Staff,
  StaffLink,
  StaffRaces,
  StaffRole,
  StaffSessions,
} from '@ackade/contract';
import { call, type Reply } from '../api.ts';

/** The cookie goes along by itself. */
const ask = <T>(method: string, path: string, body?: object): Promise<Reply<T>> =>
  call(`/api/staff${path}`, body, {}, method);

export const whoIsHere = (): Promise<Reply<Staff>> => ask('GET', '/me');

export const signIn = (request: SignIn): Promise<Reply<Staff>> => ask('POST', '/session', request);

export const signOut = (): Promise<Reply<null>> => ask('DELETE', '/session');

export const changePassword = (request: ChangePassword): Promise<Reply<null>> =>
  ask('PUT', '/password', request);

export const staffSessions = (): Promise<Reply<StaffSessions>> => ask('GET', '/sessions');

export const endSession = (id: string): Promise<Reply<null>> => ask('DELETE', `/sessions/${id}`);

export const staffRaces = (): Promise<Reply<StaffRaces>> => ask('GET', '/races');

export const keepRace = (request: KeepRace): Promise<Reply<null>> => ask('POST', '/races', request);

export const colleagues = (): Promise<Reply<Colleagues>> => ask('GET', '/colleagues');

export const changeRole = (id: string, role: StaffRole): Promise<Reply<null>> =>
  ask('PATCH', `/colleagues/${id}`, { role });

export const removeColleague = (id: string): Promise<Reply<null>> =>
  ask('DELETE', `/colleagues/${id}`);

export const passwordLink = (id: string): Promise<Reply<StaffLink>> =>
  ask('POST', `/colleagues/${id}/password-link`);

export const invite = (request: Invite): Promise<Reply<StaffLink>> =>
  ask('POST', '/invitations', request);

export const withdrawInvitation = (id: string): Promise<Reply<null>> =>
  ask('DELETE', `/invitations/${id}`);

export const openLink = (token: string): Promise<Reply<LinkOpened>> =>
  ask('POST', '/links', { token });

export const makeAccount = (request: MakeAccount): Promise<Reply<Staff>> =>
  ask('POST', '/accounts', request);

export const newPassword = (request: NewPassword): Promise<Reply<Staff>> =>
  ask('POST', '/accounts/password', request);
