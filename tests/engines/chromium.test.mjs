/** The smoke flow in chromium, in every place it can be put. */

import { matrix } from "./support/matrix.mjs";

matrix("chromium");
