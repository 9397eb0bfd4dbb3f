import type { Report } from '../figure.ts'
import { putBack } from '../scale/prepare.ts'
import { interleave, p99, perSecond, ratio } from '../subjects/rounds.ts'
import type { Bed } from './bed.ts'

/** How a change over HTTP compares with the same transaction by hand. */
export async function write(bed: Bed, report: Report): Promise<void> {
  for (const callers of [1, 16]) {
    const [http, driver, kernel] = await Promise.all([bed.targets(0, 3), bed.targets(1, 3), bed.targets(2, 3)])
    const measured = await interleave(
      {
        http: { kind: 'http-write', port: bed.server.port, cookie: bed.cookie, targets: http },
        driver: {
          kind: 'driver-write',
          config: { ...bed.bare, options: `${bed.bare.options} -c session_replication_role=replica` },
          targets: driver,
        },
        kernel: { kind: 'kernel', config: bed.app, actor: bed.actor, question: { do: 'write', targets: kernel } },
      },
      callers,
    )
    report({ name: `write-vs-driver-${callers}`, value: ratio(measured.http, measured.driver), unit: 'ratio', aim: { least: 0.33 } })
    report({ name: `write-kernel-vs-driver-${callers}`, value: ratio(measured.kernel, measured.driver), unit: 'ratio' })
    report({ name: `write-http-${callers}`, value: perSecond(measured.http), unit: '/s' })
    report({ name: `write-driver-${callers}`, value: perSecond(measured.driver), unit: '/s' })
    if (callers === 16) report({ name: 'write-p99-16', value: p99(measured.http), unit: 'ms' })
  }
  await putBack()
}
