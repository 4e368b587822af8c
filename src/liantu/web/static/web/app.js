// The drawer, the palette, the help list and the keys. Without this file every page still works: figures are links.
(function () {
  'use strict';
  var drawer = document.getElementById('drawer');
  var palette = document.getElementById('palette');
  var help = document.getElementById('help');
  var live = document.getElementById('live');
  var opener = null;
  var keyBefore = '';

  function say(words) {
    live.textContent = '';
    window.setTimeout(function () { live.textContent = words; }, 30);
  }

  function address(figure) {
    var url = new URL(location.href);
    if (figure) url.searchParams.set('fig', figure);
    else url.searchParams.delete('fig');
    history.replaceState(history.state, '', url);
  }

  // A figure, or the sentence behind a firm's role, opens in the drawer; with Ctrl or Shift the link stays a link.
  function openSource(href, from) {
    if (!drawer.open) opener = from || null;
    var figure = new URL(href, location.href).pathname.match(/^\/figures\/([\w.-]+)\/$/);
    return htmx.ajax('GET', href, { target: '#drawer-body', swap: 'innerHTML' }).then(function () {
      if (!drawer.open) drawer.showModal();
      address(figure && figure[1]);
      var title = document.getElementById('drawer-title');
      if (title) title.focus();
      var scroller = drawer.querySelector('.dsc');
      var mark = scroller && scroller.querySelector('.lit');
      if (mark && mark.offsetTop > scroller.clientHeight) scroller.scrollTop = mark.offsetTop - scroller.clientHeight / 2;
    });
  }

  function openPalette() {
    if (!palette || palette.open) return;
    opener = document.activeElement;
    // Fetched once: opened again it is there at once, the last words marked, so that nothing typed meanwhile is lost.
    if (palette.querySelector('input[type=search]')) return showPalette();
    htmx.ajax('GET', '/search/', { target: '#palette-body', swap: 'innerHTML' }).then(showPalette);
  }

  function showPalette() {
    palette.showModal();
    var box = palette.querySelector('input[type=search]');
    if (box) { box.focus(); box.select(); }
  }

  function onClose() {
    if (this === drawer) address('');
    if (opener && document.contains(opener)) opener.focus();
    opener = null;
  }

  document.addEventListener('click', function (event) {
    var target = event.target;
    if (target.nodeName === 'DIALOG') return target.close();
    var plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && event.button === 0;
    var at = target.closest('a[href],button');
    if (!at || !plain) return;
    if (at.matches('[data-close]')) { event.preventDefault(); return closeOf(at); }
    if (at.matches('[data-print]')) return window.print();
    if (at.matches('[data-help]')) { opener = at; return help.showModal(); }
    if (at.matches('[data-palette]')) { event.preventDefault(); return openPalette(); }
    if (at.matches('[data-copy]')) return copy(at);
    if (drawer && at.matches('a.fig,a.other,a.src')) { event.preventDefault(); openSource(at.href, at); }
  });

  function closeOf(button) {
    var dialog = button.closest('dialog');
    if (dialog) dialog.close();
  }

  function copy(button) {
    var area = document.createElement('textarea');
    area.value = button.getAttribute('data-copy');
    area.className = 'vh';
    button.parentNode.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    button.focus();
    if (done) { button.classList.add('done'); say(live.dataset.copied); }
  }

  // Keys. None while a person types or an input method composes a character.
  function typing(event) {
    var at = event.target;
    return event.isComposing || event.keyCode === 229 || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.nodeName);
  }

  function step(list, by) {
    var items = Array.prototype.slice.call(list).filter(function (x) { return x.offsetParent !== null; });
    if (!items.length) return false;
    var now = items.findIndex(function (x) { return x === document.activeElement || x.contains(document.activeElement); });
    var next = items[Math.max(0, Math.min(items.length - 1, now < 0 ? (by > 0 ? 0 : items.length - 1) : now + by))];
    var focus = next.matches('a,button,input,[tabindex]') ? next : next.querySelector('a,button,input');
    if (focus) { focus.focus(); next.scrollIntoView({ block: 'nearest' }); }
    return true;
  }

  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      if (!event.isComposing && palette) { event.preventDefault(); openPalette(); }
      return;
    }
    if (palette && palette.open && !event.isComposing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      if (step(palette.querySelectorAll('input[type=search],a[data-hit]'), event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
      return;
    }
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    var before = keyBefore;
    keyBefore = event.key;
    window.setTimeout(function () { keyBefore = ''; }, 1200);
    if (before === 'g') {
      var go = document.querySelector('[data-go="' + (/^[a-z]$/.test(event.key) ? event.key : '') + '"]');
      if (go) { event.preventDefault(); location.assign(go.href); }
      return;
    }
    if (event.key === '/' && palette) { event.preventDefault(); openPalette(); }
    else if (event.key === '?' && help) { opener = document.activeElement; help.showModal(); }
    else if (event.key === 'j' || event.key === 'k') {
      if (step(document.querySelectorAll('#main [data-row]'), event.key === 'j' ? 1 : -1)) event.preventDefault();
    }
  });

  // Waiting longer than 300 ms shows the bar at the top; a lost connection says so in words.
  var bar = document.getElementById('progress');
  var waiting = 0;
  function busy(by, target) {
    waiting = Math.max(0, waiting + by);
    if (target) target.setAttribute('aria-busy', by > 0 ? 'true' : 'false');
    bar.classList.toggle('on', waiting > 0);
  }
  document.body.addEventListener('htmx:beforeRequest', function (event) { busy(1, event.detail.target); });
  document.body.addEventListener('htmx:afterRequest', function (event) { busy(-1, event.detail.target); });
  document.body.addEventListener('htmx:sendError', function () {
    say(live.dataset.lost);
    live.className = 'lost';
    window.setTimeout(function () { live.className = 'vh'; }, 8000);
  });

  [drawer, palette, help].forEach(function (dialog) { if (dialog) dialog.addEventListener('close', onClose); });
  var wanted = new URLSearchParams(location.search).get('fig');
  if (drawer && wanted && /^[\w.-]+$/.test(wanted)) openSource('/figures/' + wanted + '/');
})();
