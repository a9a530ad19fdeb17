/* The register works without this file; it only makes some things quicker: names are offered while one is typed, a filter is applied when
   it is chosen, and a form that is not sent yet is not left by accident.

   Suggestions while a name is typed, after the "editable combobox with list autocomplete" pattern of the ARIA Authoring Practices:
   arrow keys choose, Enter opens the chosen person or else searches, Escape closes. */

const pause = 150;
const fewestLetters = 2;

for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);
for (const form of document.querySelectorAll("form[data-live]")) applyOnChange(form);
for (const form of document.querySelectorAll("main form[method=post]")) guard(form);

/* The part of the page that the form decides is fetched and put in place; the address follows, so that it can be shared and gone back to.
   Whatever goes wrong, the form is sent as it would be without scripts. */
function applyOnChange(form) {
  const told = form.appendChild(element("span", { class: "visually-hidden", role: "status" }));
  let asking = null;
  form.addEventListener("change", async event => {
    if (event.target.matches("input[type=search]")) return;
    const address = new URL(form.action);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(address, { signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [before, after] = [document, page].map(d => d.getElementById(form.dataset.live));
      if (asking !== mine) return;
      if (!answer.ok || !after) return form.requestSubmit();
      before.replaceWith(after);
      told.textContent = after.querySelector(".count")?.textContent ?? "";
      document.title = page.title;
      history.pushState(null, "", address);
      shown = address.pathname + address.search;
    } catch {
      if (asking === mine) form.requestSubmit();
    }
  });
  let shown = location.pathname + location.search;
  addEventListener("popstate", () => { if (location.pathname + location.search !== shown) location.reload(); });
}

/* What was refused came back as it was typed and is not saved either. */
function guard(form) {
  let unsaved = document.querySelector("main .error-summary") !== null && form.querySelector("input:not([type=hidden]), textarea, select") !== null;
  form.addEventListener("input", () => unsaved = true);
  form.addEventListener("submit", () => unsaved = false);
  addEventListener("beforeunload", event => { if (unsaved) event.preventDefault(); });
}

function suggest(input) {
  const words = input.dataset;
  const list = element("ul", { id: `${input.id}-suggestions`, role: "listbox", "aria-label": words.people });
  const count = element("span", { class: "visually-hidden", role: "status" });
  let chosen = -1;
  let waiting = 0;
  let asking = null;

  input.after(list, count);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  close();

  input.addEventListener("input", event => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, pause);
  });
  input.addEventListener("compositionend", ask);
  input.addEventListener("blur", () => {
    clearTimeout(waiting);
    asking?.abort();
    close();
  });
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.children.length > 0) {
      event.preventDefault();
      open();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.address);
    }
  });
  // A press would take the focus away, and with it the list, before the click arrives.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });

  async function ask() {
    const text = input.value.trim();
    asking?.abort();
    if ([...text].length < fewestLetters && !/\p{Script=Han}/u.test(text)) return show([]);

    const mine = asking = new AbortController();
    try {
      const answer = await fetch(`${words.suggest}?q=${encodeURIComponent(text)}`, { signal: mine.signal, headers: { accept: "application/json" } });
      const people = answer.ok ? await answer.json() : [];
      if (asking === mine && document.activeElement === input) show(people);
    } catch {
      if (asking === mine) show([]);
    }
  }

  function show(people) {
    list.replaceChildren(...people.map(option));
    chosen = -1;
    count.textContent = people.length === 0 ? "" : words.count.replace("{0}", people.length);
    if (people.length > 0) open(); else close();
  }

  function option(person, number) {
    const item = element("li", { id: `${list.id}-${number}`, role: "option", "aria-selected": "false", "data-address": person.address });
    item.append(element("strong", {}, person.name));
    if (person.also) item.append(" ", element("span", person.alsoLanguage ? { lang: person.alsoLanguage } : {}, person.also));
    item.append(" ", element("span", {}, [person.bornOn && `${words.born} ${person.bornOn}`, person.custody].filter(Boolean).join(", ")));
    return item;
  }

  function choose(wanted) {
    const options = [...list.children];
    chosen = wanted < -1 ? options.length - 1 : wanted >= options.length ? -1 : wanted;
    options.forEach((item, number) => item.setAttribute("aria-selected", number === chosen));
    if (chosen < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  }

  function open() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    for (const item of list.children) item.setAttribute("aria-selected", "false");
  }
}

function element(kind, attributes, text = "") {
  const made = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}
