/** Whom a consent is about, as its reader may be shown them: oneself, a name, or a child whose name is protected. */
import { useCallback } from 'react';
import type { Consent } from '../shapes.js';
import { useTexts } from '../texts.js';

export function useAboutName(): (consent: Pick<Consent, 'about'>) => string {
  const { t } = useTexts();
  return useCallback(({ about }) => (about.isMe ? t('person.you') : (about.givenName ?? t('person.child'))), [t]);
}
