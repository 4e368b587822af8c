// The desk's ticks and keys, and copying a table. Every form works without this file.
(function () {
  'use strict';
  var last = 0;

  function all(what) { return Array.prototype.slice.call(document.querySelectorAll(what)); }
  function ticks() { return all('input[form=bulk][type=checkbox]'); }
  function rows() { return all('#main [data-row]'); }

  function counted() {
    var told = document.querySelector('[data-count]');
    var boxes = ticks();
    var on = boxes.filter(function (box) { return box.checked; });
    if (told) told.textContent = told.dataset.words.replace('#', on.length);
    var whole = document.querySelector('[data-all]');
    if (whole) {
      whole.checked = on.length > 0 && on.length === boxes.length;
      whole.indeterminate = on.length > 0 && on.length < boxes.length;
    }
    boxes.forEach(function (box) { box.closest('[data-row]').classList.toggle('on', box.checked); });
  }

  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-all]')) {
      ticks().forEach(function (box) { box.checked = event.target.checked; });
      counted();
    } else if (event.target.matches('input[form=bulk]')) counted();
  });

  document.addEventListener('click', function (event) {
    var at = event.target.closest('[data-cancel],[data-copy-table]');
    if (!at) return;
    if (at.matches('[data-copy-table]')) return copied(at);
    var slot = at.closest('.slot');
    if (slot) { event.preventDefault(); slot.innerHTML = ''; slot.closest('[data-row]').focus(); }
  });

  function copied(button) {
    var lines = all(button.dataset.copyTable + ' tr').map(function (row) {
      return Array.prototype.map.call(row.children, function (cell) {
        return cell.innerText.replace(/\s+/g, ' ').trim();
      }).join('\t');
    });
    var area = document.createElement('textarea');
    area.value = lines.join('\n');
    area.className = 'vh';
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    button.focus();
    if (!done) return;
    button.classList.add('done');
    document.getElementById('live').textContent = button.dataset.copiedRows.replace('#', lines.length - 1);
  }

  function typing(event) {
    return event.isComposing || event.keyCode === 229 || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.nodeName);
  }

  function press(row, key) {
    var at = row && row.querySelector('[data-key="' + key + '"]');
    if (!at) return false;
    at.click();
    var box = at.nodeName === 'SUMMARY' && at.parentNode.open && at.parentNode.querySelector('input.in');
    if (box) box.focus();
    return true;
  }

  document.addEventListener('keydown', function (event) {
    var box = event.target.matches('input[form=bulk]');
    if ((typing(event) && !box) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    var row = document.activeElement && document.activeElement.closest('[data-row]');
    var key = event.key.toLowerCase();
    if (key === 'u') {
      var back = document.querySelector('[data-undo]');
      if (back) { event.preventDefault(); back.click(); }
    } else if (key === 'x' && row) {
      var tick = row.querySelector('input[form=bulk]');
      if (tick) { event.preventDefault(); tick.checked = !tick.checked; counted(); }
    } else if ((key === 'a' || key === 'r' || key === 'e') && press(row, key)) event.preventDefault();
  });

  // After a swap the reader stays where they were: at the row that took the place of the one just decided.
  document.body.addEventListener('htmx:beforeSwap', function () {
    var now = document.activeElement && document.activeElement.closest('[data-row]');
    last = now ? rows().indexOf(now) : -1;
  });
  document.body.addEventListener('htmx:afterSettle', function (event) {
    counted();
    var waits = document.querySelector('.fil a b');
    var told = document.querySelector('.side a[href="/desk/"] em');
    if (waits && told) told.textContent = waits.textContent;
    if (event.target.closest && event.target.closest('.slot')) {
      var first = event.target.querySelector('input:not([type=hidden])');
      if (first) first.focus();
    } else if (last >= 0 && !(document.activeElement && document.activeElement.closest('[data-row]'))) {
      var there = rows();
      if (there.length) there[Math.min(last, there.length - 1)].focus();
    }
  });
  counted();
})();
