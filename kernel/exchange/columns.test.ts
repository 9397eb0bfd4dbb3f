import { describe, expect, test } from 'vitest'
import { defineRegister } from '../definition/register.ts'
import { date, link, person, text } from '../fields/builders.ts'
import { columnsOf, guessColumns, placesOf, targetsOf } from './columns.ts'
import { rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'

const label = (sv: string, en = sv) => ({ sv, en })
const boat = defineRegister({
  name: 'boat',
  plural: 'boats',
  label: { one: label('Båt', 'Boat'), many: label('Båtar', 'Boats') },
  purpose: label('Båtar'),
  reference: 'B-{year}-{number}',
  title: 'name',
  fields: {
    name: text(label('Namn', 'Name'), { required: true }),
    about: text(label('Vad är den till?', 'What is it for?'), { lines: 3 }),
    skipper: person(label('Skeppare', 'Skipper'), { inverse: label('Båtar') }),
    unit: link(label('Hamn', 'Harbour'), { to: 'unit', required: true, inverse: label('Båtar') }),
    launched: date(label('Sjösatt', 'Launched')),
  },
  scope: { unit: 'unit', own: ['skipper'] },
  access: {},
  list: { columns: ['name'], filters: [], sort: ['name'] },
  form: [],
  exchange: { headings: { launched: ['Sjösättningsdag'] } },
})
const sheet = (header: string[], ...rows: string[][]): Sheet => ({ header, rows, rowNumbers: rows.map((_, index) => index + 2) })

describe('The columns of a file from elsewhere', () => {
  const targets = targetsOf(boat)

  test('are guessed by label, by what authorities call it and by a word they share, whatever stands around the words', () => {
    const header = ['Båt *', 'AVDELNING', 'Ansvarig:', 'Sjösättningsdag (åååå-mm-dd)', 'Beskrivning av båten', 'Färg', 'Reference']
    expect(guessColumns(targets, header)).toEqual({
      'Båt *': 'name',
      AVDELNING: 'unit',
      'Ansvarig:': 'skipper',
      'Sjösättningsdag (åååå-mm-dd)': 'launched',
      'Beskrivning av båten': 'about',
      Färg: null,
      Reference: 'reference',
    })
  })

  test('never share a target: the heading that answers best has it', () => {
    expect(guessColumns(targets, ['Benämning', 'Namn', 'Rubrik'])).toEqual({ Benämning: null, Namn: 'name', Rubrik: null })
  })

  test('are shown with a few different values, long ones cut, and how many rows have any', () => {
    const long = 'x'.repeat(300)
    const [name, empty] = columnsOf(targets, sheet(['Namn', 'Tom', ''], ['Vega', '', 'a'], ['Vega', ' ', ''], [long, '', '']))
    expect(name).toEqual({ heading: 'Namn', samples: ['Vega', `${'x'.repeat(78)} …`], filled: 3, target: 'name' })
    expect(empty).toMatchObject({ heading: 'Tom', filled: 0, samples: [], target: null })
    expect(columnsOf(targets, sheet(['', 'Namn']))).toHaveLength(1)
  })

  test('are read as they are said to be; what is left out is no fault', () => {
    const file = sheet(['Fartyg', 'Hemmahamn', 'Färg', 'Nr'], ['Vega', 'Öckerö', 'röd', 'B-2020-0001'])
    expect(() => rowsOf(boat, file)).toThrow('columns')
    expect(rowsOf(boat, file, { Fartyg: 'name', Hemmahamn: 'unit', Färg: null, Nr: 'reference' })).toEqual([
      { row: 2, id: null, key: 'B-2020-0001', values: { name: 'Vega', unit: 'Öckerö' } },
    ])
    expect(rowsOf(boat, file, { Fartyg: 'name' })).toEqual([{ row: 2, id: null, key: null, values: { name: 'Vega' } }])
  })

  test.each([
    [{ Segel: 'name' }, 'Filen har ingen kolumn som heter ”Segel”.'],
    [{ Fartyg: 'mast' }, 'Det finns inget fält som heter ”mast”.'],
    [{ Fartyg: 'constructor' }, 'Det finns inget fält som heter ”constructor”.'],
    [{ Fartyg: 'name', Hamn: 'name' }, 'Två kolumner läses in som ”Namn”. Välj en av dem.'],
    [{ Fartyg: null }, 'Välj minst en kolumn att läsa in.'],
  ])('are refused where the mapping %j makes no sense, in words', (columns, words) => {
    expect(() => placesOf(targets, ['Fartyg', 'Hamn'], columns)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ title: expect.objectContaining({ sv: words }) }) }),
    )
  })
})
