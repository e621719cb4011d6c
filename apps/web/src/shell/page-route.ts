/**
 * What a concept folder tells the frame about its pages. Each folder exports `routes` from `routes.tsx`, and is found by
 * itself: a page is added without touching anyone else's file.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

export type Role =
  | 'intake'
  | 'unit-representative'
  | 'investigator'
  | 'coordinator'
  | 'manager'
  | 'investigation-leader'
  | 'auditor'
  | 'administrator';

export interface PageRoute {
  /** `/rapporter/:id`. Ids only: nothing about a person stands in an address. */
  readonly path: string;
  /** Catalogue key with namespace, `report:queue.title`. */
  readonly title: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  readonly nav?: {
    readonly order: number;
    readonly icon: LucideIcon;
    /** Catalogue key; `title` when absent. */
    readonly label?: string;
    /** Who finds it in the navigation; everyone signed in when absent. The api decides what they may see there. */
    readonly roles?: readonly Role[];
  };
  /** `staff` with the whole frame, `family` with bigger type and no navigation, `bare` without a frame (sign-in). */
  readonly frame?: 'staff' | 'family' | 'bare';
  /** Only in the demonstration build and while developing. */
  readonly onlyDemonstration?: boolean;
}
