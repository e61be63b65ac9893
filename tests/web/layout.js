// What is looked for on a page as it is drawn: overflow, targets under 24 pixels, things over each other.
() => {
  const faults = [];
  const name = (e) => `${e.tagName.toLowerCase()} “${(e.textContent || e.name || "").trim().slice(0, 40)}”`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide`);
  const shown = [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !e.closest("dialog:not([open])") && !e.classList.contains("skip"));
  const inline = (e) => e.tagName === "A" && getComputedStyle(e).display === "inline";
  const boxes = shown.map((e) => [e, e.getBoundingClientRect()]);
  for (const [e, box] of boxes) {
    if (inline(e)) continue;
    const label = e.closest("label");
    const area = label ? label.getBoundingClientRect() : box;
    if (area.width < 24 || area.height < 24) faults.push(`${name(e)} is ${Math.round(area.width)} × ${Math.round(area.height)}`);
    if (box.left < -1 || box.right > innerWidth + 1) {
      const holder = e.closest(".scroll, .values, nav");
      if (!holder) faults.push(`${name(e)} leaves the page`);
    }
  }
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [one, a] = boxes[i], [two, b] = boxes[j];
    if (one.contains(two) || two.contains(one) || inline(one) || inline(two)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1 && !one.closest(".values") && !two.closest(".values")) faults.push(`${name(one)} lies over ${name(two)}`);
  }
  for (const e of document.querySelectorAll("main p, main td, main th, main li, main dd, h1, h2, h3")) {
    if (!e.checkVisibility() || e.closest(".scroll, svg, .hidden, thead, details:not([open])") || e.classList.contains("hidden")) continue;
    if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline" && e.clientWidth) faults.push(`${name(e)} is wider than its place`);
  }
  return faults;
}
