// Waits for the next version of the site and loads the page again.
// It is served while files are watched, and is no part of a built site.
(function () {
  var since = new URL(document.currentScript.src).searchParams.get("since");

  function again(milliseconds) {
    setTimeout(wait, milliseconds);
  }

  function wait() {
    fetch("/__changed?since=" + since, { cache: "no-store" })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      })
      .then(function (version) {
        if (version === since) again(0);
        else location.reload();
      })
      // The server was stopped: it may come back on the same port.
      .catch(function () {
        again(1000);
      });
  }

  wait();
})();
