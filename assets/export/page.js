(function () {
  'use strict';
  var slider = document.getElementById('moment'), date = document.getElementById('date'), play = document.getElementById('play');
  var last = Number(slider.max), timer = null;
  document.documentElement.classList.add('js');
  document.querySelector('.scrubber').hidden = false;
  function all(what, then) { Array.prototype.forEach.call(document.querySelectorAll(what), then); }
  function show(wanted) {
    var at = Math.max(1, Math.min(last, wanted));
    slider.value = String(at);
    all('[data-m]', function (part) { part.classList.toggle('shown', Number(part.dataset.m) === at); });
    all('.moment.shown .date', function (head) { date.textContent = head.textContent; slider.setAttribute('aria-valuetext', head.textContent); });
    all('.marker', function (line) {
      var x = Number(line.dataset.from) + (at - 1) * Number(line.dataset.step);
      line.setAttribute('x1', x); line.setAttribute('x2', x);
    });
    all('.value', function (value) { value.textContent = value.dataset.values.split(';')[at - 1] || ''; });
  }
  function stop() { if (timer) { clearInterval(timer); timer = null; play.textContent = play.dataset.play; } }
  function run() {
    if (timer) { stop(); return; }
    if (Number(slider.value) === last) { show(1); }
    play.textContent = play.dataset.pause;
    timer = setInterval(function () { show(Number(slider.value) + 1); if (Number(slider.value) === last) { stop(); } }, 1200);
  }
  slider.addEventListener('input', function () { stop(); show(Number(slider.value)); });
  document.getElementById('back').addEventListener('click', function () { stop(); show(Number(slider.value) - 1); });
  document.getElementById('next').addEventListener('click', function () { stop(); show(Number(slider.value) + 1); });
  play.addEventListener('click', run);
  all('[data-go]', function (button) {
    button.addEventListener('click', function () { stop(); show(Number(button.dataset.go)); document.getElementById('map').scrollIntoView(); });
  });
  show(last);
}());
