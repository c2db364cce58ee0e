// The search page: its form over Pagefind's indexes, of which there is one for each language and year, and one for a
// language's terms. site.js loads this with the first key press, or for an address that holds a query.
const { PREFIX, begins, fold, words } = await import(document.getElementById('main').dataset.words)
const form = document.querySelector('form.query')
const { elements } = form
const [status, filters, ways] = ['status', 'filters', 'ways'].map((id) => document.getElementById(id))
const panel = filters.parentElement
const sections = [...document.querySelectorAll('.found')]
const { root } = status.dataset
const here = document.documentElement.lang
const PAGE = 10 // results that are shown at first, and more with each press of a button
const FILTERS = ['theme', 'source', 'year', 'term', 'kind']
const START = { term: 3, entry: PAGE }
const LETTER = 'ꙮ'
const ALIKE = 1.7 // of two scores, for the shorter word counts more: up to about 1.62 times as much
const FEW = 10 // pages that are read to see which word they have
const BEGUN = 0.75 // of a word, which is tried where nothing has all of it
const FOOTNOTE = / ?\[\d+(:\d+)?\]/g // the mark of one in a text
const QUOTES = /[“”„«»]/g
const PAUSE = 150 // milliseconds after the last key
const [isYear, main] = [(name) => /^\d+$/.test(name), (lang) => lang.split('-')[0].toLowerCase()]

let shards // their names by language, once they are wanted
let engines = {} // Pagefind by language
let turn = 0 // the newest query: answers to older ones come too late
let timer = 0

const element = (name, ...children) => {
  const node = document.createElement(name)
  node.append(...children)
  return node
}
const lacking = (wanted, text) => wanted.filter((word) => !text.some((other) => other.startsWith(word)))
const first = () => new URLSearchParams(location.search)

async function load() {
  const answer = await fetch(`${root}pagefind/shards.json`)
  return answer.json()
}

// Each language has a Pagefind of its own, for it knows the endings of one language only.
async function open(lang, names) {
  const folder = `${root}pagefind/${lang}/`
  const { createInstance } = await import(`${folder}loader/pagefind.js`)
  const pagefind = createInstance()
  const merged = {}
  const merge = (name) => (merged[name] ??= pagefind.mergeIndex(`${folder}${name}/`, { language: lang }))
  return { names, pagefind, has: (name) => name in merged, merge }
}

// The engine of the language that is chosen, with the shards that can hold results: a year needs no other.
async function ready() {
  const list = await (shards ??= load())
  const lang = elements.lang?.value ?? (main(here) in list ? main(here) : Object.keys(list)[0])
  if (!list[lang]) return null
  const engine = await (engines[lang] ??= open(lang, list[lang]))
  const year = elements.year?.value ?? first().get('year')
  const wanted = engine.names.includes(year) ? [year] : engine.names
  const lost = await failed(engine, wanted)
  if (lost.length) {
    engines[lang] = open(lang, engine.names.filter((name) => !lost.includes(name)))
    return ready()
  }
  if (panel.open) offer(engine.names, await engine.pagefind.filters())
  for (const part of form.querySelectorAll('[hidden]')) part.hidden = false
  return engine
}

// The shards that cannot be loaded; an error if there is no other. A Pagefind that has met one answers nothing any more.
async function failed({ merge }, wanted) {
  const ends = await Promise.allSettled(wanted.map(merge))
  const lost = wanted.filter((_, place) => ends[place].reason)
  if (lost.length === wanted.length) throw ends[0].reason
  return lost
}

// Filters are loaded when their panel is opened, for they take as much as a search. Values that are asked for but that the
// index does not have are left out.
function offer(names, found) {
  const { compare } = new Intl.Collator(here, { numeric: true })
  const known = { ...found, year: Object.fromEntries(names.filter(isYear).map((name) => [name])) }
  const selects = FILTERS.map((name) => {
    const values = Object.keys(known[name] ?? {}).sort(compare)
    const label = (value) => sections.find(({ dataset }) => name === 'kind' && dataset.kind === value)?.dataset.name ?? value
    const select = element('select', new Option(filters.dataset.any, ''), ...values.map((value) => new Option(label(value), value)))
    const asked = elements[name]?.value ?? first().get(name)
    select.name = name
    if (values.includes(asked)) select.value = asked
    return element('label', filters.dataset[name], select)
  })
  const active = filters.contains(document.activeElement) && document.activeElement.name
  filters.replaceChildren(...selects)
  if (active) elements[active].focus()
}

