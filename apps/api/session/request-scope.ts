import { AsyncLocalStorage } from 'node:async_hooks';

/** The language of the request in hand, for failures that are put into words far from the request. */
export const requestScope = new AsyncLocalStorage<{ readonly language: 'sv' | 'en' }>();

export const languageInHand = (): 'sv' | 'en' => requestScope.getStore()?.language ?? 'sv';
