/** What a browser does with cookies and redirects, for sign-ins that cross two sites. */

export interface Visit {
  readonly response: Response;
  readonly url: string;
  /** Every address on the way, the last one included. */
  readonly way: readonly string[];
}

const MOST_HOPS = 12;

/** Cookies of one browser. Hosts are not told apart: here all of them are localhost, where ports share cookies. */
export class CookieJar {
  readonly cookies = new Map<string, string>();
  /** The Set-Cookie lines as they came. */
  readonly lines: string[] = [];

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One request; redirects are not followed. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { cookie: this.header(), ...(init.headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** A request and all the redirects that come of it, while `stop` lets it. */
  async follow(url: string, init: RequestInit = {}, stop: (url: string) => boolean = () => false): Promise<Visit> {
    const way = [url];
    let response = await this.fetch(url, init);
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const location = response.headers.get('location');
      const at = way.at(-1) ?? url;
      if (location === null) return { response, url: at, way };
      const next = new URL(location, at).href;
      way.push(next);
      if (stop(next)) return { response, url: next, way };
      response = await this.fetch(next);
    }
    throw new Error(`too many redirects: ${way.join(' → ')}`);
  }

  private keep(line: string): void {
    this.lines.push(line);
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const gone = /;\s*max-age=0\b/i.test(line) || /;\s*expires=Thu, 01 Jan 1970/i.test(line);
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}
