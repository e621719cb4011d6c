/** Drafting: the municipality's sentence, parts to take away, why it is asked, and beside it what the family will read. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_WORDS } from '#domain/consent/notice-words/write-notice.js';
import { Button } from '../elements/Button.js';
import { Acts } from '../elements/Dialog.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import type { Refusal } from '../graphql/refusal.js';
import { useLanguage } from '../texts/start-texts.js';
import { FamilyPreview } from './FamilyPreview.js';
import { Parts } from './SentenceParts.js';
import {
  ALL_SITUATIONS,
  ASKABLE,
  ASKABLE_FORMS,
  ASKABLE_PURPOSES,
  endOf,
  noticeOf,
  type House,
  type Longest,
  type Terms,
} from './terms.js';
import { ThreeThings } from './ThreeThings.js';

export interface ConsentFormProps {
  /** What it is kept under until it is saved. */
  readonly draft: string;
  readonly start: Terms;
  /** The version of what is changed; 0 for a new one. */
  readonly version: number;
  readonly houses: readonly House[];
  readonly ownHouse: string;
  readonly givenName: string | null;
  /** Where the person lives or is must not come out. */
  readonly isProtected: boolean;
  readonly longest: readonly Longest[];
  /** From when it would hold. */
  readonly validFrom: number;
  /** Gives the refusal, or nothing when it went well. */
  readonly onSave: (terms: Terms) => Promise<Refusal | undefined>;
}

/** Where a young person goes in the daytime, or lives. */
const PLACES: readonly string[] = [
  'school',
  'independent-school',
  'leisure',
  'health-care',
  'sis',
  'association',
  'private-provider',
];

const isChosen = ({ mutual, from, to }: Terms, house: string): boolean =>
  from.includes(house) || (!mutual && to.includes(house));

/** What stands in the form, its free words apart, and which version it began from. */
export interface KeptTerms {
  readonly terms: Terms;
  readonly words: string;
  readonly over: number;
}

export const termsIn = ({ terms, words }: KeptTerms): Terms => ({ ...terms, why: words });

