import { readFileSync, writeFileSync } from 'node:fs'
import { layOutBrief } from '../server/reports/paper/brief-sheet.ts'
import { setPdf } from '../server/reports/paper/typst.ts'
import { setBriefWord } from '../server/reports/paper/brief-word.ts'
for (const name of process.argv.slice(2)) {
  const [file, format] = name.split(':')
  try {
  const sheet = layOutBrief(JSON.parse(readFileSync(`/tmp/rep-out/${file}.json`, 'utf8')))
  writeFileSync(`/tmp/rep-out/${file}.${format}`, format === 'pdf' ? setPdf(sheet) : await setBriefWord(sheet))
  } catch (e) { console.log(name, e) }
}
process.exit(0)
