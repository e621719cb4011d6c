/** Those whom one has begun to register and not sent: to go on with, or to throw away. */
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { dropDraft } from '../elements/form/drafts.js';
import { beginPerson, begunPeople, type BegunPerson } from './begun-people.js';

export function BegunPeople({ onGoOn }: { readonly onGoOn: (person: BegunPerson) => void }) {
  const { t } = useTranslation('person');
  const [people, setPeople] = useState(begunPeople);
  return people.map(({ name, ...begun }) => (
    <div
      key={begun.draft}
      className="note"
      role="group"
      aria-label={t('picker.begun', { name: name || t('picker.nobody') })}
    >
      <div className="stack gap-2">
        <p>{t('picker.begun', { name: name || t('picker.nobody') })}</p>
        <div className="row gap-2">
          <Button size="small" onPress={() => onGoOn(begun)}>
            {t('picker.goOn')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            onPress={() => {
              dropDraft(begun.draft);
              setPeople(begunPeople());
            }}
          >
            {t('picker.throwAway')}
          </Button>
        </div>
      </div>
    </div>
  ));
}

/** Below a search that found nobody who fits. */
export function BeginPerson(props: { readonly asked: string; readonly onBegun: (person: BegunPerson) => void }) {
  const { t } = useTranslation('person');
  return (
    <div>
      <Button icon={UserPlus} onPress={() => props.onBegun(beginPerson(props.asked))}>
        {t('picker.create')}
      </Button>
    </div>
  );
}
