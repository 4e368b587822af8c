// One kind of finding at a time. Without this file the page shows them all.
(function () {
  'use strict';
  var group = document.querySelector('[data-filter]');
  if (!group) return;
  group.hidden = false;

  function each(what, act) { Array.prototype.forEach.call(document.querySelectorAll(what), act); }

  group.addEventListener('click', function (event) {
    var chip = event.target.closest('[data-kind]');
    if (!chip) return;
    var kind = chip.dataset.kind;
    each('[data-filter] [data-kind]', function (one) { one.setAttribute('aria-pressed', one === chip ? 'true' : 'false'); });
    each('.fd', function (one) { one.hidden = kind !== '' && one.dataset.kind !== kind; });
    each('.paper', function (paper) { paper.classList.toggle('only', kind !== ''); });
    each('.ck,.ckw', function (mark) { mark.classList.toggle('on', kind !== '' && mark.classList.contains('k-' + kind)); });
    each('.found .card', function (card) {
      var empty = kind !== '' && !card.querySelector('.fd:not([hidden])');
      card.hidden = empty;
      if (kind && !empty && card.matches('[data-rest]')) card.open = true;
    });
  });

  // A link to a finding among the folded ones opens the fold.
  function unfold() {
    var at = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var fold = at && at.closest('details');
    if (fold && !fold.open) { fold.open = true; at.scrollIntoView({ block: 'nearest' }); }
  }
  window.addEventListener('hashchange', unfold);
  unfold();
})();
