/* Before anything is painted: the colours that the reader has chosen, whether code is wrapped, that there are scripts, and that this
   is for a projector. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");
  if (location.search === "?present") {
    root.classList.add("presenting");
  }
  try {
    var theme = localStorage.getItem("client-hangs-up.theme");
    if (theme === "dark" || theme === "light") {
      root.setAttribute("data-theme", theme);
    }
    root.classList.toggle("wrap", localStorage.getItem("client-hangs-up.wrap") === "true");
  } catch (refused) {
    /* no storage: the system's colours */
  }
}());
