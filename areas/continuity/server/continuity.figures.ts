import { addYears } from '#kernel/clocks/clock.ts'
import type { Figure, Matter } from '#kernel/figures/figure.ts'
import { counting, share } from '#kernel/figures/server/builders.ts'
import { late } from '#kernel/figures/server/matters.ts'
import { continuityPlan } from '../continuity-plan.register.ts'

export const continuityFigures: Figure[] = [
  counting({
    key: 'preparedness.exercises-held',
    label: { sv: 'Genomförda övningar', en: 'Exercises held' },
    definition: {
      sv: 'Antalet övningar och prov som genomfördes från och med den 1 januari till och med denna dag.',
      en: 'The number of exercises and tests held from 1 January through this day.',
    },
    better: 'higher',
    of: 'exercises',
    where: (ask) => ({ heldOn: [`gte:${ask.yearStart}`, `lte:${ask.today}`] }),
  }),
  share({
    key: 'preparedness.plans-tested-share',
    label: { sv: 'Kontinuitetsplaner som är prövade', en: 'Continuity plans tested' },
    definition: {
      sv: 'Andelen av kontinuitetsplanerna denna dag som har prövats under de senaste tolv månaderna.',
      en: 'The share of the continuity plans on this day that have been tested in the last twelve months.',
    },
    of: 'continuityPlans',
    that: (ask) => ({ testedOn: [`gt:${addYears(ask.today, -1)}`, `lte:${ask.today}`] }),
  }),
]

export const continuityMatters: Matter[] = [
  late(continuityPlan, {
    key: 'plan-reviews',
    day: 'reviewBy',
    conditions: { reviewBy: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} kontinuitetsplan skulle ha setts över för {days} sedan',
      en: '{count} continuity plan was due for review {days} ago',
    },
    many: {
      sv: '{count} kontinuitetsplaner skulle ha setts över, den äldsta för {days} sedan',
      en: '{count} continuity plans are overdue for review, the oldest by {days}',
    },
  }),
]