export function ConsentForm({
  draft,
  version,
  start,
  houses,
  ownHouse,
  givenName,
  isProtected,
  longest,
  validFrom,
  onSave,
}: ConsentFormProps) {
  const { t } = useTranslation('consent');
  const language = useLanguage();
  const kept = useDraft<KeptTerms>(draft, { terms: { ...start, why: '' }, words: start.why, over: version });
  const terms = termsIn(kept.value);
  const [refusal, setRefusal] = useState<Refusal>();
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<Terms>) =>
    kept.set({ terms: { ...terms, ...part, why: '' }, words: part.why ?? terms.why });
  const words = NOTICE_WORDS[language];
  const faultOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const houseParts = houses.map(({ written, name }) => ({ id: written, label: name }));
  const { validUntil, longerReason } = endOf(terms, longest, validFrom);
  const showsPlace = houses.some(({ written, kind }) => isChosen(terms, written) && PLACES.includes(kind));
  const own = houses.find(({ written }) => written === ownHouse);
  return (
    <form
      className="share-columns"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSaving(true);
        void onSave(terms).then((answer) => {
          setSaving(false);
          setRefusal(answer);
          if (!answer) kept.drop();
        });
      }}
    >
      <div className="stack gap-8">
        <Section title={t('form.sentence')}>
          <p className="muted small">{t('form.sentenceHelp')}</p>
          <div className="consent-sentence">
            <Parts
              label={t('form.whoTells')}
              chosen={terms.from}
              all={houseParts}
              onChange={(from) => change(terms.mutual ? { from, to: from } : { from })}
              error={faultOf('from')}
            />{' '}
            {t('form.mayTalk')}{' '}
            {terms.mutual ? (
              t('form.eachOther')
            ) : (
              <Parts
                label={t('form.whoIsTold')}
                chosen={terms.to}
                all={houseParts}
                onChange={(to) => change({ to })}
                error={faultOf('to')}
              />
            )}{' '}
            {t('form.about', { name: givenName ?? t('form.theChild') })}{' '}
            <Parts
              label={t('form.what')}
              chosen={terms.categories}
              all={ASKABLE.map((id) => ({ id, label: words.categories[id] }))}
              onChange={(categories) => change({ categories: categories as Terms['categories'] })}
              error={faultOf('categories')}
            />{' '}
            {t('form.because')}{' '}
            <Parts
              label={t('form.whyParts')}
              chosen={terms.purposes}
              all={ASKABLE_PURPOSES.map((id) => ({ id, label: words.purposes[id] }))}
              onChange={(purposes) => change({ purposes: purposes as Terms['purposes'] })}
              error={faultOf('purposes')}
            />{' '}
            {t('form.when')}{' '}
            <Parts
              label={t('form.whenParts')}
              chosen={terms.situations}
              all={ALL_SITUATIONS.map((id) => ({ id, label: words.situation[id] }))}
              onChange={(situations) => change({ situations: situations as Terms['situations'] })}
              error={faultOf('situations')}
            />{' '}
            {t('form.until')} <Time at={Date.parse(validUntil) - 1} as="day" />.
          </div>
          {terms.mutual && faultOf('to') && <p className="error">{faultOf('to')}</p>}
          {isProtected && showsPlace && (
            <p className="note" role="note">
              {t('form.protected')}
            </p>
          )}
          <Choices
            label={t('form.direction')}
            value={terms.mutual ? 'mutual' : 'one-way'}
            onChange={(way) => change(way === 'mutual' ? { mutual: true, to: terms.from } : { mutual: false })}
            across
            choices={[
              { id: 'mutual', label: t('form.mutual') },
              { id: 'one-way', label: t('form.oneWay'), help: t('form.oneWayHelp') },
            ]}
          />
        </Section>
        <Section title={t('form.more')}>
          <DateField
            label={t('form.lastDay')}
            help={t('form.lastDayHelp')}
            optional
            value={terms.until}
            onChange={(until) => change({ until })}
            error={faultOf('validUntil')}
          />
          {longerReason !== null && (
            <p className="note" role="note">
              {t('form.longer', { reason: longerReason })}
            </p>
          )}
          <TextArea
            label={t('form.why')}
            help={t('form.whyHelp')}
            optional
            value={terms.why}
            onChange={(why) => change({ why })}
            error={faultOf('why')}
            rows={3}
            after={
              <WhoSeesThis
                readers={[
                  ...(own ? [{ id: own.written, kind: own.kind as PartyKind, name: own.name, sees: true }] : []),
                  { id: 'family', kind: 'guardian', name: t('form.family'), sees: true },
                  ...houses
                    .filter(({ written }) => written !== ownHouse && isChosen(terms, written))
                    .map(({ written, kind, name }) => ({ id: written, kind: kind as PartyKind, name, sees: false })),
                ]}
              />
            }
          />
          <Checkbox
            label={t('form.apart')}
            help={t('form.apartHelp')}
            value={terms.apart}
            onChange={(apart) => change({ apart })}
          />
          <Select
            label={t('form.form')}
            value={terms.form}
            onChange={(form) => change({ form: form as Terms['form'] })}
            options={ASKABLE_FORMS.map((id) => ({ id, label: t(`formOf.${id}` as never) }))}
          />
          <ThreeThings />
        </Section>
        {refusal && (
          <p className="error" role="alert">
            {refusal.sentence}
          </p>
        )}
        <Acts>
          <Button type="submit" kind="primary" size="large" isPending={saving}>
            {t('form.save')}
          </Button>
        </Acts>
      </div>
      <div className="share-preview">
        <Section title={t('preview.title')}>
          <p className="muted small">{t('preview.words')}</p>
          <FamilyPreview
            notice={noticeOf(terms, { houses, givenName, validUntil, longerReason, isProtected })}
            why={terms.why}
          />
        </Section>
      </div>
    </form>
  );
}
