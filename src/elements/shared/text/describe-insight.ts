import type { Insight, InsightKind } from '../../../domain/timeline/insight.js';
import { daysAgo, durationText } from '../../../domain/time/format-time.js';
import type { Messages } from '../../../i18n/messages.js';

/** An insight as one short phrase. */
export function insightText(insight: Insight, { channels, insights, language }: Messages): string {
  switch (insight.kind) {
    case 'held':
      return insights.held({ duration: durationText(insight.duration) });
    case 'abandoned':
      return insights.abandoned({ count: insight.count, when: daysAgo(insight.daysAgo, language) });
    case 'switched':
      return insights.switched({ from: channels[insight.from], to: channels[insight.to] });
    case 'repeat':
    case 'transferred':
      return insights[insight.kind](insight);
    case 'low-csat':
    case 'low-nps':
      return insights[insight.kind](insight);
    case 'negative-sentiment':
    case 'first-contact':
      return insights[insight.kind];
    default:
      return insights[insight.kind]({ count: insight.count });
  }
}

const tones: Partial<Readonly<Record<InsightKind, 'warn' | 'bad'>>> = {
  open: 'warn',
  repeat: 'warn',
  'no-reply': 'warn',
  abandoned: 'warn',
  'low-csat': 'bad',
  'low-nps': 'bad',
  'negative-sentiment': 'bad',
};

/** The colour tone of an insight; default: plain. */
export const toneOf = ({ kind }: Insight): 'warn' | 'bad' | 'plain' => tones[kind] ?? 'plain';
