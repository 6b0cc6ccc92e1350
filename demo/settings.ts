import { isRole, type Role } from './desktop/layout.js';
import { fromStudio, layouts, usualLayout } from './desktop/layouts.js';

/** The pane widths in the demo's menu, CSS pixels. */
export const paneWidths = [280, 320, 380, 500, 800, 1200] as const;
export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'ja', 'ko', 'zh-CN'] as const;
export const modes = ['direct', 'shell'] as const;

/** How a custom widget is mounted: in nested shadow roots, or alone in an iframe document. */
export type Mode = (typeof modes)[number];

/** The query parameters of the demo page; all are optional. */
export interface Settings {
  /** `task=1`: number of the task to accept at the start, from 1 in the order of the list. */
  readonly task: number | undefined;
  /** `role=agent|supervisor|supervisorAgent`: the part of the layout that is used. */
  readonly role: Role;
  /** `mode=direct|shell`. */
  readonly mode: Mode;
  /** `width=380`: pane width, CSS pixels, 200 to 2000. */
  readonly width: number;
  /** `dark=1`. */
  readonly dark: boolean;
  /** `mask=1`: the desktop hides phone numbers and email addresses from agents. */
  readonly mask: boolean;
  /** `lang=de`: BCP 47 tag, given to the widget. */
  readonly lang: string;
  /** `late=1`: the store's values arrive three seconds after the widget. */
  readonly late: boolean;
  /** `page=wayline-journey`: `navigateTo` of the page to open instead of the task's pane. */
  readonly page: string | undefined;
  /** `layout=panel-only`: name of a file in `layout/`, or `studio` for the one that the Layout studio has made. */
  readonly layoutName: string;
  /** `time=2026-11-20T10:45:00Z`: the time at which the page's clock starts; for screenshots. */
  readonly time: Date | undefined;
}

const on = (value: string | null): boolean => value !== null && !/^(|0|false|no|off)$/i.test(value);

const oneOf = <T extends string>(allowed: readonly T[], value: string | null, otherwise: T): T =>
  allowed.find((each) => each === value) ?? otherwise;

const numberBetween = (low: number, high: number, value: string | null): number | undefined => {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= low && number <= high ? number : undefined;
};

const dateIn = (value: string | null): Date | undefined => {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** The only place that reads the page's query. Invalid values are replaced by the default. */
export function readSettings(query: URLSearchParams): Settings {
  const role = query.get('role');
  return {
    task: numberBetween(1, 99, query.get('task')),
    role: isRole(role) ? role : 'agent',
    mode: oneOf(modes, query.get('mode'), 'direct'),
    width: numberBetween(200, 2000, query.get('width')) ?? 380,
    dark: on(query.get('dark')),
    mask: on(query.get('mask')),
    lang: /^[a-z]{2,3}(-[a-z0-9]+)*$/i.exec(query.get('lang') ?? '')?.[0] ?? 'en',
    late: on(query.get('late')),
    page: query.get('page') ?? undefined,
    layoutName: oneOf([...Object.keys(layouts), fromStudio], query.get('layout'), usualLayout),
    time: dateIn(query.get('time')),
  };
}
