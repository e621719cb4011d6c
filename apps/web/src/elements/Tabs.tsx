/** Parts of one thing, one at a time; arrow keys move between them. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './Tabs.css';

export interface TabPart {
  readonly id: string;
  readonly label: string;
  /** A number beside the label, said with it. */
  readonly count?: number;
  readonly content: ReactNode;
}

export function Tabs({ label, parts, start }: { label: string; parts: readonly TabPart[]; start?: string }) {
  return (
    <AriaTabs className="tabs" defaultSelectedKey={start}>
      <TabList className="tab-list" aria-label={label}>
        {parts.map((part) => (
          <Tab key={part.id} id={part.id} className="tab">
            {part.label}
            {part.count !== undefined && <span className="tab-count">{part.count}</span>}
          </Tab>
        ))}
      </TabList>
      {parts.map((part) => (
        <TabPanel key={part.id} id={part.id} className="tab-panel">
          {part.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
