import { readShippedMethod } from '#areas/risk/server/shipped.ts'
import { create, did, type Moment, move } from './script.ts'

const shipped = await readShippedMethod()

/** The authority reviews its risks once a year, the highest twice, and accepts for up to two years what is of medium level. */
const cadence: Readonly<Record<number, { readonly reviewMonths: number; readonly acceptMonths?: number }>> = {
  2: { reviewMonths: 12, acceptMonths: 24 },
  3: { reviewMonths: 12 },
  4: { reviewMonths: 6 },
}

/** Trygghetsverket's guideline on risk management from November 2020, entered when the registers are taken into use. */
export const riskMethods: readonly Moment[] = [
  did(
    '2021-01-18',
    'ciso',
    [
      create('riskMethod', 'rm-2021', {
        name: 'Riskmetod 2020',
        description: 'Enligt riktlinjen för riskhantering från november 2020, med mandaten ur arbetsordningen.',
        content: {
          ...shipped.content,
          levels: shipped.content.levels.map((level) => ({ ...level, ...(cadence[level.level] ?? {}) })),
        },
        validFrom: '2020-11-01',
      }),
    ],
    'Metoden läggs in så som den står i riktlinjen.',
  ),
  did('2021-01-19', 'head-of-security', [move('rm-2021', 'decide', undefined, 'Enligt beslutad riktlinje.')]),
]
