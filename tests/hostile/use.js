// Uses everything of a page as a visitor would: opens, ticks, chooses, types, presses.

async (words) => {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const stay = (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
  };
  addEventListener("click", stay, true);
  addEventListener("submit", (event) => event.preventDefault(), true);
  const fire = (element, name) => element.dispatchEvent(new Event(name, { bubbles: true }));
  let used = 0;
  const open = () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  };
  const choose = async (most) => {
    for (const select of [...document.querySelectorAll("select")].slice(0, most)) {
      const options = [...select.options].filter(({ value }) => value).slice(0, 3);
      for (const { value } of options) {
        select.value = value;
        fire(select, "change");
        used += 1;
        await pause(15);
      }
    }
    for (const box of [...document.querySelectorAll("input[type=checkbox], input[type=radio]")].slice(0, most)) {
      box.click();
      used += 1;
      await pause(2);
    }
  };
  const press = async () => {
    for (const button of [...document.querySelectorAll("button")].slice(0, 60)) {
      if (!button.isConnected || button.matches(".tray-clear")) continue;
      button.click();
      used += 1;
      await pause(2);
    }
  };
  open();
  await pause(20);
  await choose(12);
  for (const field of document.querySelectorAll("input[type=search], input[type=text], input:not([type]), textarea")) {
    for (const word of words) {
      field.focus();
      field.value = word;
      fire(field, "input");
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
      used += 1;
      await pause(20);
    }
  }
  await pause(60);
  open();
  await press();
  for (const element of [...document.querySelectorAll("svg a, [tabindex]")].slice(0, 12)) {
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  }
  await pause(40);
  return used;
}
