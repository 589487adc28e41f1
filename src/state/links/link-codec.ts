// A link's content as the fragment of an address, `s=VERSION.LETTERS`, and back.
import { fail, ok, type Result } from '../../base/result.ts';
import { deflateToLetters, inflateLetters, LONGEST_LINK } from '../../importers/compress-text.ts';
import { LINK_VERSION, type LinkContent } from './link-content.ts';
import { readContent } from './read-content.ts';

export const LONGEST_FRAGMENT = LONGEST_LINK;
const MOST_INFLATED = 8 * 1024 * 1024;

export async function writeLink(content: LinkContent): Promise<string> {
  return `s=${LINK_VERSION}.${await deflateToLetters(JSON.stringify(content))}`;
}

/** `fragment` without its `#`. Undefined where it is no link to a state; fails with a sentence. */
export async function readLink(fragment: string): Promise<Result<LinkContent, string> | undefined> {
  const [, number, letters = ''] = /^s=(\d{1,6})\.(.*)$/s.exec(fragment) ?? [];
  if (number === undefined) return undefined;
  if (fragment.length > LONGEST_FRAGMENT) {
    return fail(`The link is longer than ${LONGEST_FRAGMENT / 1024} KiB, which is more than a link may be.`);
  }
  const version = Number(number);
  if (version > LINK_VERSION)
    return fail('The link was made by a newer version of Sluice, which this page cannot read.');
  const inflated = await inflateLetters(letters, MOST_INFLATED);
  if (!inflated.ok) return fail(`The link ${inflated.error}.`);
  const content = readContent(version, parsed(inflated.value));
  return content ? ok(content) : fail('The link does not hold what a link of Sluice holds.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