// Results by kind. Pagefind merges shards by score, so by date each year is asked for itself, the newest first; and a
// shard ignores a word that none of its pages has, so what has not all of them is left out here. Where some are enough,
// each is asked for itself, for a shard that has all of them gives nothing that has only some.
async function find({ names, pagefind }, { q, sort, kind, ...chosen }, all) {
  const order = sort || !q ? { date: 'desc' } : {}
  const asked = await Promise.all(apart(q).map(async (part) => [part, await having(pagefind, part)]))
  const known = asked.filter(([, pages]) => pages.size)
  if (asked.length && (all ? known.length < asked.length : !known.length)) return sections.map(() => [])
  const joined = known.length > 1 ? known.map(([part]) => part).join(' ').replaceAll('"', '') : known[0]?.[0] ?? q
  const queries = all ? [[joined, { has: (id) => known.every(([, pages]) => pages.has(id)) }]] : known
  const search = async (more) => merged(await Promise.all(queries.map(async ([query, pages]) => {
    const { results } = await pagefind.search(query || null, { filters: { ...chosen, ...more }, sort: order })
    return results.filter(({ id }) => pages.has(id))
  })), order.date)
  const years = order.date && !chosen.year ? names.filter(isYear).map((year) => ({ year })) : [{}]
  const narrower = { term: [{}], entry: years }
  return Promise.all(sections.map(async ({ dataset }) => {
    if (kind && kind !== dataset.kind) return []
    return (await Promise.all(narrower[dataset.kind].map((part) => search({ ...part, kind: dataset.kind })))).flat()
  }))
}

// Lists of results as one: what is in several has the sum of its scores, unless these are its place in the order by date.
function merged([results, ...others], isOrdered) {
  if (!others.length) return results
  const found = new Map(results.map((result) => [result.id, { ...result }]))
  for (const result of others.flat()) {
    const same = found.get(result.id)
    if (!same) found.set(result.id, { ...result })
    else if (!isOrdered) same.score += result.score
  }
  return [...found.values()].sort((one, other) => other.score - one.score)
}

// The pages that have a word, or one that begins with it; or a phrase. Where a shard has none, Pagefind takes the longest
// word that the one asked for begins with, "the" for "Theodora". It takes the same in the same places for whatever else
// begins so: with a letter added that no word has there.
async function having(pagefind, part) {
  const asked = /^"/.test(part) ? [part] : [part, `"${part}"`, part + LETTER]
  await Promise.all(asked.map((word) => pagefind.preload(word))) // so that all see the same words
  const [found, exact, lost] = await Promise.all(asked.map(async (word) => (await pagefind.search(word)).results))
  const [isExact, others] = [ids(exact ?? found), new Map(lost?.map((other) => [other.id, other]))]
  const kept = found.filter(({ id, score, words }) => {
    const other = others.get(id)
    return isExact.has(id) || !other || score < other.score || score >= other.score * ALIKE || String(words) !== String(other.words)
  })
  if (kept.length || found.length > FEW) return ids(kept)
  const pages = await Promise.all(found.map((page) => page.data()))
  return ids(found.filter((_, place) => named(pages[place]).some((word) => word.startsWith(fold(part)))))
}

const named = ({ content, meta }) => words([content, meta.aliases].join(' '))
const ids = (results) => new Set(results.map(({ id }) => id))
const apart = (q = '') => (q.match(/"[^"]+"|[^\s"]+/g) ?? []).filter((part) => words(part).length)

// What is found, and whether it has all the words: as they were typed, or else as they are otherwise written, or else only
// their beginnings, or else some of them.
async function ask(engine, { sort, lang, ...query }) {
  const typed = (query.q ?? '').replace(QUOTES, '"')
  const tries = typed ? spellings(typed).map((q) => [q, true]) : [['', true]]
  if (apart(typed).length > 1) tries.push([typed, false])
  if (!engine || !Object.keys(query).length) tries.length = 0
  for (const [q, all] of tries) {
    const found = await find(engine, { ...query, sort, q }, all)
    if (found.flat().length) return { found, all }
  }
  return { found: sections.map(() => []), all: true }
}

// A query as it was typed; with plain letters, and apart where it has hyphens; with the letters of an Arabic keyboard
// instead of a Persian or Kurdish one; without articles, which the stemmer takes off whole words only; and without the
// endings of long words, for some languages have no stemmer.
function spellings(typed) {
  const plain = typed.includes('"') ? fold(typed) : words(typed).join(' ')
  const arabic = typed.toLowerCase().replaceAll('ک', 'ك').replaceAll('ی', 'ي')
  const bare = arabic.replace(/(?<!\p{L})و?ال(?=\p{L})/gu, '')
  const begun = plain.replace(/[\p{L}]{5,}/gu, (word) => word.slice(0, Math.ceil(word.length * BEGUN)))
  return [...new Set([typed.toLowerCase(), plain, arabic, bare, begun])].filter(Boolean)
}

async function run(count = START) {
  const mine = ++turn
  try {
    const engine = await ready()
    const fields = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value)
    const query = Object.fromEntries(fields)
    const { found, all } = await ask(engine, query)
    const most = ({ dataset }) => Math.max(count[dataset.kind], query.kind ? PAGE : 0)
    const shown = await Promise.all(found.map((results, place) => Promise.all(results.slice(0, most(sections[place])).map((result) => result.data()))))
    if (mine !== turn) return
    remember(count, fields)
    sections.forEach((section, place) => show(section, found[place].length, shown[place], words(query.q ?? '')))
    ways.hidden = found.flat().length > 0
    const isAsked = fields.some(([name]) => name !== 'lang' && name !== 'sort')
    const said = [all ? '' : status.dataset.some, counted(found.flat().length, status)]
    status.textContent = isAsked ? said.filter(Boolean).join(' ') : ''
  } catch {
    shards = undefined // the next key tries again
    engines = {}
    if (mine !== turn) return
    for (const part of [...sections, ways]) part.hidden = part !== ways
    status.textContent = status.dataset.failed
  }
}

