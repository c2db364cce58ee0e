// The search page: its form over Pagefind's index. site.js loads this with the first key press, or for an address that
// holds a query.
const form = document.querySelector('form.query')
const [status, list, more, filters] = ['status', 'results', 'more', 'filters'].map((id) => document.getElementById(id))
const { lang } = document.documentElement
const PAGE = 10 // results that are shown at first, and more with each press of the button
const PAUSE = 150 // milliseconds after the last key
const LETTERS = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ك: 'ک', ي: 'ی', ى: 'ی', ة: 'ه', ۀ: 'ه' }
const MARKS = /[\p{M}\p{Lm}\p{Sk}\p{Cf}'’‘‛′＇]/gu // accents, apostrophes, and what has no width

let index // Pagefind, once it is wanted
let turn = 0 // the newest query: answers to older ones come too late
let timer = 0

const element = (name, ...children) => {
  const node = document.createElement(name)
  node.append(...children)
  return node
}

// Spellings of one name become one, as they do where the glossary is matched.
const fold = (text) => text.toLowerCase().replace(/[ıłøđħŧكيىةۀ]/g, (letter) => LETTERS[letter]).normalize('NFD').replace(MARKS, '')
const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
const lacking = (wanted, text) => wanted.filter((word) => !text.some((other) => other.startsWith(word)))

async function open() {
  const pagefind = await import(`${status.dataset.root}pagefind/pagefind.js`)
  offer(await pagefind.filters())
  return pagefind
}

// Values that the address names but the index does not have are left out.
function offer(found) {
  const asked = new URLSearchParams(location.search)
  const { compare } = new Intl.Collator(lang, { numeric: true })
  const selects = ['theme', 'source', 'year', 'term', 'kind'].map((name) => {
    const values = Object.keys(found[name] ?? {}).sort(compare)
    const select = element('select', new Option(filters.dataset.any, ''), ...values.map((value) => new Option(value)))
    select.name = name
    if (values.includes(asked.get(name))) select.value = asked.get(name)
    return element('label', filters.dataset[name], select)
  })
  filters.replaceChildren(...selects)
  filters.hidden = document.getElementById('sort').hidden = false
}

// A query as it was typed comes first. Folded it is tried when that finds nothing: the text may have plain letters.
async function ask(pagefind, { q, sort, ...chosen }) {
  if (!q && !Object.keys(chosen).length) return []
  const options = { filters: chosen, sort: sort || !q ? { date: 'desc' } : {} }
  const { results } = await pagefind.search(q ?? null, options)
  return results.length || !q ? results : (await pagefind.search(fold(q), options)).results
}

async function run(count = PAGE) {
  const mine = ++turn
  try {
    const pagefind = await (index ??= open())
    const fields = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value)
    const query = Object.fromEntries(fields)
    const results = await ask(pagefind, query)
    const pages = await Promise.all(results.slice(0, count).map((result) => result.data()))
    if (mine !== turn) return
    history.replaceState(count, '', fields.length ? `?${new URLSearchParams(fields)}` : location.pathname)
    list.replaceChildren(...pages.map((page) => item(page, words(query.q ?? ''))))
    status.textContent = fields.length ? counted(results.length) : ''
    more.hidden = results.length <= count
  } catch {
    index = undefined // the next key tries again
    if (mine === turn) status.textContent = status.dataset.failed
  }
}

function counted(number) {
  const forms = JSON.parse(status.dataset.results)
  if (!number) return status.dataset.none
  return (forms[new Intl.PluralRules(lang).select(number)] ?? forms.other).replace('{n}', number.toLocaleString(lang))
}

function item(page, query) {
  const { url, meta, filters: { kind = [], theme = [], source = [] } } = page
  const link = element('a', meta.title)
  link.href = url
  const facts = element('p', (meta.date ? [meta.date, theme.join(', '), source.join(', ')] : kind).filter(Boolean).join(' · '))
  const name = alias(page, query)
  const why = element('p', status.dataset.matched.replace('{name}', name))
  facts.className = why.className = 'small'
  return element('li', element('h2', link), element('p', ...excerpt(page)), ...(name ? [why] : []), facts)
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
  const parts = rest.split(/<\/?mark>/).map((part) => part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
  if (parts.length === 1 && summary) return [summary]
  return [...parts.map((part, place) => (place % 2 ? element('mark', part) : part)), content.endsWith(plain) ? '' : ' …']
}

form.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(run, PAUSE)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  run()
})
more.addEventListener('click', async () => {
  const shown = list.children.length
  await run(shown + PAGE)
  list.children[shown]?.querySelector('a').focus()
})

const asked = new URLSearchParams(location.search)
form.q.value ||= asked.get('q') ?? ''
form.sort.checked = asked.get('sort') === 'date'
run(history.state ?? PAGE)
