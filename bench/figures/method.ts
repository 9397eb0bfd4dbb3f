import { sql } from 'kysely'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { exampleRiskMethod as example, type RiskMethodContent } from '#areas/risk/risk-method.content.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asSystem, openStore } from '#kernel/store/context.ts'
import { openDatabase } from '#server/database/launcher.ts'
import { schemasOf } from '#server/start.ts'
import type { Report } from '../figure.ts'
import { judgedSettings, prepareJudged } from '../scale/judged.ts'

/** The example with a fifth level of consequence, so that every risk at the highest reads otherwise, and other limits. */
const five: RiskMethodContent = {
  ...example,
  consequence: [...example.consequence, { level: 5, name: 'Mycket allvarlig', meaning: '', weight: 5 }],
  criteria: [...example.criteria, { category: 'mission', level: 5, text: 'Skada 5' }],
  matrix: [...example.matrix, ...[1, 2, 3, 4].map((likelihood) => ({ consequence: 5, likelihood, level: likelihood > 1 ? 4 : 3 }))],
  materialFrom: 20,
  mapping: { consequence: [{ from: 4, to: 5 }], likelihood: [] },
}
/** Four again, so that the next run meets levels the first method knows. */
const four: RiskMethodContent = { ...example, mapping: { consequence: [{ from: 5, to: 4 }], likelihood: [] } }

/** Decides risk methods over many open risks, each with all that follows: values, who decides, hand-overs, options, history and search. */
export async function method(report: Report): Promise<void> {
  await prepareJudged((line) => console.error(line))
  const settings = judgedSettings()
  const database = await openDatabase(settings)
  const store = openStore(database.config('app'), schemasOf(settings), 4)
  const today = dayIn(new Date())
  const register = varnaCatalogue.register('riskMethod')
  const actor = asSystem('is measured')
  const decided = async (content: RiskMethodContent) => {
    const carry = (command: Parameters<typeof carryOut>[1][number]) =>
      store.write(actor, {}, (tx) => carryOut({ tx, catalogue: varnaCatalogue, today, change: {}, effects: varnaEffects }, [command]))
    const [made] = await carry({ do: 'create', register, values: { name: 'Metoden', content, validFrom: today } })
    const began = performance.now()
    const written = await carry({
      do: 'move',
      register,
      id: made?.id ?? '',
      version: 1,
      move: 'decide',
      values: { validFrom: today },
      reason: 'Mäts',
    })
    return { seconds: (performance.now() - began) / 1000, records: written.length }
  }
  try {
    const [found] = await store.read(actor, null, (tx) =>
      tx.rows<{ found: boolean }>(sql`select exists (select from risk_method where state = 'inForce') as found`),
    )
    if (!found?.found) report({ name: 'method-first', value: (await decided(example)).seconds, unit: 's' })
    const { seconds, records } = await decided(five)
    report({ name: 'method', value: seconds, unit: 's', aim: { most: 30 } })
    report({ name: 'method-records', value: records, unit: 'records' })
    report({ name: 'method-back', value: (await decided(four)).seconds, unit: 's' })
    report({ name: 'method-memory', value: Math.round(process.memoryUsage().rss / 1e6), unit: 'MB' })
  } finally {
    await store.close()
    await database.close()
  }
}
