/** The smoke flow in webkit, in every place it can be put. */

import { matrix } from "./support/matrix.mjs";

matrix("webkit");
