// Style sheets in place: each new one is loaded beside the old one, which goes when it is there.

const HASHED = /([^/]+)\.[0-9a-f]{8}\.css$/;

/** Make the page load these sheets in place of those of the same names. */
export function swapSheets(addresses) {
  const wanted = new Map(addresses.map((address) => [nameOf(address), address]));
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    const address = wanted.get(nameOf(link.href));
    if (address && !link.dataset.going && new URL(address, location.href).href !== link.href) {
      swap(link, address);
    }
  }
}

function swap(link, address) {
  const next = link.cloneNode();
  next.href = address;
  link.dataset.going = "true";
  next.addEventListener("load", () => link.remove());
  next.addEventListener("error", () => {
    next.remove();
    delete link.dataset.going;
  });
  link.after(next);
}

function nameOf(address) {
  return HASHED.exec(new URL(address, location.href).pathname)?.[1];
}
