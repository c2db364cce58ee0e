// What pages do beyond HTML: cards over terms, a switch that hides the terms' links, the age of an entry, keys for the
// search. It stands in the head and runs before the first paint, so that nothing jumps. Without it every page works.
{
  const root = document.documentElement
  const REST = 250 // milliseconds that a pointer rests on a term before its card opens, and that the card outlives it
  const GAP = 8 // pixels between a term and its card, and between the card and the edge of the window

  // Storage may be forbidden; then a choice lasts as long as its page.
  const recall = (key) => { try { return localStorage.getItem(key) } catch { return null } }
  const remember = (key, value) => { try { localStorage.setItem(key, value) } catch { /* forgotten with the page */ } }
  const byId = (id) => document.getElementById(id)
  const element = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text }, properties)
  const termsOff = () => root.classList.contains('terms-off')

  const recallTerms = () => root.classList.toggle('terms-off', recall('terms') === 'off')

  function offerSwitch(button, links) {
    const show = () => {
      button.textContent = termsOff() ? button.dataset.off : button.dataset.on
      for (const link of links) link.tabIndex = termsOff() ? -1 : 0
    }
    button.hidden = false
    button.addEventListener('click', () => {
      remember('terms', root.classList.toggle('terms-off') ? 'off' : 'on')
      show()
    })
    addEventListener('pageshow', () => { recallTerms(); show() }) // another page may have changed it before "back"
    show()
  }

  // One card for all terms: beside a term for a pointer and for the keyboard, a sheet at the bottom edge for a finger.
  function offerCard(box, links) {
    const card = box.appendChild(element('div', '', { id: 'card', popover: 'manual', tabIndex: -1 }))
    let owner = null // the term whose card is open
    let isSheet = false
    let pointer = '' // what pressed a term last
    let timer = 0

    function fill() {
      const text = byId(owner.getAttribute('aria-describedby'))
      const [term, name] = text.previousElementSibling.children
      const [title, definition] = [element('strong'), element('p')]
      title.append(...term.cloneNode(true).childNodes)
      definition.append(...text.cloneNode(true).childNodes)
      card.replaceChildren(title, ...(name ? [name.cloneNode(true)] : []), definition)
      if (isSheet) card.append(actions(term.textContent))
      card.classList.toggle('sheet', isSheet)
      card.role = isSheet ? 'dialog' : 'tooltip'
      card.ariaLabel = term.textContent
    }

    function actions(name) {
      const row = element('p', '', { className: 'actions' })
      const button = element('button', box.dataset.close, { type: 'button' })
      button.addEventListener('click', close)
      const [before, after] = box.dataset.more.split('{name}')
      const more = element('a', before, { href: owner.href })
      more.append(element('bdi', name), after)
      row.append(more, button)
      return row
    }

    function open(link, sheet) {
      clearTimeout(timer)
      if (termsOff()) return
      owner = link
      isSheet = sheet
      card.removeAttribute('style')
      fill()
      if (!card.matches(':popover-open')) card.showPopover()
      if (!sheet) return place()
      card.focus()
      scrollBy(0, Math.max(0, owner.getBoundingClientRect().bottom + GAP - innerHeight + card.offsetHeight))
    }

    function place() {
      card.style.maxBlockSize = ''
      const term = owner.getBoundingClientRect()
      const below = innerHeight - term.bottom - 2 * GAP
      const above = term.top - 2 * GAP
      const under = card.offsetHeight <= below || below >= above
      card.style.maxBlockSize = `${under ? below : above}px`
      card.style.top = `${under ? term.bottom + GAP : term.top - GAP - card.offsetHeight}px`
      const start = getComputedStyle(owner).direction === 'rtl' ? term.right - card.offsetWidth : term.left
      card.style.left = `${Math.max(GAP, Math.min(start, root.clientWidth - card.offsetWidth - GAP))}px`
    }

    function close() {
      clearTimeout(timer)
      if (!owner) return
      const link = owner
      owner = null
      card.hidePopover()
      if (isSheet) link.focus({ preventScroll: true })
      isSheet = false
    }

    function follow() {
      if (!owner) return
      const { top, bottom } = owner.getBoundingClientRect()
      if (bottom < 0 || top > innerHeight) close()
      else if (!isSheet) place()
    }

    const hovered = () => card.matches(':hover') || owner?.matches(':hover')

    function leave() {
      clearTimeout(timer)
      if (owner && !isSheet) timer = setTimeout(() => hovered() || owner?.matches(':focus-visible') || close(), REST)
    }

    for (const link of links) {
      link.addEventListener('pointerenter', (event) => {
        if (event.pointerType === 'touch') return
        clearTimeout(timer)
        if (owner !== link) timer = setTimeout(open, REST, link, false)
      })
      link.addEventListener('focus', () => { if (link.matches(':focus-visible') && !isSheet) open(link, false) })
      link.addEventListener('pointerleave', leave)
      link.addEventListener('blur', () => { if (owner === link && !isSheet && !hovered()) close() }) // what has the focus next is not covered
      link.addEventListener('pointerdown', (event) => { pointer = event.pointerType })
      link.addEventListener('click', (event) => {
        if (pointer === 'touch' && !termsOff()) {
          event.preventDefault()
          open(link, true)
        }
        pointer = ''
      })
    }
    card.addEventListener('pointerleave', leave)
    document.addEventListener('pointerdown', ({ target }) => { if (!card.contains(target) && !target.closest('a.term')) close() })
    document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') close() })
    addEventListener('scroll', follow, { passive: true })
    addEventListener('resize', follow)
    addEventListener('pagehide', close)
  }

  function sayAge(line) {
    const months = Math.floor((Date.now() - Date.parse(line.dataset.age)) / (365.2425 / 12 * 864e5))
    const [said, count] = months < 12 ? [line.dataset.months, months] : [line.dataset.years, Math.floor(months / 12)]
    const forms = JSON.parse(said)
    line.textContent = (forms[new Intl.PluralRules(root.lang).select(count)] ?? forms.other).replace('{n}', count)
    line.hidden = months < 6
  }

  // What has been added to a story since this reader was here last. What they have seen stays in their browser.
  function sayNew(story) {
    const links = [...story.querySelectorAll('li a')]
    const seen = recall(location.pathname)?.split(' ')
    const added = seen ? links.filter((link) => !seen.includes(link.pathname)) : []
    for (const link of added) link.closest('li').firstElementChild.append(element('strong', ` ${story.dataset.new}`))
    remember(location.pathname, links.map((link) => link.pathname).join(' '))
  }

  // "/" can be switched off on the search page: a single key may be struck by accident, or by dictation.
  function offerKeys(field, choice) {
    document.addEventListener('keydown', (event) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      const slash = key === '/' && !ctrlKey && !metaKey && !altKey && recall('slash') !== 'off'
      const k = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey
      if (!(slash || k) || target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')) return
      event.preventDefault()
      field.focus()
      field.select()
    })
    field.setAttribute('aria-keyshortcuts', recall('slash') === 'off' ? 'Control+K' : '/ Control+K')
    if (!choice) return
    choice.closest('[hidden]').hidden = false
    choice.checked = recall('slash') !== 'off'
    choice.addEventListener('change', () => remember('slash', choice.checked ? 'on' : 'off'))
  }

  // The attribute "autofocus" would do as much, but a browser complains of it to a reader who was quicker.
  function awaitSearch(form) {
    if (document.activeElement === document.body) form.q.focus({ preventScroll: true })
    let tries = 0 // a browser may remember that an address failed
    const listen = () => form.addEventListener('input', load, { once: true })
    const load = () => import(`${form.dataset.script}#${tries++}`).catch(() => {
      byId('status').textContent = byId('status').dataset.failed
      listen()
    })
    byId('without-script').hidden = true
    if (location.search) load()
    else listen()
  }

  recallTerms()
  document.addEventListener('DOMContentLoaded', () => {
    const links = document.querySelectorAll('a.term')
    const box = document.querySelector('aside.terms')
    const age = document.querySelector('.age')
    const story = byId('timeline')
    const field = byId('find') ?? byId('q')
    const search = document.querySelector('form[data-script]')
    const sought = new URLSearchParams(location.search).get('highlight')
    if (box) offerSwitch(byId('terms-switch'), links)
    if (box && 'popover' in box) offerCard(box, links)
    if (age) sayAge(age)
    if (story) sayNew(story)
    if (field) offerKeys(field, byId('slash'))
    if (search) awaitSearch(search)
    if (sought) import(byId('main').dataset.words).then(({ mark }) => mark(sought), () => {}) // without marks, then
  })
}
