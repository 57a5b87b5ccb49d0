import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { time } from './time.ts';

it("is the server's clock, in whole milliseconds, and never that of a cache", async () => {
  const node = fastify();
  node.setValidatorCompiler(validatorCompiler);
  node.setSerializerCompiler(serializerCompiler);
  await node.register(time, { now: () => 1_700_000_000_000.25 });
  const response = await node.inject('/time');
  expect(response.json()).toEqual({ now: 1_700_000_000_000 });
  expect(response.headers['cache-control']).toBe('no-store');
});
