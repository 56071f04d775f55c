// The keys, the progress of a screening, printing. Every page works without it.
"use strict";
const rows = () => [...document.querySelectorAll("[data-row], section.card")];
let at = -1;

function move(step) {
  const all = rows();
  if (!all.length) return;
  at = Math.min(all.length - 1, Math.max(0, at + step));
  all.forEach((row) => row.classList.remove("at"));
  const row = all[at];
  row.classList.add("at");
  const link = row.querySelector("a.row-main");
  if (link) link.focus({ preventScroll: true });
  else { row.tabIndex = -1; row.focus({ preventScroll: true }); }
  row.scrollIntoView({ block: "nearest" });
}

function choose(form, value) {
  form.classList.add("open");
  form.dataset.verdict = value;
  form.querySelectorAll("button[name=verdict]").forEach((b) => b.setAttribute("aria-pressed", String(b.value === value)));
  form.querySelector("input[name=because]").focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

function judge(value) {
  const row = rows()[at] || document.querySelector("section.card");
  const form = row && row.querySelector("form.judge");
  if (form) choose(form, value);
}

// The first press of a verdict asks why; Enter, or the same button again, says so.
document.querySelectorAll("form.judge button[name=verdict]").forEach((button) => button.addEventListener("click", (event) => {
  if (button.form.dataset.verdict !== button.value) { event.preventDefault(); choose(button.form, button.value); }
}));

const GO = { i: "/", r: "/read", s: "/screen", w: "/watch", l: "/lists", a: "/audit" };
const KEYS = {
  j: () => move(1), k: () => move(-1),
  s: () => judge("same"), n: () => judge("not same"), u: () => judge("unsure"),
  e: () => { const row = rows()[at]; const button = row && row.querySelector("[data-close]"); if (button) button.click(); },
  E: () => { const row = rows()[at]; const button = row && row.querySelector("[data-close-all]"); if (button) button.click(); },
  "/": () => { const field = document.getElementById("q"); if (field) field.focus(); else location.href = "/search"; },
  "?": () => document.getElementById("help")?.showModal(),
};
let went = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape") field.blur();
    const form = field.closest("form.judge");
    if (event.key === "Enter" && form && form.dataset.verdict) {
      event.preventDefault();
      form.requestSubmit([...form.querySelectorAll("button[name=verdict]")].find((b) => b.value === form.dataset.verdict));
    }
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (went && GO[event.key]) { event.preventDefault(); location.href = GO[event.key]; return; }
  went = event.key === "g";
  const work = KEYS[event.key];
  if (work) { event.preventDefault(); work(); }
});

document.querySelectorAll("[data-help]").forEach((button) => button.addEventListener("click", KEYS["?"]));
document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
document.querySelectorAll("form").forEach((form) => form.addEventListener("submit", () => {
  setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }), 0);
  document.body.classList.add("busy");
}));
addEventListener("pageshow", () => {
  document.body.classList.remove("busy");
  document.querySelectorAll("form button").forEach((button) => { button.disabled = false; });
});

const progress = document.querySelector("[data-progress]");
async function look() {
  const answer = await fetch(progress.dataset.progress + "?wait=2", { headers: { accept: "application/json" } });
  if (!answer.ok) { location.reload(); return; }
  const job = await answer.json();
  progress.querySelector("[data-done]").textContent = String(job.done);
  if (["done", "failed", "cancelled"].includes(job.state)) location.reload();
  else setTimeout(look, 300);
}
if (progress) look();