function remember(count, fields) {
  const told = new URLSearchParams(fields.filter(([name, value]) => name !== 'lang' || value !== elements.lang.options[0].value))
  history.replaceState(count, '', told.size ? `?${told}` : location.pathname)
}

function counted(number, { dataset }) {
  const forms = JSON.parse(dataset.counted)
  if (!number) return dataset.none
  return (forms[new Intl.PluralRules(here).select(number)] ?? forms.other).replace('{n}', number.toLocaleString([here, 'en'], { numberingSystem: 'latn' }))
}

function show(section, number, pages, query) {
  const [heading, list, more] = section.children
  section.hidden = !number
  if (number) heading.textContent = counted(number, section)
  list.replaceChildren(...pages.map((page) => item(page, query)))
  more.hidden = number <= pages.length
}

function item(page, query) {
  const { url, meta, filters: { theme = [], source = [] } } = page
  const link = element('a', meta.title)
  link.href = query.length ? `${url}?${new URLSearchParams({ highlight: sought(page, query).join(' ') })}` : url
  const name = alias(page, query)
  const facts = [[meta.date].filter(Boolean), listed(theme), listed(source)].filter((fact) => fact.length)
  const lines = [name ? [status.dataset.matched.replace('{name}', name)] : [], facts.flatMap((fact, place) => (place ? [' · ', ...fact] : fact))]
  const small = lines.filter((line) => line.length).map((line) => Object.assign(element('p', ...line), { className: 'small' }))
  return element('li', told(element('h3', link)), told(element('p', ...excerpt(page))), ...small)
}

const listed = (names) => names.flatMap((name, place) => [...(place ? [status.dataset.comma] : []), element('bdi', name)])

// What is of another language than this page says so.
function told(node) {
  const { lang, dir } = elements.lang?.selectedOptions[0] ?? {}
  return lang && lang !== main(here) ? Object.assign(node, { lang, dir }) : node
}

// The words of the query, and what the text has for them: Pagefind finds other endings too.
function sought(page, query) {
  const near = met(page).filter((word) => query.some((other) => begins(word, other.slice(0, PREFIX))))
  return [...new Set([...query, ...near])]
}

// The words of a page that Pagefind found.
function met({ raw_content: text, locations }) {
  const all = text.split(text.includes('\u200b') ? '\u200b' : /\s+/)
  return words(locations.map((place) => all[place]).join(' '))
}

// The alias that has the words of the query which the text lacks.
function alias({ content, meta }, query) {
  const missing = lacking(query, words(content))
  const names = missing.length ? (meta.aliases ?? '').split(' · ') : []
  return names.find((name) => !lacking(missing, words(name)).length)
}

// Pagefind marks words in escaped text. The title stands above already; where nothing else is marked the summary says more.
function excerpt({ excerpt: text, plain_excerpt: plain, content, meta: { title, summary } }) {
  const rest = plain.startsWith(title) ? text.split(' ').slice(title.split(/\s+/).length).join(' ') : `… ${text}`
  const parts = rest.replaceAll(FOOTNOTE, '').split(/<\/?mark>/).map((part) => part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
  if (parts.length === 1 && summary) return [summary]
  return [...parts.flatMap((part, place) => (place % 2 ? marked(part) : part)), content.endsWith(plain) ? '' : ' …']
}

// A word is marked without the punctuation around it.
function marked(text) {
  const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(text)
  return [before, element('mark', word), after]
}

// Arrows go from the field into the results and between them, Escape goes back to the field.
document.getElementById('main').addEventListener('keydown', (event) => {
  const places = [form.q, ...document.querySelectorAll('.found h3 a')]
  const place = places.indexOf(document.activeElement)
  const next = places[{ ArrowDown: place + 1, ArrowUp: place - 1, Escape: 0 }[event.key]]
  if (place < 0 || !next || next === document.activeElement) return
  event.preventDefault()
  next.focus()
})
form.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(run, PAUSE)
})
panel.addEventListener('toggle', () => { if (panel.open) run(history.state ?? START) })
form.addEventListener('submit', (event) => {
  event.preventDefault()
  run()
})
for (const section of sections) {
  const [, list, more] = section.children
  more.addEventListener('click', async () => {
    const shown = list.children.length
    await run({ ...(history.state ?? START), [section.dataset.kind]: shown + PAGE })
    list.children[shown]?.querySelector('a').focus()
  })
}

const asked = first()
form.q.value ||= asked.get('q') ?? ''
panel.open = FILTERS.some((name) => asked.has(name))
form.sort.checked = asked.get('sort') === 'date'
if (elements.lang) {
  const langs = [...elements.lang.options].map(({ value }) => value)
  elements.lang.value = [asked.get('lang'), main(here), langs[0]].find((lang) => langs.includes(lang))
}
run(history.state ?? START)
