"""The optional judge: a model on a server grades answers, in a block of its own."""
