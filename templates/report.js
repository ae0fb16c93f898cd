"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);
  const trails = JSON.parse(one("#trails").textContent);
  const cards = all("details.card");
  // Further findings of a cause stand within its card, and are kept with it.
  const findings = all("details.card, details.member");
  const tools = one("#tools");
  const bites = { yes: "bites", no: "does not bite", unknown: "undecided" };
  let chosen = 0;

  root.classList.add("js");
  all(".needs-script").forEach((item) => { item.hidden = false; });

  // The drawings: each has the places of its nodes and arrows, by the numbers that the page gave them.
  const drawings = all(".canvas").map((canvas, place) => {
    const svg = canvas.querySelector("svg");
    return {
      canvas,
      svg,
      nodes: all("[data-n]", svg),
      edges: all("[data-e]", svg),
      trails: trails[place],
      width: svg.viewBox.baseVal.width,
      height: svg.viewBox.baseVal.height,
      scale: 1,
    };
  });

  const parts = (drawing, number) => {
    const [nodes, edges] = drawing.trails[number - 1];
    return [...nodes.map((n) => drawing.nodes[n]), ...edges.map((n) => drawing.edges[n])];
  };

  const reading = () => tools.elements.reading.value;
  const value = (card) => card.dataset[reading()];

  const shown = (card) => {
    const wanted = tools.elements;
    const state = wanted.position.value;
    return (!wanted.family.value || card.dataset.family === wanted.family.value)
      && (!state || card.dataset.position === state || (state === "open" && card.dataset.state === "open"))
      && (!wanted.release.value || card.dataset.release === wanted.release.value)
      && (!wanted.bite.value || value(card) === wanted.bite.value);
  };

  function update() {
    const name = reading();
    const count = { yes: 0, no: 0, unknown: 0 };
    const kept = new Set();
    cards.forEach((card) => {
      const keep = shown(card);
      card.hidden = !keep;
      if (keep) {
        [card, ...all(".member", card)].forEach((item) => kept.add(item.dataset.f));
        count[value(card)] += 1;
      }
      const word = card.querySelector(".bite");
      word.textContent = `on the ${name} reading: ${bites[value(card)]}`;
      word.className = `bite t-${value(card)}`;
    });
    all(".r, .elements th, .elements td").forEach((cell) => cell.classList.toggle("on", cell.classList.contains(`r-${name}`)));
    all("tr[data-reading]").forEach((row) => row.classList.toggle("on", row.dataset.reading === name));
    all("#lights li").forEach((item) => { item.hidden = !kept.has(item.dataset.f); });
    all(".group").forEach((group) => {
      const cardsOf = all("details.card", group);
      group.hidden = cardsOf.length > 0 && cardsOf.every((card) => card.hidden);
    });
    one("#none").hidden = kept.size > 0;
    one("#tally").textContent = `${cards.length - cards.filter((card) => card.hidden).length} of ${cards.length} entries; on the ${name} reading ${count.yes} `
      + `${count.yes === 1 ? "bites" : "bite"}, ${count.unknown} undecided, ${count.no} ${count.no === 1 ? "does" : "do"} not bite.`;
    if (chosen && !kept.has(String(chosen))) {
      light(0);
    }
    mark();
  }

  // What bites on the chosen reading, among the findings that are shown and counted.
  function mark() {
    drawings.forEach((drawing) => {
      [...drawing.nodes, ...drawing.edges].forEach((part) => part.classList.remove("hot", "warm"));
      findings.filter((item) => !item.closest(".card").hidden && item.dataset.counted === "1").forEach((card) => {
        const mode = { yes: "hot", unknown: "warm" }[value(card)];
        if (mode) {
          parts(drawing, Number(card.dataset.f)).forEach((part) => part.classList.add(mode));
        }
      });
    });
  }

  function light(number) {
    chosen = number;
    all("[data-light]").forEach((button) => {
      const own = Number(button.dataset.light);
      if (own) {
        button.setAttribute("aria-pressed", String(own === number));
      } else {
        button.disabled = !number;
      }
    });
    drawings.forEach((drawing) => {
      drawing.svg.classList.toggle("chosen", number > 0);
      [...drawing.nodes, ...drawing.edges].forEach((part) => part.classList.remove("lit"));
      if (number) {
        parts(drawing, number).forEach((part) => part.classList.add("lit"));
      }
    });
    const card = findings.find((item) => Number(item.dataset.f) === number);
    const told = one("#lit");
    if (told) {
      told.textContent = card ? `Lit: ${card.querySelector(".num").textContent} ${card.querySelector(".title").textContent}` : "";
    }
    if (number) {
      drawings.forEach(center);
    }
  }

  // The lit part of a drawing in the middle of its window.
  function center(drawing) {
    const lit = all(".n.lit", drawing.svg);
    if (!lit.length || !drawing.canvas.clientWidth) {
      return;
    }
    const places = lit.map((node) => node.transform.baseVal.consolidate().matrix);
    const left = Math.min(...places.map((place) => place.e));
    const right = Math.max(...places.map((place) => place.e)) + 190;
    const top = Math.min(...places.map((place) => place.f));
    const low = Math.max(...places.map((place) => place.f)) + 70;
    const { canvas } = drawing;
    zoom(drawing, Math.max(0.45, Math.min(1, canvas.clientWidth / (right - left + 40), canvas.clientHeight / (low - top + 40))));
    const shift = Math.max(0, (canvas.clientWidth - drawing.width * drawing.scale) / 2);
    canvas.scrollLeft = ((left + right) / 2) * drawing.scale + shift - canvas.clientWidth / 2;
    canvas.scrollTop = ((top + low) / 2) * drawing.scale - canvas.clientHeight / 2;
  }

  function zoom(drawing, scale) {
    const { canvas, svg } = drawing;
    const middle = [canvas.scrollLeft + canvas.clientWidth / 2, canvas.scrollTop + canvas.clientHeight / 2];
    const before = drawing.scale;
    drawing.scale = Math.max(0.1, Math.min(3, scale));
    svg.setAttribute("width", Math.round(drawing.width * drawing.scale));
    svg.setAttribute("height", Math.round(drawing.height * drawing.scale));
    const factor = drawing.scale / before;
    canvas.scrollLeft = middle[0] * factor - canvas.clientWidth / 2;
    canvas.scrollTop = middle[1] * factor - canvas.clientHeight / 2;
  }

  const fit = (drawing, least) => zoom(drawing, Math.max(least, Math.min(1, (drawing.canvas.clientWidth - 2) / drawing.width)));

  drawings.forEach((drawing) => {
    const { canvas } = drawing;
    let from = null;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button === 0) {
        from = [event.clientX + canvas.scrollLeft, event.clientY + canvas.scrollTop];
        canvas.classList.add("drag");
      }
    });
    window.addEventListener("pointermove", (event) => {
      if (from) {
        canvas.scrollLeft = from[0] - event.clientX;
        canvas.scrollTop = from[1] - event.clientY;
      }
    });
    window.addEventListener("pointerup", () => {
      from = null;
      canvas.classList.remove("drag");
    });
    canvas.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(drawing, drawing.scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
      }
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
      if (factor) {
        zoom(drawing, drawing.scale * factor);
        event.preventDefault();
      } else if (event.key === "0") {
        fit(drawing, 0.1);
      } else if (event.key === "Escape") {
        light(0);
      }
    });
    // Under the pointer, a node shows the arrows at it, and a folded node opens the whole drawing.
    drawing.edges.forEach((edge) => {
      edge.addEventListener("pointerenter", () => edge.classList.add("near"));
      edge.addEventListener("pointerleave", () => edge.classList.remove("near"));
    });
    drawing.nodes.forEach((node) => {
      node.addEventListener("pointerenter", () => node.classList.add("near"));
      node.addEventListener("pointerleave", () => node.classList.remove("near"));
      if (node.classList.contains("n-summary")) {
        node.addEventListener("click", () => unfold(true));
      }
    });
  });

  function unfold(open) {
    const everything = one("#everything");
    if (!everything) {
      return;
    }
    everything.open = open;
    one("#unfold").setAttribute("aria-pressed", String(open));
    if (open) {
      fit(drawings[1], 0.45);
      if (chosen) {
        center(drawings[1]);
      }
      everything.scrollIntoView({ block: "nearest" });
    }
  }

  const visible = () => drawings.filter((drawing) => drawing.canvas.clientWidth > 0);
  const zooms = {
    in: (drawing) => zoom(drawing, drawing.scale * 1.25),
    out: (drawing) => zoom(drawing, drawing.scale * 0.8),
    fit: (drawing) => fit(drawing, 0.1),
    full: (drawing) => zoom(drawing, 1),
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    if (button.dataset.light !== undefined) {
      const number = Number(button.dataset.light);
      const again = number === chosen;
      light(again ? 0 : number);
      if (number && !again && button.closest(".card")) {
        one("#lineage").scrollIntoView();
        drawings[0].canvas.focus({ preventScroll: true });
      }
    } else if (button.dataset.zoom) {
      visible().forEach(zooms[button.dataset.zoom]);
    } else if (button.id === "unfold") {
      unfold(button.getAttribute("aria-pressed") !== "true");
    } else if (button.id === "theme") {
      const dark = button.getAttribute("aria-pressed") !== "true";
      root.dataset.theme = dark ? "dark" : "light";
      button.setAttribute("aria-pressed", String(dark));
    }
  });
  one("#theme").setAttribute("aria-pressed", String(matchMedia("(prefers-color-scheme: dark)").matches));

  tools.addEventListener("change", update);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("reset", () => setTimeout(update));

  // A link to a finding opens it, whatever the filters say.
  function follow() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) {
      return;
    }
    if (target.matches(".card")) {
      if (target.hidden) {
        tools.reset();
        update();
      }
      target.open = true;
    }
    for (let up = target.parentElement; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") {
        up.open = true;
      }
    }
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", follow);

  // On paper, findings that need a look are open, and what the reader opened.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all(".card.detailed:not([open])");
    closed.forEach((item) => { item.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((item) => { item.open = false; }));

  drawings.forEach((drawing) => fit(drawing, 0.5));
  update();
  follow();
})();
