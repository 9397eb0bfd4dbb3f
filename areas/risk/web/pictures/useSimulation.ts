import { useEffect, useState } from 'react'
import type { QuantifiedRisk } from '../../quantify/reduction.ts'
import { type LossPoint, type Simulated, usualTrials } from '../../quantify/simulate.ts'
import type { SimulationJob, SimulationNews } from './simulation.worker.ts'

/** How far the simulation has come, what it came to, or that it failed. */
export type SimulationState =
  | { readonly is: 'running'; readonly share: number }
  | { readonly is: 'done'; readonly asIs: Simulated; readonly decided: Simulated }
  | { readonly is: 'failed' }

/** Simulates beside the page, so that it can be used meanwhile; begins anew when the risks or the seed change. */
export function useSimulation(risks: readonly QuantifiedRisk[], appetite: readonly LossPoint[], seed: number): SimulationState {
  const [state, setState] = useState<SimulationState>({ is: 'running', share: 0 })
  useEffect(() => {
    setState({ is: 'running', share: 0 })
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<SimulationNews>) =>
      setState('share' in data ? { is: 'running', share: data.share } : { is: 'done', ...data })
    worker.onerror = () => setState({ is: 'failed' })
    worker.postMessage({ risks, appetite, seed, trials: usualTrials } satisfies SimulationJob)
    return () => worker.terminate()
  }, [risks, appetite, seed])
  return state
}
