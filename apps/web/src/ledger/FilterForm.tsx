import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEDGER_ACTIONS } from '#domain/ledger/ledger-action.js';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { ComboBox, Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { NOTHING_ASKED, type Asked } from './asked.js';

interface FilterFormProps {
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** Nothing is fetched while one is still typing. */
export function FilterForm({ staff, asked, onAsk }: FilterFormProps) {
  const { t } = useTranslation('ledger');
  const [draft, setDraft] = useState(asked);
  const [emptied, setEmptied] = useState(0);
  const set = (change: Partial<Asked>) => setDraft((was) => ({ ...was, ...change }));
  return (
    <form
      className="ledger-filter panel"
      aria-label={t('filter.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(draft);
      }}
    >
      <div className="ledger-fields" key={emptied}>
        <DateField label={t('filter.from')} value={draft.from} onChange={(from) => set({ from })} />
        <DateField label={t('filter.until')} value={draft.until} onChange={(until) => set({ until })} />
        <ComboBox
          label={t('filter.staff')}
          value={draft.staffId}
          onChange={(staffId) => set({ staffId })}
          options={staff.map(({ id, name }) => ({ id, label: name }))}
        />
        <Select
          label={t('filter.action')}
          placeholder={t('filter.anyAction')}
          value={draft.action}
          onChange={(action) => set({ action })}
          options={[
            { id: '', label: t('filter.anyAction') },
            ...LEDGER_ACTIONS.map((id) => ({ id, label: t(`action.${id}`) })),
          ]}
        />
        <TextField
          label={t('filter.case')}
          placeholder="2026-00017"
          maxLength={40}
          value={draft.caseNumber}
          onChange={(caseNumber) => set({ caseNumber })}
        />
        <Checkbox
          label={t('filter.refusedOnly')}
          value={draft.refusedOnly}
          onChange={(refusedOnly) => set({ refusedOnly })}
        />
        <Checkbox
          label={t('filter.unreviewedOnly')}
          value={draft.unreviewedOnly}
          onChange={(unreviewedOnly) => set({ unreviewedOnly })}
        />
      </div>
      <div className="row">
        <Button kind="primary" icon={ListFilter} type="submit">
          {t('filter.show')}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setDraft(NOTHING_ASKED);
            setEmptied((count) => count + 1);
            onAsk(NOTHING_ASKED);
          }}
        >
          {t('filter.empty')}
        </Button>
      </div>
    </form>
  );
}
