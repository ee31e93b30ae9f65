"""The product's search beside that of four libraries that others use for the same job."""
