/* Made by tools/generate: descriptor.proto has no C of its own here. */
