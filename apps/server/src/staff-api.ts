/** Accounts of instructors and admins over HTTP, under `/api/staff`. Who has signed in is known by a cookie. */
import {
  ChangePassword,
  ChangeRole,
  Colleagues,
  Invite,
  KeepRace,
  LinkOpened,
  MakeAccount,
  NewPassword,
  OpenLink,
  Refusal,
  type RefusalCode,
  SignIn,
  Staff,
  StaffLink,
  StaffParams,
  StaffRaces,
  StaffSessions,
} from '@ackade/contract';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Attempts } from './attempts.ts';
import { isOwnPage } from './own-page.ts';
import type { RaceDesk } from './race-desk.ts';
import { send } from './send.ts';
import type { Signed, SignedIn } from './staff-auth.ts';
import type { StaffDesk } from './staff-desk.ts';

export type StaffApiOptions = {
  readonly staff: StaffDesk;
  readonly desk: Pick<RaceDesk, 'ownedBy' | 'keep'>;
  readonly attempts: Attempts;
};

const NOTHING = z.null().meta({ description: 'Nothing to say.' });

export async function staffApi(
  app: FastifyInstance,
  { staff, desk, attempts }: StaffApiOptions,
): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const refusals = { '4xx': Refusal, '5xx': Refusal };
  const tags = ['staff'];

  app.addHook('onRequest', async (request, reply) => {
    // A cookie also comes with what another site asks for.
    if (request.method !== 'GET' && !isOwnPage(request.headers, request.host))
      return send(reply, 200, 'foreign-page');
  });
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });

  /** Answers with what `work` gives to who has signed in; null is nothing. */
  async function answer<T extends object>(
    { headers }: FastifyRequest,
    reply: FastifyReply,
    status: number,
    work: (who: SignedIn) => Promise<T | RefusalCode | null>,
  ): Promise<FastifyReply> {
    const signed = await staff.session(headers);
    if (typeof signed === 'string') return send(reply, status, signed);
    reply.header('set-cookie', signed.cookies);
    const value = await work(signed.value);
    return value === null ? reply.code(204).send(null) : send(reply, status, value);
  }

  const asAdmin = <T extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    work: () => Promise<T | RefusalCode | null>,
  ): Promise<FastifyReply> =>
    answer<T>(request, reply, status, async (who) =>
      who.staff.role === 'admin' ? work() : 'admin-only',
    );

  /** What `look` finds; `secret`: what is guessed by who guesses. */
  const signed = async (
    { ip }: FastifyRequest,
    reply: FastifyReply,
    status: number,
    secret: string,
    look: () => Promise<Signed<Staff> | RefusalCode>,
  ): Promise<FastifyReply> => {
    const outcome = await attempts.try(ip, secret, look);
    if (typeof outcome === 'string') return send(reply, status, outcome);
    reply.header('set-cookie', outcome.cookies);
    return reply.code(status).send(outcome.value);
  };

  routes.get(
    '/me',
    { schema: { summary: 'Who has signed in', tags, response: { 200: Staff, ...refusals } } },
    async (request, reply) => answer(request, reply, 200, async (who) => who.staff),
  );

  routes.post(
    '/session',
    {
      schema: { summary: 'Sign in', tags, body: SignIn, response: { 200: Staff, ...refusals } },
    },
    async (request, reply) =>
      signed(request, reply, 200, request.body.email, () =>
        staff.signIn(request.body, request.headers),
      ),
  );

  routes.delete(
    '/session',
    { schema: { summary: 'Sign out', tags, response: { 204: NOTHING, ...refusals } } },
    async (request, reply) => {
      reply.header('set-cookie', await staff.signOut(request.headers));
      return reply.code(204).send(null);
    },
  );

  routes.put(
    '/password',
    {
      schema: {
        summary: 'Choose another password',
        tags,
        body: ChangePassword,
        response: { 204: NOTHING, ...refusals },
      },
    },
    async (request, reply) =>
      answer(request, reply, 204, async (who) => {
        const cookies = await staff.changePassword(who, request.body, request.headers);
        if (typeof cookies === 'string') return cookies;
        reply.header('set-cookie', cookies);
        return null;
      }),
  );

  routes.get(
    '/sessions',
    {
      schema: {
        summary: 'Where one is signed in',
        tags,
        response: { 200: StaffSessions, ...refusals },
      },
    },
    async (request, reply) => answer(request, reply, 200, staff.sessions),
  );

  routes.delete(
    '/sessions/:id',
    {
      schema: {
        summary: 'Sign out elsewhere',
        tags,
        params: StaffParams,
        response: { 204: NOTHING, ...refusals },
      },
    },
    async (request, reply) =>
      answer(request, reply, 204, (who) => staff.endSession(who, request.params.id)),
  );

  routes.get(
    '/races',
    {
      schema: {
        summary: 'The races of who has signed in',
        tags,
        response: { 200: StaffRaces, ...refusals },
      },
    },
    async (request, reply) => answer(request, reply, 200, (who) => desk.ownedBy(who.staff.id)),
  );

  routes.post(
    '/races',
    {
      schema: {
        summary: 'Keep a race in the account that was made before signing in',
        tags,
        body: KeepRace,
        response: { 204: NOTHING, ...refusals },
      },
    },
    async (request, reply) =>
      answer(request, reply, 204, ({ staff: { id } }) =>
        attempts.try(request.ip, request.body.code, () => desk.keep(id, request.body)),
      ),
  );

  routes.post(
    '/links',
    {
      schema: {
        summary: 'What a link is for',
        tags,
        body: OpenLink,
        response: { 200: LinkOpened, ...refusals },
      },
    },
    async ({ ip, body: { token } }, reply) =>
      send(reply, 200, await attempts.try(ip, token, () => staff.openLink(token))),
  );

  routes.post(
    '/accounts',
    {
      schema: {
        summary: 'Make an account with a link, and sign in',
        tags,
        body: MakeAccount,
        response: { 201: Staff, ...refusals },
      },
    },
    async (request, reply) =>
      signed(request, reply, 201, request.body.token, () =>
        staff.makeAccount(request.body, request.headers),
      ),
  );

  routes.post(
    '/accounts/password',
    {
      schema: {
        summary: 'Choose a new password with a link, and sign in',
        tags,
        body: NewPassword,
        response: { 200: Staff, ...refusals },
      },
    },
    async (request, reply) =>
      signed(request, reply, 200, request.body.token, () =>
        staff.newPassword(request.body, request.headers),
      ),
  );

  routes.get(
    '/colleagues',
    {
      schema: {
        summary: 'Who has an account, and who is invited',
        tags,
        response: { 200: Colleagues, ...refusals },
      },
    },
    async (request, reply) => asAdmin(request, reply, 200, staff.colleagues),
  );

  routes.patch(
    '/colleagues/:id',
    {
      schema: {
        summary: 'Make somebody an admin, or an instructor',
        tags,
        params: StaffParams,
        body: ChangeRole,
        response: { 204: NOTHING, ...refusals },
      },
    },
    async (request, reply) =>
      asAdmin(request, reply, 204, () => staff.changeRole(request.params.id, request.body.role)),
  );

  routes.delete(
    '/colleagues/:id',
    {
      schema: {
        summary: 'Remove an account',
        tags,
        params: StaffParams,
        response: { 204: NOTHING, ...refusals },
      },
    },
    async (request, reply) => asAdmin(request, reply, 204, () => staff.remove(request.params.id)),
  );

  routes.post(
    '/colleagues/:id/password-link',
    {
      schema: {
        summary: 'A link for somebody who has forgotten his password',
        tags,
        params: StaffParams,
        response: { 201: StaffLink, ...refusals },
      },
    },
    async (request, reply) =>
      asAdmin(request, reply, 201, () => staff.passwordLink(request.params.id)),
  );

  routes.post(
    '/invitations',
    {
      schema: {
        summary: 'A link with which somebody makes an account',
        tags,
        body: Invite,
        response: { 201: StaffLink, ...refusals },
      },
    },
    async (request, reply) => asAdmin(request, reply, 201, () => staff.invite(request.body)),
  );

  routes.delete(
    '/invitations/:id',
    {
      schema: {
        summary: 'Take an invitation back',
        tags,
        params: StaffParams,
        response: { 204: NOTHING, ...refusals },
      },
    },
    async (request, reply) => asAdmin(request, reply, 204, () => staff.withdraw(request.params.id)),
  );
}
