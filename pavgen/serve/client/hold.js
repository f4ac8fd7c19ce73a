// Runs before anything is shown: a page that goes back to a place is not seen anywhere else first.

try {
  if (sessionStorage.getItem(`pavgen place ${location.pathname}`)) {
    const { style } = document.documentElement;
    style.visibility = "hidden";
    setTimeout(() => style.removeProperty("visibility"), 1000);
  }
} catch {
  // Without a memory there is no place to go back to.
}
