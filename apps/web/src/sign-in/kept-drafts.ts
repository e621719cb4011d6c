/** Brings back what whoever is signed in had begun to write here when the page went, and keeps what they begin from now on. */
import { stringifyDocument } from 'urql';
import { holdPage, openShelf } from '../elements/form/draft-shelf.js';
import { DraftVault, type DraftWriter } from '../elements/form/draft-vault.js';
import { keepDraftsIn } from '../elements/form/drafts.js';
import { MyDraftKeysDocument, type MyDraftKeysQuery } from '../graphql/generated/sign-in/graphql.js';

let bringing: Promise<void> | undefined;
let back = 0;

/** How many came back and have not been told of; telling is the asker's. */
export function takeBroughtBack(): number {
  const count = back;
  back = 0;
  return count;
}

/** Before the page is drawn, once. A device that keeps nothing leaves drafts in memory, as long as the page stands. */
export function bringBackDrafts(writer: DraftWriter): Promise<void> {
  // Whoever asks meanwhile waits for the same: nothing is drawn before it is there.
  bringing ??= bring(writer);
  return bringing;
}

async function bring(writer: DraftWriter): Promise<void> {
  try {
    const vault = new DraftVault(writer, {
      ...holdPage(),
      shelf: await openShelf(),
      keys: askForKeys,
      now: () => Date.now(),
    });
    const prepare = () => void vault.prepare().catch(() => undefined);
    document.addEventListener('focusin', ({ target }) => isField(target) && prepare());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void vault.write();
    });
    const lying = await vault.takeOver();
    keepDraftsIn(vault, lying);
    back = lying.length;
  } catch {
    // No storage, no locks or no Web Crypto here.
  }
}

/** Not by the client for questions, which would keep the answer as long as the page stands. */
async function askForKeys(): Promise<MyDraftKeysQuery['myDraftKeys']> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query: stringifyDocument(MyDraftKeysDocument) }),
  });
  const { data } = (await response.json()) as { data?: MyDraftKeysQuery | null };
  if (!data) throw new Error('no keys');
  return data.myDraftKeys;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
