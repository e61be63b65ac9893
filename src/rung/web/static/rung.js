"use strict";
// Everything works without this script: it swaps parts of pages instead of loading whole ones,
// plans anew as a goal is moved, takes dropped files and gives the keyboard short ways.

const still = matchMedia("(prefers-reduced-motion: reduce)");

/* A form marked data-replan asks for its page anew as it is changed; the part marked data-live
   is put in place of the old one. */
for (const form of document.querySelectorAll("form[data-replan]")) {
  let timer, asking;
  const wait = form.querySelector("[data-wait]");
  const ask = async () => {
    const live = document.querySelector("[data-live]");
    if (!live || !form.checkValidity() || !form.elements.role.value) return;
    asking?.abort();
    asking = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) if (!value) query.delete(name, value);
    const address = `${form.getAttribute("action")}?${query}`;
    live.classList.add("waiting");
    if (wait) wait.hidden = false;
    try {
      const drawn = live.querySelector("[data-chart] svg");
      const answer = await fetch(`${address}${drawn ? "&live=true" : ""}`, { signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live]");
      if (fresh) {
        const frame = fresh.querySelector("[data-chart]");
        if (drawn && frame) frame.append(...live.querySelector("[data-chart]").childNodes);
        live.replaceWith(fresh);
        history.replaceState(null, "", address);
        document.title = page.title;
        const told = page.querySelector("h1");
        if (told) document.querySelector("h1").textContent = told.textContent;
        charts(fresh);
      } else {
        live.replaceChildren(...page.querySelector("main").childNodes);
        live.classList.remove("waiting");
      }
      if (wait) wait.hidden = true;
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}

/* A slider under the day of a goal, so that it can be moved as well as typed. */
for (const day of document.querySelectorAll("form[data-replan] input[name=by]")) {
  const WEEK = 7 * 864e5;
  const weeks = () => Math.round((Date.parse(day.value) - Date.now()) / WEEK);
  const slider = Object.assign(document.createElement("input"), {
    type: "range", min: 4, max: Math.max(156, weeks()), step: 1, value: weeks() || 39,
  });
  slider.setAttribute("aria-label", "Done by, in weeks from today");
  slider.addEventListener("input", () => {
    day.value = new Date(Date.now() + slider.value * WEEK).toISOString().slice(0, 10);
  });
  day.addEventListener("input", () => { slider.value = weeks(); });
  day.after(slider);
}

/* Files dropped on the form go in like chosen ones. */
for (const drop of document.querySelectorAll("form.drop")) {
  const field = drop.querySelector("input[type=file]");
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}

/* Sliders say their value. */
document.addEventListener("input", (event) => {
  const said = event.target.closest(".range")?.querySelector("[data-value]");
  if (said) said.textContent = event.target.value;
});

/* Work under way shows how far it is. */
const work = document.querySelector("[data-work=running]");
if (work) {
  const look = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const fresh = page.querySelector("[data-work]");
    if (!fresh) return;
    const focused = work.contains(document.activeElement) && fresh.querySelector("button, a");
    work.replaceChildren(...fresh.childNodes);
    if (focused) work.querySelector("button, a")?.focus();
    if (fresh.dataset.work === "running") setTimeout(look, 700);
  };
  setTimeout(look, 700);
}

/* g then a letter goes to a page, / to the search field, ? shows the keys. */
let before = "";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const to = before === "g" && document.querySelector(`nav a[data-key="${CSS.escape(event.key)}"]`);
  before = event.key;
  if (to) {
    before = "";
    to.click();
  } else if (event.key === "/") {
    const field = document.querySelector("input[type=search], main form input:not([type=hidden])");
    if (field) {
      event.preventDefault();
      field.focus();
    }
  } else if (event.key === "?") {
    document.getElementById("keys")?.showModal();
  }
});
for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById("keys").showModal());
}

/* Charts answer to the pointer once Vega is loaded; without it they stay as drawn. */
let vega;
function charts(within) {
  const frames = [...within.querySelectorAll("[data-chart]")];
  if (!frames.length) return;
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) {
      seen.unobserve(entry.target);
      liven(entry.target);
    }
  });
  frames.forEach((frame) => seen.observe(frame));
}
async function liven(frame) {
  vega ??= import(document.querySelector("script[data-vega]").dataset.vega);
  await vega;
  const drawn = [...frame.querySelectorAll("svg")].find((svg) => svg.checkVisibility());
  if (!drawn) return;
  const narrow = drawn.closest(".narrow") ? "&narrow=true" : "";
  const answer = await fetch(frame.dataset.chart + narrow);
  if (!answer.ok) return;
  const place = document.createElement("div");
  place.className = "lively";
  await window.vegaEmbed(place, await answer.json(), {
    ast: true, actions: false, renderer: "svg", defaultStyle: false, hover: !still.matches,
    tooltip: { disableDefaultStyle: true },
  });
  const made = place.querySelector("svg");
  for (const name of ["role", "aria-labelledby", "class"]) made.setAttribute(name, drawn.getAttribute(name));
  for (const part of made.querySelectorAll("[role], [aria-roledescription]")) {
    part.removeAttribute("role");
    part.removeAttribute("aria-roledescription");
  }
  made.prepend(...drawn.querySelectorAll(":scope > title, :scope > desc"));
  (drawn.closest(".lively") ?? drawn).replaceWith(place);
}
charts(document);
