/** Whether what is decided becomes a measure in the plan; if so, what was tried on the same need is read before it. ([S1]) */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Select } from '../elements/fields/pick.js';
import { PlanDocument } from '../graphql/generated/plan/graphql.js';
import { useLive } from '../live/connection.js';
import { TriedBefore, triedOn } from '../plan/TriedBefore.js';
import { NEED_AREAS } from '../plan/words.js';

/** Stands for a decision by itself: a list tells nothing chosen from this. */
const BY_ITSELF = 'by-itself';

export function AsMeasure(props: {
  readonly groupId: string;
  readonly needArea: string;
  readonly onChange: (needArea: string) => void;
  /** Measures whose result stands before the writer. */
  readonly onSeen: (ids: readonly string[]) => void;
  readonly error: string | undefined;
}) {
  const { t } = useTranslation('minutes');
  const { groupId, needArea, onSeen } = props;
  const [reading, again] = useQuery({ query: PlanDocument, variables: { groupId }, pause: needArea === '' });
  const { data } = reading;
  useLive(data ? `plan:${groupId}` : null, () => again({ requestPolicy: 'network-only' }), reading);
  const tried = needArea === '' ? [] : triedOn(needArea, data?.plan.entries ?? []);
  const ids = tried.map(({ id }) => id).join(' ');
  useEffect(() => onSeen(ids === '' ? [] : ids.split(' ')), [ids, onSeen]);
  return (
    <>
      <Select
        label={t('decisions.asMeasure')}
        help={t('decisions.asMeasureHelp')}
        value={needArea || BY_ITSELF}
        onChange={(id) => props.onChange(id === BY_ITSELF ? '' : id)}
        error={props.error}
        options={[
          { id: BY_ITSELF, label: t('decisions.byItself') },
          ...NEED_AREAS.map((id) => ({ id, label: t('decisions.measureOn', { need: t(`plan:need.${id}`) }) })),
        ]}
      />
      <TriedBefore tried={tried} />
    </>
  );
}
