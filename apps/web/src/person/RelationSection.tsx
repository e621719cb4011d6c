/** Others close to the person: siblings, relatives and neighbours may hold the key. ([S1] Växjö) */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import * as z from 'zod/mini';
import { RELATION_KINDS } from '#domain/person/relation.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormSelect } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Section } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';
import { EndRelationDocument, RecordRelationDocument, type SeenFragment } from '../graphql/generated/person/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { SeenFacts, SeenName } from './PersonHit.js';
import type { PartProps } from './PersonPage.js';
import { PersonPicker } from './PersonPicker.js';

const schema = z.object({ kind: z.string() });

export function RelationSection({ person, able, onChanged }: PartProps) {
  const { t } = useTranslation('person');
  const [record] = useAct(RecordRelationDocument);
  const [end] = useAct(EndRelationDocument);
  const [open, setOpen] = useState(false);
  const [close, setClose] = useState<SeenFragment | null>(null);
  const may = able.has('manage-custody') && !person.seen.nameIsWithheld;
  return (
    <Section
      title={t('relation.title')}
      actions={
        may ? (
          <Dialog
            title={t('relation.add')}
            place="side"
            isOpen={open}
            onOpenChange={setOpen}
            trigger={
              <Button size="small" icon={Plus}>
                {t('relation.add')}
              </Button>
            }
          >
            {close === null ? (
              <PersonPicker onPick={setClose} without={[person.id]} autoFocus />
            ) : (
              <div className="stack gap-4">
                <div className="person-chosen">
                  <div>
                    <SeenName seen={close} /> <SeenFacts seen={close} />
                  </div>
                  <Button size="small" kind="quiet" onPress={() => setClose(null)}>
                    {t('picker.other')}
                  </Button>
                </div>
                <Form<z.infer<typeof schema>>
                  schema={schema}
                  draft={`relation:${person.id}:${close.id}`}
                  start={{ kind: '' }}
                  submit={t('save')}
                  onSubmit={async ({ kind }) => {
                    const outcome = await record({ input: { personId: person.id, closeId: close.id, kind } });
                    if (outcome.refusal) return outcome.refusal;
                    setOpen(false);
                    setClose(null);
                    onChanged();
                    return undefined;
                  }}
                >
                  <FormSelect
                    name="kind"
                    label={t('relation.kindLabel')}
                    options={RELATION_KINDS.map((id) => ({ id, label: t(`relation.kind.${id}`) }))}
                  />
                </Form>
              </div>
            )}
          </Dialog>
        ) : undefined
      }
    >
      {person.relations.length === 0 && (
        <p className="muted">{t(person.seen.nameIsWithheld ? 'identity.withheld' : 'relation.none')}</p>
      )}
      <ul className="person-rows">
        {person.relations.map((row) => (
          <li key={row.id} className="person-row">
            <Link to={`/person/${row.other.id}`}>
              <SeenName seen={row.other} />
            </Link>
            <span className="person-facts">
              {row.isOwn ? t(`relation.kind.${row.kind}`) : t('relation.of', { kind: t(`relation.kind.${row.kind}`) })}
            </span>
            {may && (
              <Button
                size="small"
                kind="quiet"
                aria-label={t('relation.endName', { name: row.other.name })}
                onPress={async () => {
                  const outcome = await end({ id: row.id });
                  toast(outcome.refusal ? outcome.refusal.sentence : t('relation.ended'));
                  onChanged();
                }}
              >
                {t('relation.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
