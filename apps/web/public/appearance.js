// Runs before the first paint, so that a dark room is not lit by a white page. Only the choice of light is kept.
(function () {
  try {
    var chosen = localStorage.getItem('appearance');
    if (chosen === 'day' || chosen === 'night') document.documentElement.dataset.appearance = chosen;
  } catch (refused) {
    document.documentElement.dataset.appearance = 'auto';
  }
})();
