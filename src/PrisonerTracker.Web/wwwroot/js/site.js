/* The register works without this file; it only makes some things quicker.

   Suggestions while a name is typed, after the "editable combobox with list autocomplete" pattern of the ARIA Authoring Practices:
   arrow keys choose, Enter opens the chosen person or else searches, Escape closes. */

const pause = 150;
const fewestLetters = 2;

for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);

function suggest(input) {
  const list = input.parentElement.querySelector("[role=listbox]");
  const count = input.parentElement.querySelector("[role=status]");
  let chosen = -1;
  let waiting = 0;
  let asking = null;

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
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: mine.signal, headers: { accept: "application/json" } });
      const people = answer.ok ? await answer.json() : [];
      if (asking === mine && document.activeElement === input) show(people);
    } catch {
      if (asking === mine) show([]);
    }
  }

  function show(people) {
    list.replaceChildren(...people.map(option));
    chosen = -1;
    count.textContent = people.length === 0 ? "" : people.length === 1 ? list.dataset.one : list.dataset.many.replace("{0}", people.length);
    if (people.length > 0) open(); else close();
  }

  function option(person, number) {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.dataset.address = person.address;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(part("strong", person.name));
    if (person.also) item.append(" ", part("span", person.also, person.alsoLanguage));
    item.append(" ", part("span", [person.bornOn && `${list.dataset.born} ${person.bornOn}`, person.custody].filter(Boolean).join(", ")));
    return item;
  }

  function part(kind, text, language) {
    const element = document.createElement(kind);
    element.textContent = text;
    if (language) element.lang = language;
    return element;
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
