"""The benchmark: releases of papers with questions, and what a system is worth on them."""
