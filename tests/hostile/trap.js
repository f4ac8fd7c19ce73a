// Runs before every page: whatever hostile words want to do is noted, and what they leave is looked for.

(() => {
  const caught = [];
  const note = (what) => {
    caught.push(String(what).slice(0, 300));
    console.error(`caught ${String(what).slice(0, 300)}`);
  };
  window.caught = caught;
  for (const name of ["alert", "confirm", "prompt", "open", "postMessage"]) {
    window[name] = (...given) => note(`${name}(${given})`);
  }
  const really = window.eval;
  window.eval = (text) => (String(text).includes("/* of the test */") ? really(text) : note(`eval(${text})`));
  window.Function = function Trapped(...given) {
    note(`Function(${given})`);
    return () => {};
  };
  for (const name of ["setTimeout", "setInterval"]) {
    const real = window[name].bind(window);
    window[name] = (what, ...rest) => (typeof what === "string" ? note(`${name}(${what})`) : real(what, ...rest));
  }
  for (const name of ["write", "writeln"]) document[name] = (text) => note(`document.${name}(${text})`);
  for (const [owner, name] of [
    [Element.prototype, "innerHTML"],
    [Element.prototype, "outerHTML"],
    [HTMLIFrameElement.prototype, "srcdoc"],
  ]) {
    const { get, set } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      get,
      set(text) {
        note(`${name} = ${text}`);
        set.call(this, text);
      },
    });
  }
  addEventListener("securitypolicyviolation", (event) =>
    note(`the policy ${event.effectiveDirective} stops ${event.blockedURI} ${event.sourceFile ?? ""}`),
  );

  /** Say what stands in the page now, or in any part of it, that could run or load something. */
  window.lookedThrough = () => {
    const found = [];
    const roots = [document];
    while (roots.length) {
      const root = roots.pop();
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.content instanceof DocumentFragment) roots.push(element.content);
        for (const { name, value } of element.attributes) {
          if (/^on|^srcdoc$|^formaction$|^ping$/i.test(name)) found.push(`${element.localName} ${name}=${value}`);
          if (/^(?:href|src|action|xlink:href|data|poster)$/i.test(name) && !mayBe(element, value)) {
            found.push(`${element.localName} ${name}=${value}`);
          }
        }
        if (element.matches("iframe, object, embed, applet, frame, math, base[href]")) {
          found.push(element.localName);
        }
        if (element.localName === "script" && element.type !== "application/ld+json") {
          if (element.textContent.trim() || !element.src.startsWith(`${location.origin}/`)) found.push(element.outerHTML);
        }
      }
    }
    return found;
  };

  function mayBe(element, value) {
    const address = new URL(value, location.href);
    if (address.origin === location.origin) return true;
    const isLink = ["a", "area"].includes(element.localName) || element.localName === "link";
    return isLink && ["https:", "mailto:", "tel:", "blob:"].includes(address.protocol);
  }
})();
