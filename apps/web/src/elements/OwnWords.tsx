/** Where a page was that has left its reader: what one was writing oneself is one's own, to be kept or taken along. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from './fields/TextField.js';
import { keepLeftWords, leftWords, ownWordsAbout } from './own-words.js';

interface OwnWordsProps {
  /** Of what, so that two things never share their words. */
  readonly name: string;
  /** Asked once, when the page has left. */
  readonly written: () => readonly string[];
  /** The focus was in the words. */
  readonly wrote?: boolean;
}

export function OwnWords({ name, written, wrote }: OwnWordsProps) {
  const { t } = useTranslation('meeting');
  const [words] = useState(written);
  const [text, setText] = useState(() => leftWords(name, words));
  const [wasThere] = useState(text !== '');
  useEffect(() => {
    if (wasThere) keepLeftWords(name, words, text);
  }, [name, words, text, wasThere]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = place.current?.querySelector('textarea');
    if (!wrote || !field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [wrote]);
  if (!wasThere) return null;
  return (
    <div ref={place}>
      <TextArea label={t('sight.draft')} help={t('sight.draftHelp')} rows={6} value={text} onChange={setText} />
    </div>
  );
}

/** What one has begun to write about one thing, on whichever of its pages. */
export const OwnAbout = ({ of, id }: { readonly of: 'case' | 'group' | 'meeting'; readonly id: string }) => (
  <OwnWords key={id} name={`${of}:${id}`} written={() => ownWordsAbout(id)} />
);
