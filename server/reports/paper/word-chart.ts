import { ChartRun } from 'docx/charts'
import type { Unit } from './format.ts'
import type { ChartPart } from './sheet.ts'
import { inks, typeface } from './word-styles.ts'

const width = 556 // pixels at 96 per inch: the full reach of the page

/** A chart Word can edit, with the same axis and labels as in the PDF and a description for screen readers. */
export function wordChart(part: ChartPart): ChartRun {
  const bars = part.form === 'bars'
  const font = { name: typeface, color: inks.text }
  const numberFormat = numberFormats[part.unit]
  const label = (size: number, bold: boolean) => ({
    value: true,
    numberFormat,
    font: { size, bold },
  })
  const lastOnly = part.points.map((_, index) => (index === part.points.length - 1 ? label(9.5, true) : (false as const)))
  const now = {
    name: part.nowName,
    values: part.points.map((point) => point.value),
    color: inks.strong,
    line: { color: inks.strong, width: 2 },
    ...(bars ? { dataLabels: label(9.5, true) } : { pointLabels: lastOnly }),
    markers: { shape: 'circle' as const, size: 5 },
  }
  const before = {
    name: part.beforeName,
    values: part.points.map((point) => point.previous),
    color: inks.light,
    line: { color: '8397AB', width: 1.25, dash: 'dash' as const },
    ...(bars ? { dataLabels: label(8, false) } : {}),
    markers: false,
  }
  const common = {
    font,
    categories: part.points.map((point) => point.label),
    legend: part.hasPrevious ? { position: 'bottom' as const } : (false as const),
    chartArea: { fill: 'none', border: 'none' as const },
    altText: {
      name: `${part.number}`,
      title: part.title,
      description: part.alt,
    },
    valueAxis: {
      minimum: part.axis.min,
      maximum: part.axis.max,
      interval: (part.axis.ticks[1] ?? 1) - (part.axis.ticks[0] ?? 0),
      numberFormat,
      visible: !bars,
      gridlines: !bars,
    },
  }
  if (!bars) {
    return new ChartRun({
      ...common,
      type: 'line',
      series: part.hasPrevious ? [now, before] : [now],
      transformation: { width, height: 270 },
    })
  }
  const { line: _now, markers: _m, ...nowBar } = now
  const { line: _before, markers: _n, ...beforeBar } = before
  const rowHeight = part.hasPrevious ? 42 : 28
  return new ChartRun({
    ...common,
    type: 'bar',
    categoryAxis: { reverseOrder: true },
    series: part.hasPrevious ? [nowBar, beforeBar] : [nowBar],
    gapWidth: 45,
    overlap: 0,
    transformation: {
      width,
      height: part.points.length * rowHeight + (part.hasPrevious ? 46 : 20),
    },
  })
}

/** As Excel writes number formats; the thousands sign follows the reader's own settings. */
const numberFormats: Record<Unit, string> = {
  share: '0 %',
  count: '#,##0',
  days: 'General',
  sek: '#,##0',
  level: 'General',
}
