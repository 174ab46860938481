// Runs before the scripts of a page: their clock shows another day, and goes on from there.
(() => {
  const Real = Date;
  const ahead = Real.parse("DAY") - Real.now();
  const now = () => Real.now() + ahead;
  globalThis.Date = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (_, given, target) => Reflect.construct(Real, given.length ? given : [now()], target),
    get: (real, name) => (name === "now" ? now : Reflect.get(real, name)),
  });
})();
