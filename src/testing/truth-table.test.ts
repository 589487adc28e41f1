// The truth table's own test: what passes, and what a failure shows.
import { describe, expect, it } from 'vitest';
import { expectReachability } from './truth-table.ts';

const judge = ({ src, dst }: { src: string; dst: string }): string => {
  if (src === dst) return 'allowed';
  return dst === 'x/b' ? 'unknown' : 'denied';
};

describe('expectReachability', () => {
  it('passes where every judged cell agrees', () => {
    expectReachability(
      judge,
      `
      TCP/80  x/a  x/b  1.2.3.4  # destinations
      x/a     .    ?    X
      x/b     X    .    -
      `,
    );
  });

  it('shows expected, observed and difference where one does not', () => {
    const grid = `
      TCP/80  x/a  x/b
      x/a     .    X
      x/b     X    -`;
    expect(() => expectReachability(judge, grid)).toThrow(
      [
        '1 of 4 flows differ (. allowed, X denied, ? unknown)',
        'expected\nTCP/80  x/a  x/b\nx/a     .    X\nx/b     X    -',
        'observed\nTCP/80  x/a  x/b\nx/a     .    ?\nx/b     X    -',
        'difference\nTCP/80  x/a  x/b\nx/a     .    WRONG\nx/b     .    .',
      ].join('\n\n'),
    );
  });

  it('passes protocol and port on', () => {
    const port = ({ protocol, port: number }: { protocol: string; port: number }): string =>
      protocol === 'UDP' && number === 53 ? 'allowed' : 'denied';
    expectReachability(port, 'UDP/53 x/a\nx/b .');
    expect(() => expectReachability(port, 'UDP/54 x/a\nx/b .')).toThrow('1 of 1 flows differ');
  });

  it('refuses a grid it cannot read', () => {
    expect(() => expectReachability(judge, 'x/a x/b\nx/a .')).toThrow('PROTOCOL/PORT');
    expect(() => expectReachability(judge, 'TCP/80 x/a x/b\nx/a .')).toThrow('needs 2');
  });
});
