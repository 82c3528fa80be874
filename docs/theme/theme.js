/* Before anything is painted: the colours that the reader has chosen, whether code is wrapped, and that there are scripts. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");
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
