/** The joint map: facts, risk, protection, places and contacts, each line with its unit; where units differ, it shows. [S0] */
import { GitCompareArrows, Link2, Minus, Plus, Undo2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import {
  findDifferences,
  MAP_CATEGORIES,
  MAP_KINDS,
  type MapEntry,
  type MapKind,
  type Stance,
} from '#domain/meeting/joint-map.js';
import { isBoardOpen } from '#domain/meeting/meeting-states.js';
import { Button } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { ComboBox, Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { GroundTag } from '../elements/GroundTag.js';
import { Icon } from '../elements/Icon.js';
import { toast } from '../elements/toasts.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { PutMapEntryDocument, WithdrawMapEntryDocument } from '../graphql/generated/meeting/graphql.js';
import { AboutOthers } from '../minutes/AboutOthers.js';
import { HubReaders } from './HubReaders.js';
import { mapPenOf, type Returned } from './map-pen.js';
import { TableReaders } from './TableReaders.js';
import { useBoard } from './use-board.js';
import { Factors, useFactors, useTownFactors } from './use-factors.js';

interface OfHub {
  readonly hub: HubViewFragment;
}

const GROUPS = MAP_KINDS.filter((kind) => kind !== 'difference');

const useUnitName = (hub: HubViewFragment) => (unitId: string) =>
  hub.rows.find((row) => row.unitId === unitId)?.unitName ??
  hub.members.find((member) => member.unitId === unitId)?.unitName ??
  '…';

export function JointMap({ hub }: OfHub) {
  const { t } = useTranslation('meeting');
  const { board, hubId } = useBoard();
  const [opened, setAdding] = useState(false);
  const { cameBack, returned } = useMapPen(hubId);
  // What came back refused is shown, also to whoever had closed the field meanwhile.
  const adding = opened || cameBack === true;
  const close = () => {
    mapPenOf(hubId).close();
    setAdding(false);
  };
  const factors = useTownFactors();
  const differing = new Set(findDifferences(board.map).flatMap(({ present, absent }) => [...present, ...absent]));
  return (
    <Factors value={factors}>
      <section className="board-map" id="map" aria-label={t('map.title')}>
        <div className="board-map-top">
          <h2 className="board-heading">{t('map.title')}</h2>
          {isBoardOpen(board.state) && !adding && (
            <Button icon={Plus} onPress={() => setAdding(true)}>
              {t('map.add')}
            </Button>
          )}
        </div>
        {adding && <AddEntry hub={hub} onDone={close} />}
        <ReturnedLines hubId={hubId} returned={returned} onTakeBack={() => setAdding(true)} />
        <Differences hub={hub} />
        {board.map.length === 0 && !adding && (
          <p className="muted">{t(hub.kind === 'joint' ? 'map.jointEmpty' : 'map.empty')}</p>
        )}
        <div className="map-groups">
          {GROUPS.map((kind) => {
            const entries = board.map.filter((entry) => entry.kind === kind);
            return (
              entries.length > 0 && (
                <div key={kind} className="map-group" data-kind={kind}>
                  <h3>{t(`map.kind.${kind}`)}</h3>
                  <ul role="list">
                    {entries.map((entry) => (
                      <Entry key={entry.id} hub={hub} entry={entry} differs={differing.has(entry.id)} />
                    ))}
                  </ul>
                </div>
              )
            );
          })}
        </div>
      </section>
    </Factors>
  );
}

function Entry({ hub, entry, differs }: OfHub & { readonly entry: MapEntry; readonly differs: boolean }) {
  const { t } = useTranslation('meeting');
  const factors = useFactors();
  const { board, items, act, isLeft } = useBoard();
  const unitName = useUnitName(hub);
  const item = items.get(entry.item);
  const own = entry.unit === hub.you.unitId;
  const withdraw = async () => {
    const { refusal } = await act(WithdrawMapEntryDocument, { entryId: entry.id });
    if (refusal && !isLeft()) toast(refusal.sentence || t('elements:failing.network.form'));
  };
  return (
    <li className="map-entry" data-differs={differs || undefined}>
      <p className="map-text">
        {item?.text ?? t(hub.kind === 'joint' ? 'notForYou' : 'closed', { ground: item?.ground ?? '' })}
      </p>
      <p className="map-facts">
        <span className="map-unit">{unitName(entry.unit)}</span>
        {hub.kind === 'joint' && item && item.text !== null && (
          <GroundTag ground={item.ground} until={item.until ?? undefined} />
        )}
        {entry.topic && (
          <span className="map-topic">
            <Icon of={Link2} />
            {factors.labelOf(entry.topic)}
            {entry.stance !== 'unsure' && <strong> · {t(`map.stance.${entry.stance}`)}</strong>}
          </span>
        )}
        {differs && (
          <span className="map-differs">
            <Icon of={GitCompareArrows} />
            {t('map.differs')}
          </span>
        )}
        {isBoardOpen(board.state) && (own || hub.you.mayLead) && (
          <Button kind="quiet" size="small" icon={Minus} onPress={() => void withdraw()}>
            {t('map.withdraw')}
            <span className="vh"> {item?.text?.slice(0, 40)}</span>
          </Button>
        )}
      </p>
    </li>
  );
}

/** Side by side, without saying who is right. */
function Differences({ hub }: OfHub) {
  const { t } = useTranslation('meeting');
  const factors = useFactors();
  const { board } = useBoard();
  const unitName = useUnitName(hub);
  const differences = findDifferences(board.map);
  if (differences.length === 0) return null;
  const units = (ids: readonly string[]) =>
    [...new Set(ids.map((id) => board.map.find((entry) => entry.id === id)?.unit ?? ''))].map(unitName).join(', ');
  return (
    <div className="map-differences" role="status">
      <h3>
        <Icon of={GitCompareArrows} />
        {t('map.differencesTitle')}
      </h3>
      <ul role="list">
        {differences.map(({ topic, present, absent }) => (
          <li key={topic}>
            <strong>{factors.labelOf(topic)}:</strong>{' '}
            {t('map.difference', { present: units(present), absent: units(absent) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AddEntry({ hub, onDone }: OfHub & { readonly onDone: () => void }) {
  const { t } = useTranslation('meeting');
  const factors = useFactors();
  const { act, hubId } = useBoard();
  const pen = mapPenOf(hubId);
  const { line, error } = useMapPen(hubId);
  const put = () =>
    pen.put(
      (entryId, { kind, text, topic, stance, about, revealsPlace }) =>
        act(PutMapEntryDocument, {
          ...{ entryId, kind, text, topic: topic || null, stance: topic ? stance : 'unsure' },
          ...{ about: [...about], revealsPlace },
        }),
      t('map.textMissing'),
    );
  return (
    <form
      className="map-add"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <Select
        label={t('map.what')}
        value={line.kind}
        onChange={(kind) => pen.write({ kind: kind as MapKind })}
        options={GROUPS.map((id) => ({ id, label: t(`map.kind.${id}`) }))}
      />
      <TextArea
        label={t('map.text', { unit: useUnitName(hub)(hub.you.unitId) })}
        rows={2}
        value={line.text}
        onChange={(text) => pen.write({ text })}
        error={error === '' ? t('elements:failing.network.form') : error}
        after={
          hub.kind === 'joint' ? (
            <TableReaders
              hubId={hub.id}
              category={MAP_CATEGORIES[line.kind]}
              revealsPlace={line.revealsPlace}
              about={line.about}
            />
          ) : (
            <HubReaders />
          )
        }
      />
      <AboutOthers
        hubId={hub.id}
        category={MAP_CATEGORIES[line.kind]}
        value={line}
        onChange={(marks) => pen.write(marks)}
      />
      <ComboBox
        label={t('map.factor')}
        optional
        value={line.topic}
        onChange={(topic) => pen.write({ topic })}
        options={factors.options}
      />
      {line.topic && (
        <Choices
          label={t('map.stanceLabel')}
          across
          value={line.stance}
          onChange={(stance) => pen.write({ stance: stance as Stance })}
          choices={(['present', 'absent', 'unsure'] as const).map((id) => ({ id, label: t(`map.stance.${id}`) }))}
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary">
          {t('map.put')}
        </Button>
        <Button kind="quiet" icon={Undo2} onPress={onDone}>
          {t('map.done')}
        </Button>
      </div>
    </form>
  );
}

const useMapPen = (hubId: string) => {
  const pen = mapPenOf(hubId);
  return useSyncExternalStore(pen.subscribe, pen.snapshot);
};

/** Lines that did not reach the map while the next one was being written. */
function ReturnedLines(of: {
  readonly hubId: string;
  readonly returned: readonly Returned[];
  readonly onTakeBack: () => void;
}) {
  const { t } = useTranslation('meeting');
  const { hubId, returned, onTakeBack } = of;
  const pen = mapPenOf(hubId);
  const takeBack = (id: string) => {
    pen.takeBack(id);
    onTakeBack();
  };
  if (returned.length === 0) return null;
  return (
    <ul className="map-returned" role="list" aria-label={t('map.returned')}>
      {returned.map(({ id, line, reason }) => (
        <li key={id} className="note">
          <p>
            <strong>{t('map.returnedLine')}</strong> {line.text}
          </p>
          {reason && (
            <p className="small" role="alert">
              {reason}
            </p>
          )}
          <div className="row">
            <Button size="small" onPress={() => takeBack(id)}>
              {t('map.takeBack')}
              <span className="vh"> {line.text.slice(0, 40)}</span>
            </Button>
            <Button size="small" kind="quiet" onPress={() => pen.throwAway(id)}>
              {t('map.throwAway')}
              <span className="vh"> {line.text.slice(0, 40)}</span>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
