import { describe, expect, it } from '@jest/globals';
import { keepsSignIn } from './keeps-sign-in.js';

/** A page as a browser shows it, which takes only the cookies that it is asked about. */
function browser(takes: (line: string) => boolean) {
  const jar = new Map<string, string>([['language', 'sv']]);
  return {
    jar,
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(line: string) {
      if (!takes(line)) return;
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    },
  };
}

describe('whether a browser keeps the sign-in', () => {
  it('is so where it takes strict cookies, and nothing is left of having tried', () => {
    const page = browser(() => true);
    expect(keepsSignIn(page)).toBe(true);
    expect([...page.jar.keys()]).toEqual(['language']);
  });

  it('is not so where it drops those that are Secure, as over plain HTTP', () => {
    expect(keepsSignIn(browser((line) => !/; Secure/.test(line)))).toBe(false);
  });
});
