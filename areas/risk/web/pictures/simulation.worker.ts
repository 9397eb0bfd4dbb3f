import { asDecided, asTheyAre, type QuantifiedRisk } from '../../quantify/reduction.ts'
import type { LossPoint, Simulated } from '../../quantify/simulate.ts'
import { simulation } from '../../quantify/simulate.ts'

/** What a simulation is asked for. */
export interface SimulationJob {
  readonly risks: readonly QuantifiedRisk[]
  readonly seed: number
  readonly trials: number
  readonly appetite: readonly LossPoint[]
}

/** What it tells along the way and at the end. */
export type SimulationNews = { readonly share: number } | { readonly asIs: Simulated; readonly decided: Simulated }

const tell = (news: SimulationNews) => self.postMessage(news)

/** How often, in milliseconds, it tells how far it has come. */
const tellEvery = 50

/** The years with the risks as they are, and the same years with what has been decided. */
self.addEventListener('message', ({ data }: MessageEvent<SimulationJob>) => {
  let told = performance.now()
  const run = (risks: ReturnType<typeof asTheyAre>, from: number): Simulated => {
    const steps = simulation(risks, data)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (performance.now() - told < tellEvery) continue
      told = performance.now()
      tell({ share: from + step.value / 2 })
    }
  }
  const asIs = run(asTheyAre(data.risks), 0)
  tell({ asIs, decided: run(asDecided(data.risks), 0.5) })
})
