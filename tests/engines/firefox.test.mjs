/** The smoke flow in firefox, in every place it can be put. */

import { matrix } from "./support/matrix.mjs";

matrix("firefox");
