import { ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const actionClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'actions.due',
    on: 'action',
    label: { sv: 'Genomför åtgärden', en: 'Carry out the action' },
    basis: { sv: 'Beslutet om åtgärden', en: 'The decision on the action' },
    due: 'due',
    where: { state: 'decided,ongoing' },
    owners: ['owner'],
    warn: 5,
    climbs: { days: 5 },
    say: saying(
      { what: 'Åtgärden {reference}', toBe: 'vara genomförd', toHaveBeen: 'ha varit genomförd', still: 'är fortfarande inte klar' },
      { what: 'The action {reference}', toBe: 'be done', still: 'is still not finished' },
    ),
  }),
  {
    key: 'actions.effect-check',
    on: 'action',
    label: { sv: 'Kontrollera åtgärdens effekt', en: 'Check the effect of the action' },
    basis: {
      sv: 'ISO/IEC 27001 10.2 d; tiden följer av åtgärdens prioritet',
      en: 'ISO/IEC 27001 10.2 d; the time follows from the priority of the action',
    },
    due: 'checkBy',
    where: { state: 'done' },
    warn: 10,
    // The head of the unit checks, or the one above where the head was the one responsible.
    tell: { fields: ['owner'], manager: true },
    after: { days: 10, tell: { roles: ['ciso'] } },
    say: saying(
      {
        what: 'Effekten av åtgärden {reference}',
        toBe: 'kontrolleras',
        toHaveBeen: 'ha kontrollerats',
        still: 'är fortfarande inte kontrollerad',
      },
      { what: 'The effect of the action {reference}', toBe: 'be checked', still: 'is still not checked' },
    ),
  },
  ownersClock({
    key: 'actions.plan-ends',
    on: 'actionPlan',
    label: { sv: 'Följ upp handlingsplanen', en: 'Follow up the action plan' },
    basis: { sv: 'Beslutet om handlingsplanen (MSBFS 2020:6 14 §)', en: 'The decision on the action plan (MSBFS 2020:6, section 14)' },
    due: 'ends',
    where: { state: 'decided' },
    owners: ['owner'],
    warn: 10,
    climbs: { days: 20 },
    say: {
      warn: {
        sv: 'Handlingsplanen {reference} slutar {due} och ska följas upp.',
        en: 'The action plan {reference} ends on {due} and is to be followed up.',
      },
      due: {
        sv: 'Handlingsplanen {reference} slutade {due} och ska följas upp.',
        en: 'The action plan {reference} ended on {due} and is to be followed up.',
      },
      late: {
        sv: 'Handlingsplanen {reference}, som slutade {due}, är fortfarande inte uppföljd.',
        en: 'The action plan {reference}, which ended on {due}, is still not followed up.',
      },
    },
  }),
]
