// Filled by tools/generate.
