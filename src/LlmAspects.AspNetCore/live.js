(() => {
  'use strict';
  const base = location.pathname.replace(/\/+$/, '');
  const status = document.getElementById('live-status');
  let busy = false;
  let again = false;

  function show(state) {
    document.body.dataset.state = state;
    status.textContent = state;
  }

  // What the reader has opened, reached with the keyboard or scrolled to survives an update.
  function remember() {
    return {
      details: new Map([...document.querySelectorAll('details[id]')].map(element => [element.id, element.open])),
      focus: document.activeElement && document.activeElement.id,
      boxes: new Map([...document.querySelectorAll('main [id]')].filter(element => element.scrollLeft || element.scrollTop)
        .map(element => [element.id, [element.scrollLeft, element.scrollTop]])),
      x: scrollX,
      y: scrollY,
    };
  }

  function restore(view) {
    for (const [id, open] of view.details) {
      const element = document.getElementById(id);
      if (element) element.open = open;
    }
    for (const [id, [left, top]] of view.boxes) {
      const element = document.getElementById(id);
      if (element) element.scrollTo(left, top);
    }
    if (view.focus) {
      const element = document.getElementById(view.focus);
      if (element) element.focus({ preventScroll: true });
    }
    scrollTo(view.x, view.y);
  }

  async function update() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        const response = await fetch(base || '/', { cache: 'no-store' });
        if (!response.ok) throw new Error(response.statusText);
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const view = remember();
        document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
        restore(view);
      } while (again);
      show('live');
    } catch {
      show('disconnected');
    } finally {
      busy = false;
    }
  }

  function connect() {
    const events = new EventSource(base + '/events');
    events.addEventListener('open', () => show('live'));
    events.addEventListener('changed', update);
    events.addEventListener('error', () => {
      show('disconnected');
      // The browser itself comes back after a lost connection, but not after an answer that was refused.
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
    });
  }

  connect();
})();
