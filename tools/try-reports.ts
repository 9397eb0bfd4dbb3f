import { writeFileSync } from 'node:fs'
import { asSystem } from '#kernel/store/context.ts'
import { endOf } from '#kernel/clocks/clock.ts'
import { withServices } from '../server/start.ts'
import { readSettings } from '../server/settings/settings.ts'
import { calledBy } from '../server/reports/risks/files.ts'
import { riskReport } from '../server/reports/risks/report.ts'
import { riskSheet } from '../server/reports/risks/sheet.ts'
import { toDocx, toPdf, closePress } from '../server/reports/paper/paper.ts'

const want = process.argv.slice(2)
const settings = readSettings(process.env as never)
await withServices(settings, async (services) => {
  const actor = asSystem('tries')
  for (const w of want) {
    const [kind, lang, format, about, day] = w.split(':')
    try {
      const asOf = day ? endOf(day) : null
      const id = about ? await calledBy(services, actor, kind === 'risk' ? 'risk' : 'unit', about, asOf) : null
      const t = performance.now()
      const { brief, telling } = await riskReport(services, actor, { kind, asOf, language: lang, since: 'quarter', about: id } as never)
      const read = performance.now() - t
      writeFileSync(`/tmp/rep-out/${kind}-${lang}${day ? `-${day}` : ""}.json`, JSON.stringify(brief))
      const bytes = format === 'xlsx' ? await riskSheet(telling) : await (format === 'pdf' ? toPdf : toDocx)(brief)
      writeFileSync(`/tmp/rep-out/${kind}-${lang}${day ? `-${day}` : ''}.${format}`, bytes)
      console.log(w, Math.round(read), Math.round(performance.now() - t), bytes.length)
      if (format==='pdf' && lang==='sv' && kind!=='function') console.log(JSON.stringify(brief.sections.map((s) => [s.heading, s.paragraphs]), null, 0))
    } catch (error) { console.log(w, error, JSON.stringify(error));console.log((error as {detail?: unknown}).detail, (error as Error).cause)}
  }
  await closePress()
  return 0
})
process.exit(0)
