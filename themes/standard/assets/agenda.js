// What an event's pages do more: a personal agenda, filters, and what is on now.

import { mark, offer } from "./agenda-mine.js";
import { narrow } from "./agenda-filter.js";
import { follow } from "./agenda-now.js";

offer();
narrow();
follow();
addEventListener("pageshow", mark);
