import { describe, expect, it } from 'vitest';
import {
  capture,
  capturePath,
  LITTLE,
  pcapFile,
  read,
} from '../../../packages/tcp/test/capture-file.ts';
import { ackade, piped } from '../test/ackade.ts';

const REFUSED = capturePath('03-rst-closed-port');

describe('ackade ladder', () => {
  it('draws the conversations without judging them', async () => {
    const { exit, stdout } = await ackade(['ladder', REFUSED]);
    expect(exit).toBe(0);
    expect(
      stdout,
    ).toBe(`          10.0.0.1:43438                                           10.0.0.2:5999
          |                                                                    |
 0.000000 |- SYN seq=0 ------------------------------------------------------->|
 0.000029 |<--------------------------------------------- RST,ACK seq=0 ack=1 -|

${REFUSED}: 1 conversation
`);
  });

  it('writes the numbers of the capture with --absolute', async () => {
    const { stdout } = await ackade(['ladder', '--absolute', REFUSED]);
    expect(stdout).toContain('- SYN seq=1073611122 -');
  });

  it('counts from the SYN with which the connection came to stand, not from an old one', async () => {
    const { stdout } = await ackade(['ladder', capturePath('24-old-duplicate-syn-fig8.B-view')]);
    const lines = stdout.split('\n');
    expect(lines[2]).toContain('- SYN seq=-100000 -');
    expect(lines[6]).toContain('- SYN,ACK seq=0 ack=1 -');
  });

  it('counts from the first number that is seen where the SYN is not', async () => {
    const { frames } = read(capture('01-handshake-data-close'));
    const stdin = piped(pcapFile(LITTLE, 1, frames.slice(3)));
    const { stdout } = await ackade(['ladder', '-'], { stdin });
    expect(stdout.split('\n')[2]).toMatch(/^ 0\.000000 \|- PSH,ACK seq=0 ack=0 len=9 -+>\|$/);
  });

  it('gives 2 where a file cannot be read, and draws the others', async () => {
    const { exit, stdout, stderr } = await ackade(['ladder', '/nowhere', REFUSED]);
    expect(exit).toBe(2);
    expect(stdout).toContain(`${REFUSED}: 1 conversation`);
    expect(stderr).toMatch(/^ackade: \/nowhere: cannot-read: /);
  });
});
