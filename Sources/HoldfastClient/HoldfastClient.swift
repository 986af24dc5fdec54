// Filled by the first step of this target.
