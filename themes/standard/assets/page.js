// What every page can do more: copy links, and gather partners to compare.

import "./links.js";
import "./tray.js";
