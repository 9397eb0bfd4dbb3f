import { sql } from 'kysely'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { carryingAround } from '#areas/information/server/carrying.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { type Actor, asSystem, openStore } from '#kernel/store/context.ts'
import { openDatabase } from '#server/database/launcher.ts'
import { schemasOf } from '#server/start.ts'
import { median, type Report } from '../figure.ts'
import { carried, carriedId, carryingSettings, prepareCarrying } from '../scale/carrying.ts'

const rounds = 30

const slowest = (values: readonly number[]): number => Math.max(...values)

/** Decides classifications that change the need of their information, each with all that follows downstream, and opens the map of what carries what. */
export async function recalculation(report: Report): Promise<void> {
  await prepareCarrying((line) => console.error(line))
  const settings = carryingSettings()
  const database = await openDatabase(settings)
  const store = openStore(database.config('app'), schemasOf(settings), 4)
  const today = dayIn(new Date())
  const actor = asSystem('is measured')
  const register = varnaCatalogue.register('classification')
  const reader: Actor = { person: carriedId('person', 1), name: 'Olle Ägare', roles: ['employee', 'ciso'], mandates: [] }
  try {
    const waiting = await store.read(actor, null, (tx) =>
      tx.rows<{ id: string; version: number; asset: string }>(
        sql`select id, version, asset from classification where state = 'proposed' order by md5(id::text) limit ${rounds + 3}`,
      ),
    )
    const took: number[] = []
    const written: number[] = []
    for (const { id, version } of waiting) {
      const began = performance.now()
      const done = await store.write(actor, {}, (tx) =>
        carryOut({ tx, catalogue: varnaCatalogue, today, change: {}, effects: varnaEffects }, [
          { do: 'move', register, id, version, move: 'decide' },
        ]),
      )
      took.push(performance.now() - began)
      written.push(done.length)
    }
    // The first ones also pay for plans and compilation.
    report({ name: 'recalculation', value: median(took.slice(3)), unit: 'ms', aim: { most: 300 } })
    report({ name: 'recalculation-slowest', value: slowest(took.slice(3)), unit: 'ms', aim: { most: 300 } })
    report({ name: 'recalculation-records', value: median(written.slice(3)), unit: 'records' })

    const asked = { up: 12, down: 12 }
    const open = async (focus: string | null) => {
      const began = performance.now()
      await store.read(reader, null, (tx) => carryingAround(tx, (kind) => varnaCatalogue.register(kind).plural, focus, asked))
      return performance.now() - began
    }
    const whole = [await open(null), await open(null), await open(null)]
    report({ name: 'recalculation-map', value: slowest(whole), unit: 'ms', aim: { most: 1000 } })
    const around: number[] = []
    for (const system of [1, 900, 4_000, 4_500, carried.systems - 1, carried.systems]) around.push(await open(carriedId('system', system)))
    report({ name: 'recalculation-map-around', value: slowest(around), unit: 'ms', aim: { most: 1000 } })
  } finally {
    await store.close()
    await database.close()
  }
}
