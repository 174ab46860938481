// Loads the page again when there is a newer one, and shows over it what is wrong with the content.
// It is served while files are followed, and is no part of a built site.
{
  const { version } = document.currentScript.dataset;
  const events = new EventSource("/.briefing/events");
  let shown;

  // The page may have no styles of ours, and its policy allows none in attributes.
  const LOOKS = {
    position: "fixed",
    inset: "auto 0 0",
    zIndex: "2147483647",
    maxHeight: "60vh",
    overflow: "auto",
    margin: "0",
    padding: "1rem 1.5rem",
    font: "14px/1.5 ui-monospace, monospace",
    whiteSpace: "pre-wrap",
    color: "#fff",
    background: "#7a1420",
  };

  events.addEventListener("good", ({ lastEventId }) => {
    shown?.remove();
    if (lastEventId !== version) location.reload();
  });
  events.addEventListener("wrong", ({ data }) => {
    shown?.remove();
    shown = document.createElement("pre");
    shown.setAttribute("role", "alert");
    shown.id = "briefing-mistakes";
    Object.assign(shown.style, LOOKS);
    shown.textContent = data;
    document.body.append(shown);
  });
}
